"""Setting the ground rules, declaring a tie, taking it back, and handing a decision to a deputy."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from datamatch.editions.actions import moved_day, words_of
from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import rules
from datamatch.screening.actions.mails import tell_deputy
from datamatch.screening.enums import AssignmentState, Tie
from datamatch.screening.models import Assignment, Conflict, Deputy, GroundRules


@transaction.atomic
def set_ground_rules(
    *, edition: Edition, minded: Collection[str], by: Person, at: datetime, **said: Any
) -> GroundRules:
    """Say which ties count in this edition, and how reviews are given; what is not named stays as it was.

    :raises Refused: not you, or the screening is closed
    """
    refuse_if(rules.why_not_set_ground_rules(edition=edition, by=by))
    ties = {f"minds_{tie.value}": tie.value in minded for tie in Tie}
    ground_rules, _new = GroundRules.objects.update_or_create(edition=edition, defaults=ties | said)
    trail.record("ground_rules.set", of=edition, by=by, at=at, minded=sorted(ground_rules.minded))
    return ground_rules


def copy_ground_rules(*, source: Edition, edition: Edition) -> None:
    """Give an edition the ground rules of another one; days move along with the opening of the call."""
    kept = GroundRules.objects.filter(edition=source).first()
    if kept is None:
        return
    words = {
        name: moved_day(value, source, edition.call_opens_on) if isinstance(value, date) else value
        for name, value in words_of(kept).items()
    }
    GroundRules.objects.create(edition=edition, **words)


@transaction.atomic
def declare_conflict(*, idea: Idea, by: Person, at: datetime, reason: str) -> Conflict:
    """Say that one is tied to an idea; a review that was asked goes back, and what was given counts no more.

    :raises Refused: no judge in this edition, said before, or without a reason
    """
    Idea.objects.select_for_update().get(pk=idea.pk)
    refuse_if(rules.why_not_declare(idea=idea, by=by, reason=reason))
    conflict = Conflict.objects.create(idea=idea, person=by, reason=reason.strip(), declared_at=at)
    asked = Assignment.objects.filter(idea=idea, screener=by)
    handed_back = asked.update(state=AssignmentState.ABSTAINED, reason=reason.strip())
    trail.record("conflict.declared", of=conflict, by=by, at=at, handed_back=handed_back)
    return conflict


@transaction.atomic
def take_back_conflict(*, conflict: Conflict, by: Person, at: datetime) -> Conflict:
    """Say that one is not tied to an idea after all; a review that went back stays with who reads it now.

    :raises Refused: not yours, or taken back before
    """
    conflict = Conflict.objects.select_for_update().get(pk=conflict.pk)
    refuse_if(rules.why_not_take_back(conflict=conflict, by=by))
    conflict.taken_back_at = at
    conflict.save(update_fields=["taken_back_at"])
    trail.record("conflict.taken_back", of=conflict, by=by, at=at)
    return conflict


@transaction.atomic
def name_deputy(*, idea: Idea, person: Person, by: Person, at: datetime) -> Deputy:
    """Let somebody else decide about an idea; the last one named does.

    :raises Refused: not you, not now, or this person is tied to the idea too
    """
    Idea.objects.select_for_update().get(pk=idea.pk)
    refuse_if(rules.why_not_name_deputy(idea=idea, person=person, by=by))
    named = {"person": person, "named_by": by, "named_at": at}
    deputy, _new = Deputy.objects.update_or_create(idea=idea, defaults=named)
    trail.record("deputy.named", of=deputy, by=by, at=at)
    tell_deputy(deputy, at=at)
    return deputy
