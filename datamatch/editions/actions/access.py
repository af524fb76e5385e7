"""Closing an edition to some, letting people in, and sealing its ideas."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import cast

from django.db import transaction
from django.db.models import F

from datamatch.editions import rules
from datamatch.editions.models import AccessCode, Edition, EditionMember
from datamatch.editions.queries.access import WRONG_CODE
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Domain, Person

# Without letters and digits that look alike.
LETTERS, LENGTH = "ABCDEFGHJKMNPQRSTUVWXYZ23456789", 10


@transaction.atomic
def set_access(*, edition: Edition, access: str, sealed: bool, by: Person, at: datetime) -> Edition:
    """Say who may enter an edition, and whether its ideas stay sealed until the call is closed.

    :raises Refused: not you, or the call has begun
    """
    refuse_if(rules.why_not_set_access(edition=edition, access=access, sealed=sealed, by=by))
    edition.access, edition.sealed = access, sealed
    edition.save(update_fields=["access", "sealed"])
    trail.record("edition.access", of=edition, by=by, at=at, access=str(access), sealed=sealed)
    return edition


@transaction.atomic
def choose_domains(*, edition: Edition, domains: Sequence[Domain], by: Person, at: datetime) -> None:
    """Say which mail domains belong to the programme of an edition.

    :raises Refused: not an administrator, or an edition needs them
    """
    refuse_if(rules.why_not_choose_domains(domains=domains, edition=edition, by=by))
    edition.programme.domains.set(domains)
    trail.record("programme.domains", of=edition.programme, by=by, at=at, domains=len(domains))


@transaction.atomic
def make_code(
    *,
    edition: Edition,
    by: Person,
    at: datetime,
    note: str = "",
    most_uses: int | None = None,
    expires_at: datetime | None = None,
) -> AccessCode:
    """Make a code that lets people into an edition.

    :raises Refused: not you, or it would be over already
    """
    refuse_if(rules.why_not_make_code(edition=edition, by=by, expires_at=expires_at, at=at))
    drawn = "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))
    code = AccessCode.objects.create(
        edition=edition, code=drawn, note=note, most_uses=most_uses, expires_at=expires_at, made_by=by, made_at=at
    )
    trail.record("access_code.make", of=code, by=by, at=at, most_uses=most_uses)
    return code


@transaction.atomic
def revoke_code(*, code: AccessCode, by: Person, at: datetime) -> None:
    """Withdraw a code; who entered with it stays.

    :raises Refused: not you, or withdrawn already
    """
    refuse_if(rules.why_not_revoke_code(code=code, by=by))
    code.revoked_at = at
    code.save(update_fields=["revoked_at"])
    trail.record("access_code.revoke", of=code, by=by, at=at)


@transaction.atomic
def enter_with_code(*, code: AccessCode | None, by: Person, at: datetime) -> EditionMember:
    """Let somebody into an edition with a code, and remember them; who is inside uses no code up.

    :raises Refused: too many wrong codes, or this one does not work
    """
    refuse_if(rules.why_not_try_code(by=by, at=at))
    # Held, so that the last place goes to one of two who come at once.
    held = AccessCode.objects.select_for_update().filter(pk=code.pk).first() if code else None
    refuse_if(rules.why_not_enter_with(code=held, by=by, at=at))
    used = cast(AccessCode, held)  # the rule above refuses when there is no code
    member, is_new = EditionMember.objects.select_related("edition").get_or_create(
        edition=used.edition, person=by, defaults={"code": used, "joined_at": at}
    )
    if is_new:
        AccessCode.objects.filter(pk=used.pk).update(used=F("used") + 1)
        trail.record("edition.enter", of=used.edition, by=by, at=at, code=str(used.public_id))
    return member


@transaction.atomic
def note_wrong_code(*, by: Person, at: datetime) -> None:
    """Note that somebody typed a code that does not work; after ten in an hour they have to wait."""
    trail.record(WRONG_CODE, of=by, by=by, at=at, result="refused")
