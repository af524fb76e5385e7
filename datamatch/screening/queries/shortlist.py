"""What the ranking tells besides places: who is strict, what would help most, whether it is behind."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition, StageMove
from datamatch.people.models import Person
from datamatch.screening.enums import Order, Zone
from datamatch.screening.models import Advice, Assignment, Calibration, Severity, Standing
from datamatch.screening.queries.assignments import counting_reviews
from datamatch.screening.queries.decisions import tally_of
from datamatch.screening.queries.ranking import latest_calibration, reviews_since
from datamatch.screening.queries.settling import cuts_in

HALF = 0.5
ASKED = Exists(Assignment.objects.filter(idea=OuterRef("idea"), screener=OuterRef("screener")))


def editions_in_screening() -> QuerySet[Edition]:
    """Return the editions whose reviews may still change."""
    return Edition.objects.filter(stage=Stage.SCREENING)


def editions_closed_before(moment: datetime) -> QuerySet[Edition]:
    """Return the editions that were over before a moment."""
    closed = StageMove.objects.filter(entered=Stage.CLOSED, at__lt=moment)
    return Edition.objects.filter(stage=Stage.CLOSED, pk__in=closed.values("edition"))


def is_behind(edition: Edition) -> bool:
    """Tell whether reviews were given, changed or handed back after the last calculation; never once published."""
    count = counting_reviews(edition).count()
    if not count or tally_of(edition).published:
        return False
    calibration = latest_calibration(edition)
    if calibration is None or calibration.review_count != count:
        return True
    return reviews_since(calibration) > 0 or cuts_in(edition).filter(at__gt=calibration.made_at).exists()


def severities_of(calibration: Calibration, *, only: Person | None = None) -> QuerySet[Severity]:
    """Return how strict or mild each screener is, strict first; or of one screener only."""
    found = calibration.severities.select_related("screener").order_by("lean", "pk")
    return found.filter(screener=only) if only else found


def advice_of(calibration: Calibration) -> QuerySet[Advice]:
    """Return the reviews that would help most, the most telling first, each with `is_asked`."""
    return calibration.advice.select_related("idea", "screener").annotate(is_asked=ASKED).order_by("place")


def open_advice(calibration: Calibration) -> list[Advice]:
    """Return the advised reviews that nobody asked yet."""
    return list(calibration.advice.select_related("idea", "screener").exclude(ASKED).order_by("place"))


def ordered(standings: Iterable[Standing], order: str) -> list[Standing]:
    """Return standings in the order a reader asked for; equal ones stay in the order of the ranking."""
    keys = {
        Order.DOUBT: lambda one: abs(one.chance - HALF),
        Order.APART: lambda one: -(one.spread or 0),
        Order.MOVED: lambda one: -abs(one.raw_place - one.place) if one.raw_place else 0,
        Order.FEWEST: lambda one: one.review_count,
    }
    return sorted(standings, key=keys[Order(order)]) if order in keys else list(standings)


def in_zone(standings: Iterable[Standing], zone: str) -> list[Standing]:
    """Return the standings of one zone; of all when none is named."""
    return [one for one in standings if zone not in Zone.values or one.zone == zone]


def severity_rows(severities: Iterable[Severity]) -> list[dict[str, Any]]:
    """Return the rows of the chart and of the table: who, between which points, and what that means in words."""
    return [
        {
            "label": one.screener.name,
            "low": round(one.low, 2),
            "value": round(one.lean, 2),
            "high": round(one.high, 2),
            "text": one.in_words,
            "state": "in" if one.stands_out else "out",
            "reviews": one.review_count,
        }
        for one in severities
    ]
