"""The stages of an edition, ready for the stage bar."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import get_language

from datamatch.control.queries import planned_day, state_of
from datamatch.editions.enums import ORDER, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import current_edition, editions_shown, is_manager


def edition_now(reader: Any) -> Edition | None:
    """Return the edition that runs now, or None when there is none that this reader may know of."""
    now = current_edition(to=reader)
    if now is not None and now.stage == Stage.PREPARING and not is_manager(reader, now):
        return None
    return now


def also_running(reader: Any, *, beside: Edition | None) -> QuerySet[Edition]:
    """Return the other editions that run now, of those this reader may know of."""
    others = editions_shown(to=reader).exclude(stage__in=[Stage.PREPARING, Stage.CLOSED])
    return others.exclude(pk=beside.pk) if beside else others


def stage_bar(edition: Edition) -> list[dict[str, Any]]:
    """Return every stage with its state (done, current, next) and the day it begins, where that is planned."""
    return [
        {
            "label": stage.label,
            "state": state_of(stage, edition),
            "date": short_words(day) if (day := planned_day(edition, stage)) else "",
        }
        for stage in ORDER
    ]


def short_words(day: date) -> str:
    """Return a day with its month in three letters; only English gives months a capital."""
    return date_format(day, "j b Y" if get_language() == "nl" else "j M Y")
