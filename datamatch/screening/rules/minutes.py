"""Why somebody may not see the minutes of the screening, or note something in them; None when they may."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.people.models import Person
from datamatch.screening.rules.decisions import why_not_see_ranking
from datamatch.screening.rules.reviews import why_not_manage


def why_not_see_minutes(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not read the minutes of the screening, or None: managers may."""
    return why_not_see_ranking(edition=edition, by=by)


def why_not_note_minutes(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not note who was present now, or None when they may."""
    if reason := why_not_manage(edition=edition, by=by):
        return reason
    if not edition.has_come(Stage.SCREENING):
        return _("The screening begins when the call is closed.")
    if edition.has_come(Stage.PITCHING):
        return _("The pitch day has come. The minutes of the screening stay as they are.")
    return None


def why_not_meet_on(*, met_on: date | None, at: datetime) -> str | None:
    """Return why nobody can have met on this day, or None when they can, or no day is told."""
    if met_on is not None and met_on > timezone.localdate(at):
        return _("That day is still to come.")
    return None
