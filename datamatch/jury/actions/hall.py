"""Deeds in the hall: its page, and the vote of the audience."""

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import Case, F, Value, When

from datamatch.editions.models import Edition
from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.enums import Mark, VoteState
from datamatch.jury.models import Hall, HallTally, HallVoter, Pitch
from datamatch.people.models import Person

# No letters and digits that are taken for one another when they are read from a wall.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 6


@transaction.atomic
def open_hall(*, edition: Edition, by: Person, at: datetime, accounts_only: bool = False) -> Hall:
    """Give the audience a page behind a short code. :raises Refused: not you, not now, or it has one"""
    Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_open_hall(edition=edition, by=by))
    code = "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))
    hall = Hall.objects.create(edition=edition, code=code, accounts_only=accounts_only, opened_at=at)
    trail.record("hall.open", of=hall, by=by, at=at, accounts_only=accounts_only)
    _tell(hall)
    return hall


@transaction.atomic
def change_hall(*, hall: Hall, accounts_only: bool, by: Person, at: datetime) -> Hall:
    """Change whether an account is needed to vote. :raises Refused: not you, or the vote was opened"""
    hall = _alone(hall)
    refuse_if(rules.why_not_change_hall(hall=hall, by=by))
    hall.accounts_only = accounts_only
    return _kept(hall, "hall.change", "accounts_only", by=by, at=at)


@transaction.atomic
def open_vote(*, hall: Hall, by: Person, at: datetime) -> Hall:
    """Let the audience vote. :raises Refused: not you, voted before, or a pitch is still to come"""
    hall = _alone(hall)
    refuse_if(rules.why_not_open_vote(hall=hall, by=by))
    pitches = queries.pitches_in(hall.edition)
    HallTally.objects.bulk_create(HallTally(hall=hall, pitch=pitch) for pitch in pitches)
    hall.state, hall.vote_opened_at = VoteState.OPEN, at
    return _kept(hall, "hall.vote_open", "state", "vote_opened_at", by=by, at=at)


@transaction.atomic
def close_vote(*, hall: Hall, by: Person, at: datetime) -> Hall:
    """Close the vote of the audience; from now on the result is there for all. :raises Refused: not you, not open"""
    hall = _alone(hall)
    refuse_if(rules.why_not_close_vote(hall=hall, by=by))
    hall.state, hall.vote_closed_at = VoteState.CLOSED, at
    return _kept(hall, "hall.vote_close", "state", "vote_closed_at", by=by, at=at)


@transaction.atomic
def vote(*, hall: Hall, guest: queries.Guest, pitch: Pitch | None, at: datetime) -> None:
    """Count one vote of a guest, and mark that they voted; what for is not kept with the mark.

    The mark and the count are one transaction. Every count is written, also where nothing is added: what was written
    last would tell the last vote.
    :raises Refused: not open, voted before, an account is needed, or not a pitch of this day
    """
    hall = _alone(hall)
    refuse_if(rules.why_not_vote(hall=hall, guest=guest))
    refuse_if(rules.why_not_pick(hall=hall, pitch=pitch))
    person, device = queries.keys_of(guest, hall)
    HallVoter.objects.create(hall=hall, key=person or device, mark=Mark.ACCOUNT if person else Mark.DEVICE)
    if person and device:
        HallVoter.objects.get_or_create(hall=hall, key=device, defaults={"mark": Mark.USED})
    one = Case(When(pitch=pitch, then=Value(1)), default=Value(0))
    HallTally.objects.filter(hall=hall).update(count=F("count") + one)
    trail.record("hall.vote", of=hall, by=guest.person, at=at)
    live.changed(queries.desk_of(hall.edition))


def _alone(hall: Hall) -> Hall:
    """Return the hall as it is now, while nobody else changes it."""
    return Hall.objects.select_for_update(of=("self",)).select_related("edition").get(pk=hall.pk)


def _kept(hall: Hall, deed: str, *changed: str, by: Person, at: datetime) -> Hall:
    """Write what changed, and tell the trail and the hall."""
    hall.save(update_fields=changed)
    trail.record(deed, of=hall, by=by, at=at)
    _tell(hall)
    return hall


def _tell(hall: Hall) -> None:
    """Let everybody in the hall look again, and the wall too."""
    live.changed(queries.hall_topic(hall.edition))
    live.changed(queries.room_of(hall.edition))
