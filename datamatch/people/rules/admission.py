"""Why somebody may not come in, or let others in; None when they may."""

from datetime import datetime

from django.utils.translation import gettext as _

from datamatch.people import queries
from datamatch.people.enums import MAIL_DOMAIN
from datamatch.people.models import Invitation, Person
from datamatch.people.rules.profile import why_not_join


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


def why_not_register(*, email: str, invitation: Invitation | None) -> str | None:
    """Return why nobody may register with this address and this (open) invitation, or None when they may."""
    email = email.strip().lower()
    if invitation is not None:
        if invitation.email not in {"", email}:
            return _("Your invitation is for another address. Use the address at which you got it.")
        return None
    if why_not_have_address(email=email):
        return _("You cannot register with this address. Use your work address, or ask for an invitation.")
    return None


def why_not_have_address(*, email: str) -> str | None:
    """Return why this address is not one of people here, or None when it is at a listed domain, or every one may."""
    if not queries.domains().exists() or queries.domain_of(email) is not None:
        return None
    known = ", ".join(domain.name for domain in queries.domains())
    return _("Only addresses at these mail domains are used here: %(domains)s.") % {"domains": known}


def why_not_use(*, invitation: Invitation | None, at: datetime) -> str | None:
    """Return why an invitation lets nobody in, or None when it does."""
    if invitation is None:
        return _("We do not know this invitation. Was the whole link copied?")
    if invitation.revoked_at:
        return _("This invitation was withdrawn. Ask who sent it for a new one.")
    if invitation.used_at:
        return _("This invitation was used already. Did you use it yourself? Then sign in.")
    if at >= invitation.expires_at:
        return _("This invitation is too old. Ask who sent it for a new one.")
    return None


def why_not_invite(*, by: Person, email: str = "", manages: bool = False) -> str | None:
    """Return why this person may not invite somebody, or None when they may."""
    if not (by.is_staff or manages):
        return _("Only an administrator or a manager of an edition invites people.")
    return why_not_join(email=email) if email else None


def why_not_revoke(*, invitation: Invitation, by: Person, manages: bool = False) -> str | None:
    """Return why this person may not withdraw an invitation, or None when they may."""
    if not (by.is_staff or manages) and by.pk != invitation.made_by_id:
        return _("Only an administrator or who made an invitation withdraws it.")
    if invitation.used_at:
        return _("This invitation was used already; there is nothing to withdraw.")
    if invitation.revoked_at:
        return _("This invitation was withdrawn already.")
    return None
