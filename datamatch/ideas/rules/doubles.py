"""Why somebody may not see which ideas look alike, or say that they are no doubles."""

from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.people.models import Person


def why_not_see_doubles(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see the pairs of ideas that look alike, or None when they may."""
    if not is_manager(by, edition):
        return _("The programme management looks at ideas that are alike.")
    if edition.is_sealed:
        return _("Ideas stay sealed until the call is closed, so nobody can see which ones are alike.")
    return None
