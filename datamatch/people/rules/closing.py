"""Why somebody may not close an account; None when they may."""

from django.utils.translation import gettext as _

from datamatch.foundation import privacy
from datamatch.people import queries
from datamatch.people.models import Person


def why_not_close(*, person: Person, by: Person) -> str | None:
    """Return why this person may not close the account, or None when they may."""
    if by.pk != person.pk:
        return _("Only you close your own account.")
    if person.closed_at is not None:
        return _("This account is closed.")
    if person.is_staff and not queries.other_administrators(person).exists():
        return _("You are the only administrator. Let somebody else become one first.")
    return next(privacy.reasons_to_stay(person), None)
