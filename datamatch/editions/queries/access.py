"""Who may enter which edition."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from datamatch.editions.models import AccessCode, Edition, EditionInvite, EditionMember
from datamatch.foundation.models import TrailEntry
from datamatch.people.models import Domain, Person

WRONG_CODE = "access.wrong_code"
HOUR = timedelta(hours=1)


def editions_entered(*, by: Any) -> QuerySet[Edition]:
    """Return the editions that a reader may enter; what they may see inside is asked there."""
    return Edition.objects.entered_by(by)


def codes_of(edition: Edition) -> QuerySet[AccessCode]:
    """Return the access codes of an edition, newest first."""
    return edition.codes.all()


def code_typed(words: str) -> AccessCode | None:
    """Return the code that somebody typed, whatever spaces, dashes and capitals they used; None when there is none."""
    typed = "".join(letter for letter in words.upper() if letter.isalnum())
    return AccessCode.objects.select_related("edition").filter(code=typed).first() if typed else None


def wrong_codes_of(person: Person, *, at: datetime) -> int:
    """Return how often a person typed a wrong code in the last hour."""
    lines = TrailEntry.objects.filter(of_type=Person._meta.label_lower, of_id=str(person.public_id))
    return lines.filter(deed=WRONG_CODE, at__gt=at - HOUR).count()


def member_count(edition: Edition) -> int:
    """Return how many people entered a closed edition with a code or an invitation."""
    return edition.members.count() + edition.invites.filter(invitation__used_by__isnull=False).count()


def members_of(edition: Edition) -> QuerySet[EditionMember]:
    """Return who entered a closed edition with a code, or was let in, the last one first."""
    return edition.members.select_related("person__profile__unit", "code").order_by("-joined_at", "-pk")


def open_invites(edition: Edition) -> QuerySet[EditionInvite]:
    """Return the invitations to an edition that nobody used or withdrew, the oldest first; also those that expired."""
    waiting = edition.invites.filter(invitation__used_at=None, invitation__revoked_at=None)
    return waiting.select_related("invitation", "edition").order_by("invitation__made_at", "pk")


def registered_by_invite(edition: Edition) -> QuerySet[EditionInvite]:
    """Return the invitations with which somebody registered, the last one first."""
    used = edition.invites.filter(invitation__used_by__isnull=False)
    return used.select_related("invitation__used_by__profile__unit").order_by("-invitation__used_at", "-pk")


def invited_addresses(edition: Edition, *, at: datetime) -> set[str]:
    """Return the addresses that were invited to an edition and can still answer."""
    waiting = edition.invites.filter(
        invitation__used_at=None, invitation__revoked_at=None, invitation__expires_at__gt=at
    )
    return set(waiting.values_list("invitation__email", flat=True))


def domains_of(edition: Edition) -> QuerySet[Domain]:
    """Return the mail domains whose people belong to the programme of an edition."""
    return edition.programme.domains.all()
