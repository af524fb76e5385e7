"""The stages of an edition, ready for the stage bar."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language

from datamatch.editions.enums import ORDER, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import current_edition, is_manager


def edition_now(reader: Any) -> Edition | None:
    """Return the edition that runs now, or None when there is none that this reader may know of."""
    now = current_edition()
    if now is not None and now.stage == Stage.PREPARING and not is_manager(reader, now):
        return None
    return now


def stage_bar(edition: Edition) -> list[dict[str, Any]]:
    """Return every stage with its state (done, current, next) and the day it begins, where that is planned."""
    now, begins = ORDER.index(Stage(edition.stage)), beginnings(edition)
    return [
        {
            "label": stage.label,
            "state": "done" if place < now else "current" if place == now else "next",
            "date": short_words(day) if (day := begins.get(stage)) else "",
        }
        for place, stage in enumerate(ORDER)
    ]


def short_words(day: date) -> str:
    """Return a day with its month in three letters; only English gives months a capital."""
    return date_format(day, "j b Y" if get_language() == "nl" else "j M Y")


def beginnings(edition: Edition) -> dict[Stage, date | None]:
    """Return the planned first day of the stages that have one."""
    return {
        Stage.CALL: edition.call_opens_on,
        Stage.SCREENING: edition.call_closes_on,
        Stage.PITCHING: edition.pitch_on,
        Stage.DELIVERY: edition.delivery_starts_on,
        Stage.SHOWCASE: edition.datadag_on,
    }
