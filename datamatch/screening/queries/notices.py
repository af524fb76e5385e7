"""What a manager should know before trusting the ranking or publishing the decisions."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.screening.enums import APART, Zone
from datamatch.screening.models import Calibration
from datamatch.screening.queries.assignments import thinly_reviewed
from datamatch.screening.queries.decisions import Tally, tally_of
from datamatch.screening.queries.ranking import latest_calibration, reviews_since


@dataclass(frozen=True)
class Notice:
    """One honest remark: a heading, what it means, and how serious it is (info or warning)."""

    title: str
    text: str
    kind: str = "warning"


def notices_about(edition: Edition, calibration: Calibration | None) -> list[Notice]:
    """Return what limits the trust in a ranking."""
    found = [_few_reviews(edition), _not_identifiable(calibration), _apart(calibration), _outdated(calibration)]
    return [notice for notice in found if notice is not None]


def _few_reviews(edition: Edition) -> Notice | None:
    """Return the ideas about which there is too little to say."""
    count = thinly_reviewed(edition).count()
    if not count:
        return None
    title = ngettext("%(count)s idea has fewer than 2 reviews", "%(count)s ideas have fewer than 2 reviews", count)
    text = _("There are too few reviews to say where they stand. They lean on the average until there are more.")
    return Notice(title % {"count": count}, text)


def _not_identifiable(calibration: Calibration | None) -> Notice | None:
    """Return that strict and mild screeners cannot be told apart."""
    if calibration is None or calibration.identifiable:
        return None
    text = _(
        "The screeners read too few of the same ideas to tell a strict screener from a weak idea. "
        "The scores are hardly corrected; read the ranking as plain averages with wide margins."
    )
    return Notice(_("The correction for strict and mild screeners is not certain"), text)


def _apart(calibration: Calibration | None) -> Notice | None:
    """Return how many ideas at the edge have screeners who read something else in them."""
    near = calibration.standings.filter(zone=Zone.DISCUSS, spread__gte=APART).count() if calibration else 0
    if not near:
        return None
    title = ngettext(
        "The screeners of %(count)s idea to discuss are far apart",
        "The screeners of %(count)s ideas to discuss are far apart",
        near,
    )
    text = _("Talk about these first: a mean hides that one screener sees a good idea and another does not.")
    return Notice(title % {"count": near}, text, "info")


def _outdated(calibration: Calibration | None) -> Notice | None:
    """Return how many reviews came in after the calculation."""
    count = reviews_since(calibration) if calibration else 0
    if not count:
        return None
    title = ngettext(
        "%(count)s review came in after this calculation",
        "%(count)s reviews came in after this calculation",
        count,
    )
    text = _("They are counted within a few minutes. Calculate again to see it now.")
    return Notice(title % {"count": count}, text, "info")


def notices_about_decisions(edition: Edition) -> list[Notice]:
    """Return what does not fit yet in the decisions about the shortlist."""
    tally = tally_of(edition)
    found = [_wrong_number(edition, tally), _outdated(latest_calibration(edition))]
    return [notice for notice in found if notice is not None]


def _wrong_number(edition: Edition, tally: Tally) -> Notice | None:
    """Return that more or fewer ideas go on than planned, once everything is decided."""
    if tally.undecided or tally.yes == edition.shortlist_size:
        return None
    said = {"yes": tally.yes, "size": edition.shortlist_size}
    title = _("%(yes)s ideas go on, and the plan says %(size)s") % said
    text = _("Change decisions until the numbers agree, or prepare again: what people decided stays as it is.")
    return Notice(title, text)
