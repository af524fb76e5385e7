"""Deeds that change the plan of pitch day by hand: who is away, and a pitch earlier or later."""

from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.models import Absence, Pitch
from datamatch.people.models import Person


@transaction.atomic
def move_pitch(*, pitch: Pitch, way: str, by: Person, at: datetime) -> Pitch:
    """Let a pitch change places with the one before (up) or after it (down); the times stay with the places.

    :raises Refused: not you, not now, or it cannot go further
    """
    edition = Edition.objects.select_for_update().get(pk=pitch.idea.edition_id)
    refuse_if(rules.why_not_move_pitch(pitch=pitch, way=way, by=by))
    order = list(queries.pitches_in(edition))
    here = next(place for place, one in enumerate(order) if one.pk == pitch.pk)
    mine, other = order[here], order[here - 1 if way == "up" else here + 1]
    mine.place, other.place = other.place, mine.place
    mine.starts_at, other.starts_at = other.starts_at, mine.starts_at
    Pitch.objects.bulk_update([mine, other], ["place", "starts_at"])
    trail.record("pitch.move", of=mine, by=by, at=at, place=mine.place)
    live.changed(queries.room_of(edition))
    return mine


@transaction.atomic
def note_absence(
    *, edition: Edition, person: Person, starts_at: datetime, ends_at: datetime, by: Person, at: datetime
) -> Absence:
    """Note that a juror or a maker is away for a part of the day.

    :raises Refused: not you, not now, nobody who is needed, or an end before the beginning
    """
    given: dict[str, Any] = {"edition": edition, "person": person, "starts_at": starts_at, "ends_at": ends_at}
    refuse_if(rules.why_not_note_absence(by=by, **given))
    absence = Absence.objects.create(**given)
    trail.record("absence.note", of=absence, by=by, at=at)
    return absence


@transaction.atomic
def remove_absence(*, absence: Absence, by: Person, at: datetime) -> None:
    """Forget an absence. :raises Refused: not you, or not now"""
    refuse_if(rules.why_not_plan_pitches(edition=absence.edition, by=by))
    trail.record("absence.remove", of=absence, by=by, at=at)
    absence.delete()
