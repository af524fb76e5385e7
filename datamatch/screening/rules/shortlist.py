"""Why somebody may not see or steer what the ranking tells about reviews; None when they may."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.models import Calibration
from datamatch.screening.rules.reviews import why_not_manage, why_not_review_in


def why_not_see_severity(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see how strict or mild screeners are: others never, their own afterwards.

    Who knew it halfway would score the next idea differently.
    """
    if is_manager(by, edition):
        return _("Ideas stay sealed until the call is closed. Then you find this here.") if edition.is_sealed else None
    if Duty.SCREENER not in duties_of(by, edition):
        return _("Only screeners and programme managers see this.")
    if not edition.has_come(Stage.MATCHING):
        return _("You see this when the screening is closed, so that it does not change how you score.")
    return None


def why_not_ask_advised(*, calibration: Calibration, by: Person) -> str | None:
    """Return why the reviews that would help most cannot be asked now, or None when they can."""
    edition = calibration.edition
    if (reason := why_not_manage(edition=edition, by=by)) or (reason := why_not_review_in(edition=edition)):
        return reason
    if queries.tally_of(edition).published:
        return _("The decisions are published.")
    if queries.latest_calibration(edition) != calibration or queries.is_behind(edition):
        return _("Reviews changed after this was calculated. Calculate the ranking again first.")
    if not queries.open_advice(calibration):
        return _("These reviews are asked already.")
    return None
