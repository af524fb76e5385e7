"""The stages of an edition with the days on which they began, or are meant to begin."""

from datetime import date
from typing import TypedDict

from django.utils import timezone
from django.utils.formats import date_format

from datamatch.control.enums import PLANNED_DAY
from datamatch.editions.enums import ORDER, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import moves_of


class Stop(TypedDict):
    """One stage in the bar: done, current or next."""

    label: str
    state: str
    date: str


def stops_of(edition: Edition) -> list[Stop]:
    """Return every stage in order; begun ones with the day of the move, later ones with the day of the plan."""
    began = {move.entered: timezone.localdate(move.at) for move in moves_of(edition)}
    return [
        Stop(
            label=str(stage.label),
            state=state_of(stage, edition),
            date=_words(began.get(stage) or planned_day(edition, stage)),
        )
        for stage in ORDER
    ]


def planned_day(edition: Edition, stage: Stage) -> date | None:
    """Return the day on which a stage is meant to begin, where the plan names one."""
    day: date | None = getattr(edition, PLANNED_DAY[stage]) if stage in PLANNED_DAY else None
    return day


def state_of(stage: Stage, edition: Edition) -> str:
    """Return done, current or next."""
    if stage == edition.stage:
        return "current"
    return "done" if edition.has_come(stage) else "next"


def _words(day: date | None) -> str:
    """Return a day as people write it; nothing where there is none."""
    return date_format(day, "j F Y") if day else ""
