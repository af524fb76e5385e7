"""The gate of an idea."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.people.models import Person, SignedIn
from datamatch.safeguards import actions, queries, rules
from datamatch.safeguards.enums import Moment, Verdict
from datamatch.safeguards.models import Gate, Safeguard
from datamatch.safeguards.views.loading import idea_here

LOOKS = {
    Verdict.OPEN: {"kind": "info", "icon": "hourglass"},
    Verdict.GO: {"kind": "good", "icon": "circle-check"},
    Verdict.GO_IF: {"kind": "care", "icon": "flag"},
    Verdict.NO_GO: {"kind": "bad", "icon": "x"},
}


def gate(request: SignedIn, idea_id: UUID, moment: str) -> HttpResponse:
    """Show a gate with its three safeguards; a POST opens it."""
    if moment not in Moment.values:
        raise Http404
    idea = idea_here(request, idea_id)
    if request.method == "POST":
        actions.open_gate(idea=idea, moment=moment, by=request.user, at=timezone.now())
        messages.success(request, _("The gate is open. Appoint an owner for each safeguard."))
        return redirect("safeguards:gate", idea.public_id, moment)
    found = queries.gate_of(idea, moment)
    shown = cards(found, reader=request.user) if found else []
    reasons = rules.why_not_pass(idea=idea, moment=moment, on=timezone.localdate())
    page = {
        "idea": idea,
        "gate": found,
        "moment": Moment(moment),
        "moments": list(Moment),
        "cards": shown,
        "reasons": reasons,
        "lane": rules.lanes_shown([idea], edition=idea.edition, to=request.user).get(idea.pk),
        "only_expired": bool(reasons) and len(reasons) == sum(card["expired"] for card in shown),
        "why_not_open": rules.why_not_open_gate(idea=idea, moment=moment, by=request.user),
    }
    return render(request, "safeguards/gate.html", page)


def cards(gate: Gate, *, reader: Person) -> list[dict[str, Any]]:
    """Return a card per safeguard."""
    return [card(safeguard, moment=gate.moment, reader=reader) for safeguard in queries.safeguards_of(gate)]


def card(safeguard: Safeguard, *, moment: str, reader: Person) -> dict[str, Any]:
    """Return what a card shows: the safeguard, how it looks, its questions, and what this reader may do."""
    return {
        "safeguard": safeguard,
        "look": LOOKS[Verdict(safeguard.verdict)],
        "expired": queries.has_expired(safeguard, on=timezone.localdate()),
        "questions": queries.questions_for(safeguard.aspect, moment),
        "why_not_decide": rules.why_not_decide(safeguard=safeguard, by=reader),
        "why_not_appoint": rules.why_not_appoint_owner(safeguard=safeguard, by=reader),
        "why_not_meet": rules.why_not_meet_condition(safeguard=safeguard, by=reader),
    }
