"""Inviting people to an edition: who has an account is let in at once, who has none gets a link to register."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from datamatch.editions import queries, rules
from datamatch.editions.models import Edition, EditionInvite, EditionMember
from datamatch.foundation import mail, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.actions import invite
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
        invitation, _link = invite(by=by, at=at, email=address, manages=True)
        EditionInvite.objects.create(edition=edition, invitation=invitation)
    trail.record("edition.invite", of=edition, by=by, at=at, people=len(wanted))


def let_in(edition: Edition, *, person: Person, by: Person, at: datetime) -> None:
    """Let somebody in who has an account, and mail them where to go."""
    EditionMember.objects.get_or_create(edition=edition, person=person, defaults={"joined_at": at})
    with translation.override(person.language):
        words = {
            "name": person.name,
            "by": by.name,
            "edition": edition.name,
            "url": settings.BASE_URL.rstrip("/") + reverse("editions:editions"),
        }
        subject = _("Take part in %(edition)s: you are invited") % words
        body = _("Hello %(name)s,\n\n%(by)s invites you to %(edition)s. You find it here:\n%(url)s\n") % words
    key = f"edition.invite:{edition.public_id}:{person.public_id}"
    mail.queue(key=key, to=person.email, subject=subject, body=body, language=person.language, at=at)
