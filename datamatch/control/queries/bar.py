"""The stages of an edition with the days on which they began, or are meant to begin."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format

from datamatch.control.enums import PLANNED_DAY
from datamatch.editions.enums import ORDER, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import moves_of


@dataclass(frozen=True)
class Stop:
    """One stage in the bar: behind us, now, or to come."""

    label: str
    state: str
    date: str


def stops_of(edition: Edition) -> list[Stop]:
    """Return every stage in order; begun ones with the day of the move, later ones with the day of the plan."""
    began = {move.entered: timezone.localdate(move.at) for move in moves_of(edition)}
    planned = {stage: getattr(edition, day) for stage, day in PLANNED_DAY.items()}
    return [Stop(str(stage.label), _state(stage, edition), _words(began.get(stage) or planned.get(stage))) for stage in ORDER]


def _state(stage: Stage, edition: Edition) -> str:
    """Return done, current or next."""
    if stage == edition.stage:
        return "current"
    return "done" if edition.has_come(stage) else "next"


def _words(day: date | None) -> str:
    """Return a day as people write it; nothing where there is none."""
    return date_format(day, "j M Y") if day else ""
