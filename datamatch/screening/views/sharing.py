"""Pages on which a manager shares out the reviews: proposed, changed by hand, asked; and how much somebody takes on."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.design.polling import polled
from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.foundation import jobs
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.ideas.rules import why_not_hold_back_in
from datamatch.people.models import Person, SignedIn
from datamatch.screening import actions, queries, rules
from datamatch.screening.forms import LimitForm, ReaderForm
from datamatch.screening.models import Assignment
from datamatch.screening.views.fairness import edition_here
from datamatch.screening.views.reviews import PAGE

PROPOSE = "datamatch.screening.tasks.propose_reviews"


def sharing(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show who reads what and why, what is missing, and how much every screener has."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_sharing(edition=edition, by=request.user))
    proposing = jobs.latest(PROPOSE, edition)
    if answer := polled(request, proposing):
        return answer
    page = Paginator(queries.ideas_shared(edition), PAGE).get_page(request.GET.get("page"))
    readers = queries.readers_of(page.object_list)
    shown = {
        "edition": edition,
        "page": page,
        "lines": [(idea, readers[idea.pk]) for idea in page],
        "proposing": proposing,
        "sharing": queries.sharing_in(edition),
        "loads": queries.loads_in(edition),
        "conflicts": queries.conflicts_in(edition)[:PAGE],
        "live": rules.why_not_review_in(edition=edition) is None,
        "why_not_propose": rules.why_not_assign(edition=edition, by=request.user),
        "why_not_ask": rules.why_not_ask_proposed(edition=edition, by=request.user),
    }
    return render(request, "screening/sharing.html", shown)


@require_POST
def propose(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that proposes who gives the missing reviews."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_assign(edition=edition, by=request.user))
    jobs.ask(PROPOSE, edition, by=request.user, at=timezone.now())
    return redirect("screening:sharing", edition_slug=edition.slug)


@require_POST
def ask_proposed(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask the screeners for what is proposed."""
    edition = edition_here(request, edition_slug)
    count = actions.ask_proposed(edition=edition, by=request.user, at=timezone.now())
    told = ngettext("%(count)s review was asked.", "%(count)s reviews were asked.", count)
    messages.success(request, told % {"count": count})
    return redirect("screening:sharing", edition_slug=edition.slug)


def share_idea(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show who reads one idea and who might, and add a reader."""
    idea = get_object_or_404(Idea.objects.select_related("edition", "theme"), public_id=idea_id)
    stand(request, edition=idea.edition)
    refuse_if(rules.why_not_see_sharing(edition=idea.edition, by=request.user))
    if request.method == "POST":
        screener = chosen(request, idea.edition)
        actions.add_reader(idea=idea, screener=screener, by=request.user, at=timezone.now())
        messages.success(request, _("Proposed: %(name)s. Nobody is told yet.") % {"name": screener.name})
        return redirect("screening:share_idea", idea_id=idea.public_id)
    readers = queries.readers_of([idea])[idea.pk]
    candidates = queries.candidates_for(idea, readers)
    shown = {
        "idea": idea,
        "edition": idea.edition,
        "readers": readers,
        "candidates": [(one, ", ".join(rules.warnings_about(one))) for one in candidates if not one.reads],
        "free": [one for one in candidates if one.is_free and not one.load.is_out],
        "why_not": rules.why_not_share(edition=idea.edition, by=request.user),
        "why_not_hold_back": why_not_hold_back_in(idea=idea, by=request.user),
        "answered": queries.answers_to_weigh(idea),
    }
    return render(request, "screening/share_idea.html", shown)


@require_POST
def take_reader(request: SignedIn, assignment_id: UUID) -> HttpResponse:
    """Take a review from a screener, or move it to another."""
    found = Assignment.objects.select_related("idea__edition", "screener")
    assignment, now = get_object_or_404(found, public_id=assignment_id), timezone.now()
    refuse_if(rules.why_not_take_reader(assignment=assignment, by=request.user))
    if request.POST.get("screener"):
        to = chosen(request, assignment.idea.edition)
        actions.move_reader(assignment=assignment, to=to, by=request.user, at=now)
        messages.success(request, _("Proposed: %(name)s. Nobody is told yet.") % {"name": to.name})
    else:
        actions.take_reader(assignment=assignment, by=request.user, at=now)
        messages.success(request, _("%(name)s does not read this idea.") % {"name": assignment.screener.name})
    return redirect("screening:share_idea", idea_id=assignment.idea.public_id)


def limit(request: SignedIn, edition_slug: str, person_id: UUID) -> HttpResponse:
    """Show how much a screener takes on, and change it; for the screener and for managers."""
    edition = edition_here(request, edition_slug)
    screener = get_object_or_404(appointed(edition, Duty.SCREENER), public_id=person_id)
    refuse_if(rules.why_not_limit(edition=edition, screener=screener, by=request.user))
    given = request.POST if request.method == "POST" else None
    form = LimitForm(given, limit=queries.limit_of(screener, edition))
    own = screener.pk == request.user.pk
    if form.is_valid():
        actions.set_limit(edition=edition, screener=screener, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Kept. The programme manager shares out the rest."))
        return redirect("screening:reviews" if own else "screening:sharing", edition_slug=edition.slug)
    shown = {"edition": edition, "screener": screener, "form": form, "own": own}
    return render(request, "screening/limit.html", shown, status=422 if form.errors else 200)


def chosen(request: SignedIn, edition: Edition) -> Person:
    """Return the screener that was chosen. :raises Refused: no screener of this edition"""
    form = ReaderForm(request.POST, edition=edition)
    refuse_if(None if form.is_valid() else _("This person is not a screener of this edition."))
    person: Person = form.cleaned_data["screener"]
    return person
