"""The criteria of an edition: its own, or those of an earlier edition."""

from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions import queries, rules
from datamatch.editions.actions.cloning import copy_rows
from datamatch.editions.actions.positions import change_places, hold
from datamatch.editions.actions.preparing import add_standard_criteria
from datamatch.editions.models import Criterion, Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def add_criterion(*, edition: Edition, slug: str, by: Person, at: datetime, **words: Any) -> Criterion:
    """Add a criterion behind the others.

    :raises Refused: not you, somebody judged already, or a criterion that cannot be asked
    """
    hold(edition)
    refuse_if(rules.why_not_add_criterion(edition=edition, by=by, **words))
    last = queries.criteria_of(edition).last()
    criterion = Criterion.objects.create(edition=edition, slug=slug, position=last.position + 1 if last else 0, **words)
    trail.record("criterion.add", of=edition, by=by, at=at, criterion=slug)
    return criterion


@transaction.atomic
def change_criterion(*, criterion: Criterion, by: Person, at: datetime, **words: Any) -> Criterion:
    """Give a criterion other words, anchors or another weight; what is not named stays as it was.

    :raises Refused: not you, somebody judged already, or a criterion that cannot be asked
    """
    hold(criterion.edition)
    refuse_if(rules.why_not_change_criterion(criterion=criterion, by=by, **words))
    changed = sorted(name for name, value in words.items() if value != getattr(criterion, name))
    for name in changed:
        setattr(criterion, name, words[name])
    criterion.save(update_fields=changed)
    trail.record("criterion.change", of=criterion.edition, by=by, at=at, criterion=criterion.slug, changed=changed)
    return criterion


@transaction.atomic
def move_criterion(*, criterion: Criterion, up: bool, by: Person, at: datetime) -> None:
    """Let a criterion change places with the one before (up) or after it.

    :raises Refused: not you, somebody judged already, or nothing to change places with
    """
    hold(criterion.edition)
    refuse_if(rules.why_not_move_criterion(criterion=criterion, up=up, by=by))
    change_places(queries.criteria_of(criterion.edition), criterion, up=up)
    trail.record("criterion.move", of=criterion.edition, by=by, at=at, criterion=criterion.slug, up=up)


@transaction.atomic
def remove_criterion(*, criterion: Criterion, by: Person, at: datetime) -> None:
    """Remove a criterion. :raises Refused: not you, somebody judged already, or it is the last one"""
    hold(criterion.edition)
    refuse_if(rules.why_not_remove_criterion(criterion=criterion, by=by))
    criterion.delete()
    trail.record("criterion.remove", of=criterion.edition, by=by, at=at, criterion=criterion.slug)


@transaction.atomic
def copy_criteria(*, edition: Edition, source: Edition | None, by: Person, at: datetime) -> int:
    """Put the criteria of another edition, or without one the built-in ones, in the place of these.

    :raises Refused: not you, somebody judged already, or nothing to take over
    """
    hold(edition)
    refuse_if(rules.why_not_copy_criteria(edition=edition, source=source, by=by))
    edition.criteria.all().delete()
    if source is None:
        add_standard_criteria(edition)
    else:
        copy_rows(Criterion, source, edition)
    count = queries.criteria_of(edition).count()
    named = str(source.public_id) if source else "standard"
    trail.record("criteria.copy", of=edition, by=by, at=at, source=named, count=count)
    return count
