"""Inviting people to an edition: who has an account is let in at once, who has none gets a link to register."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from datamatch.editions import queries, rules
from datamatch.editions.models import Edition, EditionInvite, EditionMember
from datamatch.foundation import mail, trail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.actions import invite, revoke_invitation
from datamatch.people.models import Person


@transaction.atomic
def invite_people(*, edition: Edition, addresses: Sequence[str], by: Person, at: datetime) -> None:
    """Invite people by their addresses; nobody is told who has an account already, and twice brings one mail.

    :raises Refused: not you, no address, or too many at once
    """
    refuse_if(rules.why_not_invite_people(edition=edition, addresses=addresses, by=by))
    wanted = {address.strip().lower() for address in addresses}
    known = Person.objects.filter(email__in=wanted)
    for person in known.filter(is_active=True):
        let_in(edition, person=person, by=by, at=at)
    waiting = queries.invited_addresses(edition, at=at)
    for address in sorted(wanted - set(known.values_list("email", flat=True)) - waiting):
        edition.invites.filter(invitation__email=address, invitation__used_at=None).delete()
        invitation, _link = invite(by=by, at=at, email=address, manages=True, leads_to=page_of(edition))
        EditionInvite.objects.create(edition=edition, invitation=invitation)
    trail.record("edition.invite", of=edition, by=by, at=at, people=len(wanted))


def page_of(edition: Edition) -> str:
    """Return the page of an edition; it belongs to a room above, at the address of the list with the slug behind it."""
    return f"{reverse('editions:editions')}{edition.slug}/"


@transaction.atomic
def invite_again(*, invite_sent: EditionInvite, by: Person, at: datetime) -> None:
    """Send an invitation again with a new link, and let the old one work no more; who registered meanwhile is let in.

    :raises Refused: not you, it was used or withdrawn, or it was sent less than a day ago
    """
    held = hold(invite_sent)
    refuse_if(rules.why_not_invite_again(invite=held, by=by, at=at))
    old, edition = held.invitation, held.edition
    person = Person.objects.filter(email=old.email).first()
    if person is None:
        held.invitation, _link = invite(by=by, at=at, email=old.email, manages=True, leads_to=page_of(edition))
        held.save(update_fields=["invitation"])
    else:
        let_in(edition, person=person, by=by, at=at)
        held.delete()
    if old.is_open(at):
        revoke_invitation(invitation=old, by=by, at=at, manages=True)
    trail.record("edition.invite_again", of=edition, by=by, at=at)


@transaction.atomic
def withdraw_invite(*, invite_sent: EditionInvite, by: Person, at: datetime) -> None:
    """Withdraw an invitation: its link lets nobody in any more, and its address is no longer on the list.

    :raises Refused: not you, or it was used or withdrawn already
    """
    held = hold(invite_sent)
    refuse_if(rules.why_not_withdraw_invite(invite=held, by=by))
    revoke_invitation(invitation=held.invitation, by=by, at=at, manages=True)
    held.delete()
    trail.record("edition.withdraw_invite", of=held.edition, by=by, at=at)


def hold(invite_sent: EditionInvite) -> EditionInvite:
    """Lock an invitation until this transaction ends, and return it as it is by now.

    :raises Refused: it is no longer on the list
    """
    if EditionInvite.objects.select_for_update().filter(pk=invite_sent.pk).first() is None:
        raise Refused(_("This invitation was withdrawn already."))
    return EditionInvite.objects.select_related("edition", "invitation").get(pk=invite_sent.pk)


def let_in(edition: Edition, *, person: Person, by: Person, at: datetime) -> None:
    """Let somebody in who has an account, and mail them where to go."""
    EditionMember.objects.get_or_create(edition=edition, person=person, defaults={"joined_at": at})
    with translation.override(person.language):
        words = {
            "name": person.name,
            "by": by.name,
            "edition": edition.name,
            "url": whole_address(page_of(edition)),
        }
        subject = _("Take part in %(edition)s: you are invited") % words
        body = _("Hello %(name)s,\n\n%(by)s invites you to %(edition)s. You find it here:\n%(url)s\n") % words
    key = f"edition.invite:{edition.public_id}:{person.public_id}"
    mail.queue(key=key, to=person.email, subject=subject, body=body, language=person.language, at=at)
