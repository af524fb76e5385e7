"""Why somebody may not let others in; None when they may."""

from django.utils.translation import gettext as _

from datamatch.people.enums import MAIL_DOMAIN
from datamatch.people.models import Person


def why_not_keep_domains(*, by: Person) -> str | None:
    """Return why this person may not change the list of mail domains, or None when they may."""
    if not by.is_staff:
        return _("Only an administrator decides which mail domains may register.")
    return None


def why_not_add_domain(*, name: str, by: Person) -> str | None:
    """Return why this person may not add this domain, or None when they may."""
    if MAIL_DOMAIN.fullmatch(name) is None:
        return _("This is no mail domain. Write it as example.nl, without @.")
    return why_not_keep_domains(by=by)
