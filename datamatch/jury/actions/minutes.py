"""Deeds about the minutes: signing fixes them, and what is wrong is put right beside them."""

from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.models import Addendum, Minutes, Signature
from datamatch.people.models import Person


@transaction.atomic
def sign_minutes(*, edition: Edition, role: str, by: Person, at: datetime) -> Minutes:
    """Sign the minutes as chair or secretary; the first signature fixes their text.

    :raises Refused: not your role, no verdict yet, or signed before
    """
    Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_sign(edition=edition, role=role, by=by))
    minutes = queries.signed_minutes(edition) or _fixed(edition, at)
    Signature.objects.create(minutes=minutes, role=role, by=by, at=at)
    trail.record("minutes.sign", of=minutes, by=by, at=at, role=role, digest=minutes.digest)
    return minutes


@transaction.atomic
def add_to_minutes(*, edition: Edition, text: str, by: Person, at: datetime) -> Addendum:
    """Put something right beside signed minutes. :raises Refused: not you, not signed yet, or nothing written"""
    refuse_if(rules.why_not_add(edition=edition, by=by))
    refuse_if(rules.why_not_text(text=text))
    minutes = Minutes.objects.select_for_update().get(edition=edition)
    addendum = Addendum.objects.create(minutes=minutes, text=text.strip(), by=by, at=at)
    trail.record("minutes.add", of=minutes, by=by, at=at)
    return addendum


def _fixed(edition: Edition, at: datetime) -> Minutes:
    """Keep the minutes as they are now."""
    lines = queries.lines_to_fix(edition)
    return Minutes.objects.create(edition=edition, lines=lines, digest=queries.seal_of(lines), fixed_at=at)
