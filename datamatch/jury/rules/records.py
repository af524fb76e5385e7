"""Why the records of an outcome may not be taken out."""

from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.jury import queries
from datamatch.people.models import Person


def why_not_export_records(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not take the records out now, or None when they may."""
    if not is_manager(by, edition):
        return _("Only the programme manager takes the records out.")
    if queries.verdict_of(edition) is None:
        return _("The verdict is not settled yet.")
    return None
