"""The makers of a chosen idea say that they take part, or that they do not."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.screening import rules
from datamatch.screening.enums import Answer, Outcome
from datamatch.screening.models import Confirmation, Decision


def ask_to_confirm(decisions: Iterable[Decision], *, confirm_by: date | None) -> None:
    """Ask the makers of every yes to confirm; nobody where no day was set."""
    if confirm_by is None:
        return
    for decision in decisions:
        if decision.outcome == Outcome.YES:
            Confirmation.objects.get_or_create(decision=decision, defaults={"confirm_by": confirm_by})


@transaction.atomic
def confirm(*, confirmation: Confirmation, by: Person, at: datetime) -> Confirmation:
    """Say that the idea takes part. :raises Refused: not you, too late, or answered already"""
    confirmation = held(confirmation)
    refuse_if(rules.why_not_confirm(confirmation=confirmation, by=by))
    return answered(confirmation, Answer.CONFIRMED, "", by, at)


@transaction.atomic
def decline(*, confirmation: Confirmation, reason: str, by: Person, at: datetime) -> Confirmation:
    """Give the place up, with a reason. :raises Refused: not you, too late, or no reason"""
    confirmation = held(confirmation)
    refuse_if(rules.why_not_decline(confirmation=confirmation, reason=reason, by=by))
    return answered(confirmation, Answer.DECLINED, reason, by, at)


@transaction.atomic
def release(*, confirmation: Confirmation, reason: str, by: Person, at: datetime) -> Confirmation:
    """Take back a place for which nobody answered in time. :raises Refused: not you, not late, or no reason"""
    confirmation = held(confirmation)
    refuse_if(rules.why_not_release(confirmation=confirmation, reason=reason, by=by, at=at))
    return answered(confirmation, Answer.RELEASED, reason, by, at)


def held(confirmation: Confirmation) -> Confirmation:
    """Return it as it is by now, held until this deed is done: two makers may answer at once."""
    found = Confirmation.objects.select_for_update(of=("self",)).select_related("decision__idea__edition")
    return found.get(pk=confirmation.pk)


def answered(confirmation: Confirmation, answer: str, reason: str, by: Person, at: datetime) -> Confirmation:
    """Keep an answer and write it in the trail."""
    confirmation.answer, confirmation.reason = answer, reason.strip()[:500]
    confirmation.answered_by, confirmation.answered_at = by, at
    confirmation.save(update_fields=["answer", "reason", "answered_by", "answered_at"])
    trail.record(f"place.{answer}", of=confirmation, by=by, at=at)
    return confirmation
