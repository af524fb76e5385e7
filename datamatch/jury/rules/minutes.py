"""Why minutes may not be signed or added to."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.jury import queries
from datamatch.jury.enums import Signatory
from datamatch.people.models import Person


def why_not_sign(*, edition: Edition, role: str, by: Person) -> str | None:
    """Return why this person cannot sign the minutes in this role now, or None when they can."""
    if role == Signatory.CHAIR and Duty.JUROR not in duties_of(by, edition):
        return _("A juror signs as chair.")
    if role == Signatory.SECRETARY and not is_manager(by, edition):
        return _("The programme manager signs as secretary.")
    if queries.verdict_of(edition) is None:
        return _("The minutes are signed when the verdict is settled.")
    signed = queries.roles_signed(queries.signed_minutes(edition))
    if role in signed:
        return _("%(name)s signed already.") % {"name": signed[role].name}
    return _("Two people sign; you did already.") if by in signed.values() else None


def why_not_add(*, edition: Edition, by: Person) -> str | None:
    """Return why this person cannot add to the minutes, or None when they can."""
    minutes = queries.signed_minutes(edition)
    if not is_manager(by, edition) and by not in queries.roles_signed(minutes).values():
        return _("Who signed the minutes, or manages the programme, adds to them.")
    return None if queries.is_signed_off(minutes) else _("The minutes are not signed yet.")


def why_not_text(*, text: str) -> str | None:
    """Return what is wrong with an addendum, or None when it says something."""
    return None if text.strip() else _("Write what is put right.")
