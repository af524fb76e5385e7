"""Deeds around the ballot box."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules, weighing
from datamatch.jury.enums import BoxState
from datamatch.jury.models import Ballot, BallotBox, BallotRank, Pitch
from datamatch.people.models import Person


@transaction.atomic
def open_box(*, edition: Edition, by: Person, at: datetime) -> BallotBox:
    """Open the ballot of the jury. :raises Refused: not you, opened before, or a pitch is still to come"""
    refuse_if(rules.why_not_open_box(edition=edition, by=by))
    box = BallotBox.objects.create(edition=edition, quorum=edition.quorum, opened_at=at)
    trail.record("ballot.open", of=box, by=by, at=at, quorum=box.quorum)
    live.changed(queries.room_of(edition))
    return box


@transaction.atomic
def cast_ballot(*, ballot_box: BallotBox, by: Person, choice: Sequence[Pitch], at: datetime) -> Ballot:
    """Keep one juror's ballot, best pitch first; it replaces an earlier one and is final once the box closes.

    :raises Refused: not a juror, not open, or not exactly the pitches this juror may judge
    """
    box = BallotBox.objects.select_for_update().get(pk=ballot_box.pk)
    refuse_if(rules.why_not_cast(ballot_box=box, by=by))
    refuse_if(rules.why_not_rank(ballot_box=box, by=by, choice=choice))
    ballot, _ = Ballot.objects.update_or_create(box=box, juror=by, defaults={"cast_at": at})
    ballot.ranks.all().delete()
    BallotRank.objects.bulk_create(
        BallotRank(ballot=ballot, pitch=pitch, rank=rank) for rank, pitch in enumerate(choice, start=1)
    )
    trail.record("ballot.cast", of=box, by=by, at=at)
    live.changed(queries.desk_of(box.edition))
    return ballot


@transaction.atomic
def close_box(*, ballot_box: BallotBox, by: Person, at: datetime) -> BallotBox:
    """Close the ballot and count it. :raises Refused: not you, closed before, or too few ballots"""
    box = BallotBox.objects.select_for_update().select_related("edition").get(pk=ballot_box.pk)
    refuse_if(rules.why_not_close_box(ballot_box=box, by=by))
    box.outcome = weighing.counted(box=box, seed=box.edition.seed)
    box.state, box.closed_at = BoxState.CLOSED, at
    box.save(update_fields=["outcome", "state", "closed_at"])
    trail.record("ballot.close", of=box, by=by, at=at, ballots=box.outcome["ballots"])
    live.changed(queries.room_of(box.edition))
    return box
