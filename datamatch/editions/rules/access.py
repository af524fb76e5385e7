"""Why somebody may not close, open or enter an edition; None when they may."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from datamatch.editions import queries
from datamatch.editions.enums import Access, Stage
from datamatch.editions.models import AccessCode, Edition, EditionInvite
from datamatch.editions.rules.planning import why_not_manage
from datamatch.people.models import Domain, Invitation, Person

MOST_WRONG_CODES = 10
MOST_INVITED = 100
SEND_AGAIN_AFTER = timedelta(days=1)


def why_not_set_access(*, edition: Edition, access: str, sealed: bool, by: Person) -> str | None:
    """Return why an edition cannot be opened, closed or sealed like this, or None when it can."""
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    begun = edition.stage != Stage.PREPARING
    if begun and access not in (edition.access, Access.OPEN):
        return _("The call has begun and people may be inside. You can still open the edition to everybody.")
    if begun and sealed != edition.sealed:
        return _("The call has begun; people send their ideas trusting what was said about who reads them.")
    if access == Access.DOMAIN and access != edition.access and not queries.domains_of(edition).exists():
        return _("No mail domains belong to this programme yet. An administrator chooses them.")
    return None


def why_not_choose_domains(*, domains: Sequence[Domain], edition: Edition, by: Person) -> str | None:
    """Return why the mail domains of a programme cannot be these, or None when they can."""
    if not by.is_staff:
        return _("Only an administrator chooses the mail domains of a programme.")
    closed = Edition.objects.filter(programme=edition.programme, access=Access.DOMAIN)
    if not domains and closed.exclude(stage=Stage.CLOSED).exists():
        return _("An edition of this programme is for people at these domains. Keep at least one.")
    return None


def why_not_make_code(*, edition: Edition, by: Person, expires_at: datetime | None, at: datetime) -> str | None:
    """Return why no access code can be made, or None when one can."""
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    if expires_at is not None and expires_at <= at:
        return _("A code works until a moment that is still to come.")
    return None


def why_not_invite_people(*, edition: Edition, addresses: Sequence[str], by: Person) -> str | None:
    """Return why these people cannot be invited to an edition, or None when they can."""
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    if not addresses:
        return _("Give at least one address.")
    if len(addresses) > MOST_INVITED:
        return _("Invite at most 100 people at once. A code reaches more.")
    return None


def why_not_invite_again(*, invite: EditionInvite, by: Person, at: datetime) -> str | None:
    """Return why an invitation is not sent again, or None when it is."""
    if why_not := why_not_withdraw_invite(invite=invite, by=by):
        return why_not
    return why_not_again_so_soon(invitation=invite.invitation, at=at)


def why_not_again_so_soon(*, invitation: Invitation, at: datetime) -> str | None:
    """Return why an invitation is not sent again yet, or None when it can be."""
    if at < invitation.made_at + SEND_AGAIN_AFTER:
        return _("This invitation was sent less than a day ago.")
    return None


def why_not_withdraw_invite(*, invite: EditionInvite, by: Person) -> str | None:
    """Return why an invitation to an edition is not withdrawn, or None when it is."""
    if why_not := why_not_manage(edition=invite.edition, by=by):
        return why_not
    if invite.invitation.used_at:
        return _("This invitation was used already; there is nothing to withdraw.")
    return _("This invitation was withdrawn already.") if invite.invitation.revoked_at else None


def why_not_revoke_code(*, code: AccessCode, by: Person) -> str | None:
    """Return why a code cannot be withdrawn, or None when it can."""
    if why_not := why_not_manage(edition=code.edition, by=by):
        return why_not
    return None if code.revoked_at is None else _("This code was withdrawn already.")


def why_not_try_code(*, by: Person, at: datetime) -> str | None:
    """Return why this person may not try a code now, or None when they may."""
    if queries.wrong_codes_of(by, at=at) >= MOST_WRONG_CODES:
        return _("You tried many codes that do not work. Wait an hour, or ask who gave you the code.")
    return None


def why_not_enter_with(*, code: AccessCode | None, by: Person, at: datetime) -> str | None:
    """Return why this person does not enter with a code, or None when they do; who is inside may come again."""
    if code is not None and code.edition.members.filter(person=by).exists():
        return None
    return why_not_use_code(code=code, at=at)


def why_not_use_code(*, code: AccessCode | None, at: datetime) -> str | None:
    """Return why a code lets nobody in, or None when it does; no difference is told between wrong, old and full."""
    if code is None or not code.is_valid(at):
        return _("This code does not work, or no longer. Ask who gave it to you for another one.")
    return None
