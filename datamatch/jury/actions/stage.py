"""Deeds of the manager on the day: who is on stage, and the clock."""

from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Pitch
from datamatch.people.models import Person


@transaction.atomic
def call_on_stage(*, pitch: Pitch, by: Person, at: datetime) -> Pitch:
    """Call a pitch on stage. :raises Refused: not you, done before, or another one is on stage"""
    pitch = _alone(pitch)
    refuse_if(rules.why_not_stage(pitch=pitch, by=by))
    return _begin(pitch, by=by, at=at)


@transaction.atomic
def end_pitch(*, pitch: Pitch, by: Person, at: datetime) -> Pitch:
    """End the pitch that is on stage. :raises Refused: not you, or it is not on stage"""
    pitch = _alone(pitch)
    refuse_if(rules.why_not_end(pitch=pitch, by=by))
    return _end(pitch, by=by, at=at)


@transaction.atomic
def call_next(*, edition: Edition, seen: Pitch | None, by: Person, at: datetime) -> Pitch | None:
    """End what is on stage and call the next pitch, in one step; return it, or None after the last.

    `seen` is what stood on stage when the button was pressed, so that two presses do not skip a pitch.
    :raises Refused: not you, something else is on stage by now, or nothing is left
    """
    _lock(edition)
    refuse_if(rules.why_not_call_next(edition=edition, by=by, seen=seen))
    now, following = queries.on_stage(edition), queries.next_pitch(edition)
    if now is not None:
        _end(now, by=by, at=at)
    return _begin(following, by=by, at=at) if following else None


@transaction.atomic
def step_back(*, edition: Edition, seen: Pitch | None, by: Person, at: datetime) -> Pitch | None:
    """Take the last step back: what is on stage waits again, or what ended last returns; return what is on stage.

    Cards that were given meanwhile stay.
    :raises Refused: not you, something else is on stage by now, or nothing has begun
    """
    _lock(edition)
    refuse_if(rules.why_not_step_back(edition=edition, by=by, seen=seen))
    now = queries.on_stage(edition)
    if now is not None:
        changed = {"state": PitchState.WAITING, "began_at": None, "paused_at": None, "paused_seconds": 0}
        _kept(now, "pitch.take_back", by=by, at=at, **changed)
        return None
    last = queries.last_done(edition)
    if last is None:
        return None
    return _kept(last, "pitch.return", by=by, at=at, state=PitchState.ON_STAGE, ended_at=None)


@transaction.atomic
def pause_pitch(*, pitch: Pitch, by: Person, at: datetime) -> Pitch:
    """Let the clock of the pitch on stage stand still. :raises Refused: not you, not on stage, or it stands still"""
    pitch = _alone(pitch)
    refuse_if(rules.why_not_pause(pitch=pitch, by=by))
    return _kept(pitch, "pitch.pause", by=by, at=at, paused_at=at)


@transaction.atomic
def resume_pitch(*, pitch: Pitch, by: Person, at: datetime) -> Pitch:
    """Let the clock go on where it stood. :raises Refused: not you, not on stage, or it is running"""
    pitch = _alone(pitch)
    refuse_if(rules.why_not_resume(pitch=pitch, by=by))
    return _kept(pitch, "pitch.resume", by=by, at=at, **_clock_at(pitch, at))


def _begin(pitch: Pitch, *, by: Person, at: datetime) -> Pitch:
    """Put a pitch on stage and start its clock."""
    return _kept(pitch, "pitch.begin", by=by, at=at, state=PitchState.ON_STAGE, began_at=at)


def _end(pitch: Pitch, *, by: Person, at: datetime) -> Pitch:
    """Take a pitch off the stage."""
    return _kept(pitch, "pitch.end", by=by, at=at, state=PitchState.DONE, ended_at=at, **_clock_at(pitch, at))


def _clock_at(pitch: Pitch, at: datetime) -> dict[str, object]:
    """Return the clock with a pause that lasts added to those that ended."""
    lasted = 0 if pitch.paused_at is None else round((at - pitch.paused_at).total_seconds())
    return {"paused_at": None, "paused_seconds": pitch.paused_seconds + max(0, lasted)}


def _kept(pitch: Pitch, deed: str, *, by: Person, at: datetime, **changed: object) -> Pitch:
    """Write what changed of a pitch, and tell the trail and the room."""
    for name, value in changed.items():
        setattr(pitch, name, value)
    pitch.save(update_fields=list(changed))
    trail.record(deed, of=pitch, by=by, at=at, place=pitch.place)
    live.changed(queries.room_of(pitch.idea.edition))
    return pitch


def _alone(pitch: Pitch) -> Pitch:
    """Return this pitch as it is now, while nobody else changes the stage of its edition."""
    _lock(pitch.idea.edition)
    pitch.refresh_from_db(fields=["state", "began_at", "ended_at", "paused_at", "paused_seconds"])
    return pitch


def _lock(edition: Edition) -> None:
    """Let one person at a time change the stage of an edition."""
    Edition.objects.select_for_update().get(pk=edition.pk)
