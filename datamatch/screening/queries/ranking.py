"""The calibrated ranking as it was last calculated."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.ideas.models import Idea
from datamatch.screening.enums import RESERVES, Outcome, Zone, count_of_ten
from datamatch.screening.models import Calibration, Standing
from datamatch.screening.queries.assignments import counting_reviews

SHOWN_BELOW = 5
STATES = {Zone.IN: "in", Zone.DISCUSS: "between", Zone.OUT: "out"}


def latest_calibration(edition: Edition) -> Calibration | None:
    """Return the last calculation of an edition."""
    return Calibration.objects.filter(edition=edition).first()


def standings_of(calibration: Calibration) -> QuerySet[Standing]:
    """Return the standings of a calculation, best first."""
    return calibration.standings.select_related("idea__theme").order_by("place")


def standing_of(idea: Idea) -> Standing | None:
    """Return where an idea stands in the last calculation."""
    calibration = latest_calibration(idea.edition)
    return calibration.standings.filter(idea=idea).first() if calibration else None


def reviews_since(calibration: Calibration) -> int:
    """Return how many reviews were given or changed after a calculation."""
    return counting_reviews(calibration.edition).filter(given_at__gt=calibration.made_at).count()


def outcome_at(place: int, shortlist_size: int) -> Outcome:
    """Return what the ranking proposes for a place: the first on the list, the next in reserve, the rest not."""
    if place <= shortlist_size:
        return Outcome.YES
    return Outcome.RESERVE if place <= shortlist_size + RESERVES else Outcome.NO


def proposed_outcome(idea: Idea) -> Outcome | None:
    """Return what the last calculation proposes for an idea, or None without one."""
    standing = standing_of(idea)
    return outcome_at(standing.place, idea.edition.shortlist_size) if standing else None


def seats_left(shortlist_size: int, taken: Collection[str]) -> list[Outcome]:
    """Return the outcomes that can still be given, best first; whoever comes after them gets a no."""
    counted = Counter(taken)
    yes = max(shortlist_size - counted[Outcome.YES], 0)
    reserve = max(RESERVES - counted[Outcome.RESERVE], 0)
    return [Outcome.YES] * yes + [Outcome.RESERVE] * reserve


@dataclass(frozen=True)
class Summary:
    """How many ideas are in each zone."""

    sure_in: int
    discuss: int
    sure_out: int


def summary_of(standings: Sequence[Standing]) -> Summary:
    """Return how many of these standings are in each zone."""
    zones = [standing.zone for standing in standings]
    return Summary(zones.count(Zone.IN), zones.count(Zone.DISCUSS), zones.count(Zone.OUT))


def chart_rows(standings: Sequence[Standing], shortlist_size: int) -> list[dict[str, Any]]:
    """Return the rows of the chart: down to the last idea to discuss, and a few below it to compare."""
    last = max((s.place for s in standings if s.zone != Zone.OUT), default=0)
    shown = standings[: max(last, shortlist_size) + SHOWN_BELOW]
    return [
        {
            "label": standing.idea.title,
            "url": reverse("screening:decide", args=[standing.idea.public_id]),
            "low": round(standing.low, 2),
            "value": round(standing.score, 2),
            "high": round(standing.high, 2),
            "before": standing.raw,
            "before_text": plain_mean(standing),
            "text": count_of_ten(standing.chance),
            "state": STATES[Zone(standing.zone)],
        }
        for standing in shown
    ]


def plain_mean(standing: Standing) -> str:
    """Return the mean without correction in words."""
    if standing.raw is None:
        return _("No reviews yet")
    return _("Plain mean %(mean)s") % {"mean": number_format(round(standing.raw, 1), 1)}


def chart_ends(rows: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """Return the whole numbers between which the rows fit, so that the chart spends its width on differences."""
    if not rows:
        return LOWEST, HIGHEST
    before = [row["before"] for row in rows if row.get("before") is not None]
    low, high = min(row["low"] for row in rows), max(row["high"] for row in rows)
    return floor(min(low, *before, high)), ceil(max(high, *before, low))
