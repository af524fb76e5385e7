"""How much ideas and screeners differed in earlier editions."""

from dataclasses import dataclass

from datamatch.screening.models import Calibration

PARTS = ("idea", "screener", "rest")


@dataclass(frozen=True)
class Variances:
    """Variance of one score by where it comes from, in squared points of the scale of 1 to 5."""

    idea: float
    screener: float
    rest: float
    editions: tuple[str, ...] = ()  # the editions it was seen in

    @property
    def total(self) -> float:
        """Return the variance of one score."""
        return self.idea + self.screener + self.rest


def variances_so_far() -> Variances | None:
    """Return the variances of the last ranking of each edition, weighted by its reviews; None without any.

    A ranking of too few reviews to tell strictness from taste does not count.
    """
    last: dict[int, Calibration] = {}
    for calibration in Calibration.objects.filter(identifiable=True).select_related("edition"):
        last.setdefault(calibration.edition_id, calibration)
    kept = [one for one in last.values() if one.review_count and all(part in one.variances for part in PARTS)]
    if not kept:
        return None
    count = sum(one.review_count for one in kept)
    idea, screener, rest = (sum(one.review_count * one.variances[part] for one in kept) / count for part in PARTS)
    names = sorted((one.edition.number, one.edition.name) for one in kept)
    return Variances(idea, screener, rest, tuple(name for _number, name in names))
