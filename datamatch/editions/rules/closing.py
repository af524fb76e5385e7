"""Why a call may not be extended, or not be opened or closed by the clock; None when it may."""

from datetime import date, datetime, time

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.models.edition import moment_of
from datamatch.editions.rules.planning import DAYS, why_not_in_this_order, why_not_manage
from datamatch.people.models import Person


def why_not_move_by_clock(*, edition: Edition, at: datetime) -> str | None:
    """Return why the clock leaves an edition in its stage, or None when the moment of the plan has come."""
    moments = {Stage.PREPARING: edition.call_opens_at, Stage.CALL: edition.call_closes_at}
    moment = moments.get(Stage(edition.stage))
    return None if moment is not None and moment <= at else _("The moment of the plan has not come.")


def why_not_ask_extension(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not extend the call, or None when they may."""
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    if edition.stage != Stage.CALL:
        return _("Only a call that is open can be extended.")
    return None


def why_not_extend(
    *, edition: Edition, closes_on: date, closes_time: time, reason: str, by: Person, at: datetime
) -> str | None:
    """Return why the call cannot be extended to this moment, or None when it can."""
    if why_not := why_not_ask_extension(edition=edition, by=by):
        return why_not
    closes_at = moment_of(closes_on, closes_time)
    was = edition.call_closes_at or (edition.call_closes_on and moment_of(edition.call_closes_on, time(0)))
    if closes_at is None or closes_at <= at or (was and closes_at <= was):
        return _("An extension is later than now, and later than the call would close.")
    if not reason.strip():
        return _("Say why; everybody reads it.")
    return why_not_in_this_order({day: getattr(edition, day) for day in DAYS} | {"call_closes_on": closes_on})
