"""Decisions for managers: every idea with its outcome and reason, before anything is published."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.design.polling import polled
from datamatch.editions.models import Edition
from datamatch.foundation import jobs
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import answers_shown
from datamatch.people.models import Person, SignedIn
from datamatch.safeguards.rules import lanes_shown
from datamatch.screening import actions, queries, rules, weighing
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.forms import DecisionForm, LineForm, ManyForm
from datamatch.screening.queries import Tally
from datamatch.screening.views.reviews import PAGE
from datamatch.screening.weighing import Beside

PREPARE = "datamatch.screening.tasks.prepare_decisions"


def decisions(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show every idea with what is decided about it, and how many there are of each."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_ranking(edition=edition, by=request.user))
    preparing = jobs.latest(PREPARE, edition)
    if answer := polled(request, preparing):
        return answer
    outcome = request.GET.get("outcome", "")
    outcome = outcome if outcome in Outcome.values else ""
    lines = queries.lines_in(edition, outcome=outcome)
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    lanes = lanes_shown([line.idea for line in page], edition=edition, to=request.user)
    page.object_list = [
        replace(line, lane=lanes[line.idea.pk].lane) if line.idea.pk in lanes else line for line in page
    ]
    tally = queries.tally_of(edition)
    shown = {
        "edition": edition,
        "page": page,
        "lanes": lanes,
        "preparing": preparing,
        "tally": tally,
        "facts": facts_of(tally),
        "outcome": outcome,
        "query": f"outcome={outcome}",
        "notices": queries.notices_about_decisions(edition),
        "live": rules.why_not_review_in(edition=edition) is None and not tally.published,
        "to_mend": set() if tally.published else queries.ideas_with_words_to_mend(edition, to=request.user),
        "why_not_prepare": rules.why_not_prepare(edition=edition, by=request.user),
        **choice_of(edition, request.user),
    }
    return render(request, "screening/decisions.html", shown)


def choice_of(edition: Edition, by: Person) -> dict[str, Any]:
    """Return what is settled about the choice as a whole, and the forms to change it."""
    return {
        "contradictions": queries.contradictions_in(edition),
        "reserve": list(queries.reserve_in(edition)),
        "cuts": list(queries.cuts_in(edition)),
        "why_not_settle": rules.why_not_settle(edition=edition, by=by),
        "many_form": ManyForm(auto_id="many-%s"),
        "line_form": LineForm(auto_id="line-%s", initial={"size": edition.shortlist_size}),
    }


def facts_of(tally: Tally) -> list[dict[str, str | int]]:
    """Return the decisions in numbers; each outcome leads to its ideas."""
    return [
        {"name": _("Goes on"), "value": tally.yes, "url": f"?outcome={Outcome.YES}"},
        {"name": _("Reserve"), "value": tally.reserve, "url": f"?outcome={Outcome.RESERVE}"},
        {"name": _("Not this time"), "value": tally.no, "url": f"?outcome={Outcome.NO}"},
        {"name": _("No decision yet"), "value": tally.undecided},
        {"name": _("Differs from the ranking"), "value": tally.departs},
    ]


@require_POST
def prepare(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that prepares a decision with a reason for every idea."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_prepare(edition=edition, by=request.user))
    jobs.ask(PREPARE, edition, by=request.user, at=timezone.now())
    return redirect("screening:decisions", edition_slug=edition.slug)


def decide(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what is known about one idea and take the decision about it."""
    idea = get_object_or_404(
        Idea.objects.select_related("edition", "theme", "submitter", "earlier__edition"), public_id=idea_id
    )
    stand(request, edition=idea.edition)
    refuse_if(rules.why_not_see_decision(idea=idea, by=request.user))
    why_not = rules.why_not_decide(idea=idea, by=request.user)
    hears = rules.why_not_read_opinions(idea=idea, by=request.user) is None
    form = decision_form(request, idea)
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            return keep_decision(request, idea, form)
    shown = {
        "idea": idea,
        "answers": answers_shown(idea, to=request.user),
        "before": queries.before_of(idea),
        "lane": lanes_shown([idea], edition=idea.edition, to=request.user).get(idea.pk),
        "form": form,
        "why_not": why_not,
        "why_not_hand_over": rules.why_not_hand_over(idea=idea, by=request.user),
        "deputy": queries.deputy_of(idea),
        "manages": rules.why_not_manage(edition=idea.edition, by=request.user) is None,
        "decision": queries.decision_on(idea, Round.SHORTLIST),
        "standing": queries.standing_of(idea),
        "beside": beside_of(idea, request.user),
        "words": queries.words_on(idea),
        "remarks": queries.heard_on(idea, to=request.user if hears else None),
    }
    return render(request, "screening/decide.html", shown, status=422 if form.errors else 200)


def beside_of(idea: Idea, by: Person) -> Beside | None:
    """Return what comparisons say of this idea, or None when it was not compared or this reader waits for it."""
    if rules.why_not_see_compared(edition=idea.edition, by=by, idea=idea):
        return None
    return weighing.beside_ranking(idea.edition).get(idea.pk)


def decision_form(request: SignedIn, idea: Idea) -> DecisionForm:
    """Return the form, filled with the decision so far."""
    decision = queries.decision_on(idea, Round.SHORTLIST)
    proposed = queries.proposed_outcome(idea)
    so_far: dict[str, Any] = {"outcome": proposed}
    if decision is not None:
        words = {"reason": decision.reason, "motive": decision.motive, "condition": decision.condition}
        so_far = {"outcome": decision.outcome, "meet_by": decision.meet_by, **words}
    return DecisionForm(request.POST if request.method == "POST" else None, proposed=proposed, initial=so_far)


def keep_decision(request: SignedIn, idea: Idea, form: DecisionForm) -> HttpResponse:
    """Keep the decision and go back to all of them."""
    actions.decide(idea=idea, round=Round.SHORTLIST, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The decision about “%(idea)s” is kept.") % {"idea": idea})
    if rules.why_not_see_ranking(edition=idea.edition, by=request.user):
        return redirect("screening:decide", idea_id=idea.public_id)
    return redirect("screening:decisions", edition_slug=idea.edition.slug)
