"""What the live room shows a reader: the stage, the clock, the running order, and their own part in it."""

from datetime import datetime
from typing import Any

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.foundation import live
from datamatch.foundation.addresses import whole_address
from datamatch.jury import queries, rules
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Pitch
from datamatch.people.models import Person

# Seconds over which the pages of the room spread their question what is new, so that a full room does not ask at once.
SPREAD_SECONDS = 2


def topics_of(edition: Edition, reader: Person) -> list[str]:
    """Return what this reader follows; the desk tells of things that only the manager sees."""
    room = [queries.room_of(edition)]
    return [*room, queries.desk_of(edition)] if is_manager(reader, edition) else room


def board_of(edition: Edition, reader: Person, at: datetime) -> dict[str, Any]:
    """Return what the board shows this reader at this moment, and the version it shows.

    The version is read first: what changes while the board is made is told by the stream.
    """
    version = live.version_of(*topics_of(edition, reader))
    pitches = list(queries.pitches_in(edition))
    box = queries.box_of(edition)
    now = next((pitch for pitch in pitches if pitch.state == PitchState.ON_STAGE), None)
    done = sum(pitch.state == PitchState.DONE for pitch in pitches)
    manages = is_manager(reader, edition)
    return {
        "edition": edition,
        "pitches": pitches,
        "now": now,
        "next": next((pitch for pitch in pitches if pitch.state == PitchState.WAITING), None),
        "done": done,
        "box": box,
        "version": version,
        "spread": 0 if manages or now is None else SPREAD_SECONDS,
        "at": at,
        "left": now.seconds_left(at) if now else None,
        "base": queries.base_of(now) if now else None,
        "manages": manages,
        **_hall_part(edition, now, manages=manages),
        **_stage_deeds(edition, now, reader),
        "callable": manages and edition.stage == Stage.PITCHING and now is None and box is None,
        "sees_result": box is not None and rules.why_not_see_result(ballot_box=box, by=reader) is None,
        "compares": rules.why_not_compare(edition=edition, by=reader) is None,
        "sees_minutes": bool(pitches) and rules.why_not_see_jury(edition=edition, by=reader) is None,
        **_juror_part(edition, pitches, reader),
    }


def _hall_part(edition: Edition, now: Pitch | None, *, manages: bool) -> dict[str, Any]:
    """Return the way in for the audience and its result; the turnout for who runs the day."""
    hall = queries.hall_of(edition)
    if hall is None:
        return {"hall": None}
    return {
        "hall": hall,
        "address": whole_address(hall.get_absolute_url()),
        "turnout": queries.turnout_in(hall) if manages and hall.is_voting else None,
        "places": queries.hall_places(hall),
        "wanted": list(queries.questions_on_wall(hall, now)),
    }


def _stage_deeds(edition: Edition, now: Pitch | None, reader: Person) -> dict[str, Any]:
    """Return whether the manager can go on, and back; nothing of that for others."""
    if rules.why_not_run(edition=edition, by=reader) is not None:
        return {"runs": False}
    return {
        "runs": queries.box_of(edition) is None,
        "why_not_next": rules.why_not_call_next(edition=edition, by=reader, seen=now),
        "why_not_back": rules.why_not_step_back(edition=edition, by=reader, seen=now),
    }


def _juror_part(edition: Edition, pitches: list[Pitch], reader: Person) -> dict[str, Any]:
    """Return what a juror sees of their own work; nothing of that for others."""
    if Duty.JUROR not in duties_of(reader, edition):
        return {"judges": False}
    cards = queries.cards_done(edition, reader)
    out = {recusal.pitch_id for recusal in queries.recusals_of(reader, edition)}
    own = queries.written_by(reader, edition)
    may = [pitch for pitch in pitches if pitch.pk not in out and pitch.idea_id not in own]
    return {
        "judges": True,
        "cards": cards,
        "out": out | {pitch.pk for pitch in pitches if pitch.idea_id in own},
        "tied": queries.conflicts_of(reader, may),
        "cards_given": len(cards),
        "cards_asked": len(may),
    }
