"""Why a page of the hall stays shut for somebody; None when it opens."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.people.models import Person


def why_not_see_energy_map(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see where the energy of an edition is, or None when they may."""
    if not is_manager(by, edition) and Duty.DIRECTOR not in duties_of(by, edition):
        return _("The energy map is for the managers and directors of this edition.")
    if edition.is_sealed:
        return _("Ideas stay sealed until the call is closed. Then the energy map shows where they come from.")
    return None
