"""My queue of safeguards, and settling one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person, SignedIn
from datamatch.safeguards import actions, queries, rules
from datamatch.safeguards.enums import Verdict
from datamatch.safeguards.forms import SettleForm, verdict_of
from datamatch.safeguards.models import Safeguard
from datamatch.safeguards.views.gates import LOOKS
from datamatch.safeguards.views.loading import safeguard_here

PER_PAGE = 50


def queue(request: SignedIn) -> HttpResponse:
    """Show the safeguards of this person, open ones first, and those that still need an owner like them."""
    mine = queries.safeguards_for(request.user)
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "rows": [row_of(safeguard, by=request.user) for safeguard in page],
        "waiting": mine.filter(verdict=Verdict.OPEN).count(),
        "unowned": queries.safeguards_without_owner(request.user)[:PER_PAGE],
    }
    return render(request, "safeguards/queue.html", told)


def row_of(safeguard: Safeguard, *, by: Person) -> dict[str, Any]:
    """Return what one line of the queue shows, and whether it waits for a verdict."""
    is_open = safeguard.verdict == Verdict.OPEN and rules.why_not_decide(safeguard=safeguard, by=by) is None
    expired = queries.has_expired(safeguard, on=timezone.localdate())
    return {"safeguard": safeguard, "look": LOOKS[Verdict(safeguard.verdict)], "open": is_open, "expired": expired}


def settle(request: SignedIn, safeguard_id: UUID) -> HttpResponse:
    """Show the form of a verdict with the questions to consider, and keep the verdict."""
    safeguard = safeguard_here(request, safeguard_id)
    refuse_if(rules.why_not_decide(safeguard=safeguard, by=request.user))
    form = SettleForm(request.POST if request.method == "POST" else None, initial=verdict_of(safeguard))
    if form.is_bound and form.is_valid():
        actions.settle(safeguard=safeguard, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Your verdict is kept."))
        return to_gate(safeguard)
    gate = safeguard.gate
    questions = queries.questions_for(safeguard.aspect, gate.moment)
    page = {"form": form, "safeguard": safeguard, "idea": gate.idea, "questions": questions}
    return render(request, "safeguards/settle.html", page, status=422 if form.errors else 200)


@require_POST
def meet(request: SignedIn, safeguard_id: UUID) -> HttpResponse:
    """Note that a condition has been met."""
    safeguard = safeguard_here(request, safeguard_id)
    actions.meet_condition(safeguard=safeguard, by=request.user, at=timezone.now())
    messages.success(request, _("The condition is noted as met."))
    return to_gate(safeguard)


def to_gate(safeguard: Safeguard) -> HttpResponse:
    """Go to the gate this safeguard stands in."""
    return redirect("safeguards:gate", safeguard.gate.idea.public_id, safeguard.gate.moment)
