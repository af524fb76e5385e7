"""Pages about fairness: the ground rules of an edition, my ties, handing a decision to a deputy."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.editions.queries import editions_shown
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sees_units
from datamatch.people.models import SignedIn
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import Tie
from datamatch.screening.forms import ConflictForm, DeputyForm, GroundRulesForm
from datamatch.screening.models import Conflict


def ground_rules(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the ground rules of an edition, and change them."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_manage(edition=edition, by=request.user))
    why_not, now = rules.why_not_set_ground_rules(edition=edition, by=request.user), timezone.now()
    form = GroundRulesForm(request.POST or None, ground_rules=queries.ground_rules_of(edition))
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            actions.set_ground_rules(edition=edition, by=request.user, at=now, **form.cleaned_data)
            messages.success(request, _("The ground rules are kept."))
            return redirect("screening:ground_rules", edition_slug=edition.slug)
    shown = {"edition": edition, "form": form, "why_not": why_not, "minded": minded_in(edition)}
    return render(request, "screening/ground_rules.html", shown, status=422 if form.errors else 200)


def ties(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show which ideas I do not judge and why, and take a tie that I name."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_ties(edition=edition, by=request.user))
    why_not = rules.why_not_declare_in(edition=edition, by=request.user)
    wished = {"idea": request.GET.get("idea")}
    given = request.POST if request.method == "POST" else None
    form = ConflictForm(given, edition=edition, person=request.user, initial=wished)
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            actions.declare_conflict(by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Noted. You do not judge this idea."))
            return redirect("screening:ties", edition_slug=edition.slug)
    shown = {
        "edition": edition,
        "form": form,
        "why_not": why_not,
        "unjudged": queries.unjudged_by(request.user, edition),
        "minded": minded_in(edition),
        "names_shown": sees_units(edition, request.user),
    }
    return render(request, "screening/ties.html", shown, status=422 if form.errors else 200)


@require_POST
def take_back(request: SignedIn, conflict_id: UUID) -> HttpResponse:
    """Take back a tie that I named."""
    conflict = get_object_or_404(Conflict.objects.select_related("idea__edition"), public_id=conflict_id)
    actions.take_back_conflict(conflict=conflict, by=request.user, at=timezone.now())
    messages.success(request, _("Taken back. You may be asked to judge this idea again."))
    return redirect("screening:ties", edition_slug=conflict.idea.edition.slug)


def name_deputy(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Ask who decides in the place of a manager, and hand the decision over."""
    idea = get_object_or_404(Idea.objects.select_related("edition"), public_id=idea_id)
    stand(request, edition=idea.edition)
    refuse_if(rules.why_not_hand_over(idea=idea, by=request.user))
    form = DeputyForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.person:
        if why_not := rules.why_not_name_deputy(idea=idea, person=form.person, by=request.user):
            form.add_error("email", why_not)
        else:
            actions.name_deputy(idea=idea, person=form.person, by=request.user, at=timezone.now())
            messages.success(request, _("%(name)s decides about this idea.") % {"name": form.person.name})
            return redirect("screening:decide", idea_id=idea.public_id)
    shown = {"idea": idea, "form": form, "deputy": queries.deputy_of(idea)}
    return render(request, "screening/name_deputy.html", shown, status=422 if form.errors else 200)


def edition_here(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this page, for who may know of it."""
    edition: Edition = get_object_or_404(editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=edition)
    return edition


def minded_in(edition: Edition) -> list[Tie]:
    """Return the ties that count in an edition, the plainest first."""
    minded = queries.ground_rules_of(edition).minded
    return [tie for tie in Tie if tie in minded]
