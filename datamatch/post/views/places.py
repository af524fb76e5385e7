"""Places on the pitch day: who confirms, who gives one up, who moves up."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import SignedIn
from datamatch.post import actions, queries, rules
from datamatch.post.forms import MoveUpForm, PlanForm, ReasonForm
from datamatch.screening import actions as deeds
from datamatch.screening import queries as choice
from datamatch.screening import rules as screening
from datamatch.screening.enums import Answer
from datamatch.screening.models import Confirmation

PAGE = 50


def places(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show who confirmed, which places are free, and who is first in reserve."""
    edition = edition_of(request, edition_slug)
    round_ = queries.current_round(edition)
    reserve = list(choice.reserve_in(edition, round_))
    planned = choice.publication_of(edition, round_)
    shown = {
        "edition": edition,
        "round": round_,
        "today": timezone.localdate(),
        "planned": planned,
        "plan_form": PlanForm(initial={"confirm_by": planned.confirm_by if planned else None}),
        "why_not_plan": screening.why_not_plan(
            edition=edition, round=round_, confirm_by=None, by=request.user, at=timezone.now()
        ),
        "page": Paginator(choice.confirmations_in(edition, round_), PAGE).get_page(request.GET.get("page")),
        "free": choice.free_places(edition, round_),
        "reserve": [(one, MoveUpForm(auto_id=f"up-{one.reserve_place}-%s")) for one in reserve],
        "why_not_move_up": screening.why_not_move_up(decision=reserve[0], by=request.user) if reserve else None,
    }
    return render(request, "post/places.html", shown)


@require_POST
def plan(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Set by which day the chosen confirm."""
    edition = edition_of(request, edition_slug)
    form = PlanForm(request.POST)
    if form.is_valid():
        day, round_, at = form.cleaned_data["confirm_by"], queries.current_round(edition), timezone.now()
        deeds.plan_publication(edition=edition, round=round_, confirm_by=day, by=request.user, at=at)
        messages.success(request, _("Kept. It stands in letters that are written from now on."))
    else:
        messages.error(request, _("That is no day. Nothing changed."))
    return redirect("post:places", edition_slug=edition.slug)


def confirm(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what is asked of the makers, and confirm with one click."""
    confirmation = asked(request, idea_id)
    if request.method == "POST":
        deeds.confirm(confirmation=confirmation, by=request.user, at=timezone.now())
        messages.success(request, _("Good, you take part. Your place is yours."))
        return redirect("post:confirm", idea_id=idea_id)
    return page_of(request, confirmation, ReasonForm())


@require_POST
def give_up(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Give the place up with a reason."""
    confirmation = asked(request, idea_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return page_of(request, confirmation, form)
    actions.give_up(confirmation=confirmation, reason=form.reason, by=request.user, at=timezone.now())
    messages.success(request, _("Your place goes to the next idea. Thank you for telling us."))
    return redirect("post:confirm", idea_id=idea_id)


@require_POST
def release(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Take back a place for which nobody answered."""
    confirmation = asked(request, idea_id)
    reason = request.POST.get("reason", "")
    deeds.release(confirmation=confirmation, reason=reason, by=request.user, at=timezone.now())
    messages.success(request, _("The place is free."))
    return redirect("post:places", edition_slug=confirmation.decision.idea.edition.slug)


@require_POST
def move_up(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Give a reserve the free place and tell its makers."""
    idea = get_object_or_404(Idea.objects.select_related("edition"), public_id=idea_id)
    edition = edition_of(request, idea.edition.slug)
    form, decision = MoveUpForm(request.POST), choice.decision_on(idea, queries.current_round(edition))
    if decision is not None and form.is_valid():
        actions.move_up(decision=decision, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("“%(idea)s” moves up. Its makers have a letter.") % {"idea": idea})
    else:
        messages.error(request, _("That is no day. Nothing changed."))
    return redirect("post:places", edition_slug=edition.slug)


def page_of(request: SignedIn, confirmation: Confirmation, form: ReasonForm) -> HttpResponse:
    """Show the page on which makers answer."""
    idea = confirmation.decision.idea
    shown = {
        "idea": idea,
        "confirmation": confirmation,
        "decision": confirmation.decision,
        "form": form,
        "why_not_answer": screening.why_not_answer_for(confirmation=confirmation, by=request.user),
        "confirmed": confirmation.answer == Answer.CONFIRMED,
        "manages": is_manager(request.user, idea.edition),
    }
    return render(request, "post/confirm.html", shown, status=422 if form.errors else 200)


def asked(request: SignedIn, idea_id: UUID) -> Confirmation:
    """Return what the makers of this idea are asked. :raises Refused: the reader is no maker and no manager"""
    idea = get_object_or_404(Idea.objects.select_related("edition"), public_id=idea_id)
    stand(request, edition=idea.edition)
    refuse_if(screening.why_not_see_confirmation(idea=idea, by=request.user))
    confirmation = choice.newest_confirmation_of(idea)
    refuse_if(_("Nothing is asked about this idea.") if confirmation is None else None)
    assert confirmation is not None  # noqa: S101 - the line above saw it
    return confirmation


def edition_of(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this address. :raises Refused: the reader is no manager"""
    edition = get_object_or_404(Edition.objects.select_related("programme"), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_letters(edition=edition, by=request.user))
    return edition
