"""Links with which one person may register, whatever their address."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from datamatch.foundation import mail, trail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Invitation, Person
from datamatch.people.queries import hash_of

VALID_FOR = timedelta(days=14)


@transaction.atomic
def invite(
    *,
    by: Person,
    at: datetime,
    email: str = "",
    valid_for: timedelta = VALID_FOR,
    manages: bool = False,
    leads_to: str = "",
) -> tuple[Invitation, str]:
    """Make an invitation and return it with its link, which is known now only; with an address it is mailed there too.

    `manages` is said by a room above that knows that this person manages an edition, `leads_to` where they arrive.

    :raises Refused: neither an administrator nor a manager, or the address has a profile already
    """
    refuse_if(rules.why_not_invite(by=by, email=email, manages=manages))
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        token_hash=hash_of(token), made_by=by, email=email.strip().lower(), made_at=at, expires_at=at + valid_for,
        leads_to=leads_to,
    )  # fmt: skip
    link = whole_address(reverse("people:accept", args=[token]))
    if invitation.email:
        _mail(invitation, link, at)
    trail.record("invitation.make", of=invitation, by=by, at=at)
    return invitation, link


def _mail(invitation: Invitation, link: str, at: datetime) -> None:
    """Queue the mail with the link, in the language of who invites."""
    body = _(
        "Hello,\n\n%(name)s invites you to take part. With this link you make your profile:\n\n%(link)s\n\n"
        "It works once, until %(day)s."
    )
    day = f"{invitation.expires_at:%d-%m-%Y}"
    mail.queue(
        key=f"invitation:{invitation.public_id}",
        to=invitation.email,
        subject=_("Make your profile: you are invited"),
        body=body % {"name": invitation.made_by.name, "link": link, "day": day},
        language=(get_language() or "nl")[:2],
        at=at,
    )


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: Person, at: datetime, manages: bool = False) -> None:
    """Withdraw an invitation: its link lets nobody in any more.

    :raises Refused: not an administrator or who made it, or it was used or withdrawn already
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    refuse_if(rules.why_not_revoke(invitation=invitation, by=by, manages=manages))
    invitation.revoked_at = at
    invitation.save(update_fields=["revoked_at"])
    trail.record("invitation.revoke", of=invitation, by=by, at=at)
