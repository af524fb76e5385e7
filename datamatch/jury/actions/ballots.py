"""Deeds around the ballot box."""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from itertools import combinations, permutations
from operator import or_
from typing import Any

from django.db import transaction
from django.db.models import Case, F, Q, Value, When

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules, weighing
from datamatch.jury.enums import BoxState
from datamatch.jury.models import Ballot, BallotBox, BallotRank, BallotRules, LineTally, PairTally, Pitch, Voter
from datamatch.people.models import Person


@transaction.atomic
def choose_rules(
    *, edition: Edition, secret: bool, quorum: int, pass_share: int, by: Person, at: datetime
) -> BallotRules:
    """Choose beforehand how the jury votes: secretly or by name, how many ballots are needed, what passes (percent).

    :raises Refused: not you, the ballot was opened, or rules that cannot hold
    """
    Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_choose_rules(edition=edition, by=by))
    refuse_if(rules.why_not_rules(edition=edition, secret=secret, quorum=quorum, pass_share=pass_share))
    chosen: dict[str, Any] = {"secret": secret, "quorum": quorum, "pass_share": pass_share}
    kept, _made = BallotRules.objects.update_or_create(edition=edition, defaults=chosen)
    trail.record("ballot.rules", of=edition, by=by, at=at, **chosen)
    live.changed(queries.room_of(edition))
    return kept


@transaction.atomic
def open_box(*, edition: Edition, by: Person, at: datetime) -> BallotBox:
    """Open the ballot of the jury. :raises Refused: not you, opened before, or a pitch is still to come"""
    Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_open_box(edition=edition, by=by))
    chosen = queries.rules_of(edition)
    held: dict[str, Any] = {"secret": chosen.secret, "quorum": chosen.quorum, "pass_share": chosen.pass_share}
    box = BallotBox.objects.create(edition=edition, opened_at=at, **held)
    if box.secret:
        pitches = list(queries.pitches_in(edition))
        pairs = permutations(pitches, 2)
        PairTally.objects.bulk_create(PairTally(box=box, above=one, below=other) for one, other in pairs)
        LineTally.objects.bulk_create(LineTally(box=box, pitch=pitch) for pitch in pitches)
    trail.record("ballot.open", of=box, by=by, at=at, **held)
    live.changed(queries.room_of(edition))
    return box


@transaction.atomic
def cast_ballot(
    *, ballot_box: BallotBox, by: Person, choice: Sequence[Pitch], at: datetime, approved: int | None = None
) -> None:
    """Keep one juror's ballot, best pitch first, of which the first `approved` (all, where not told) pass the line.

    In a named box it replaces an earlier one until the box closes; in a secret box it is final at once.
    :raises Refused: not a juror, not open, voted before, or not exactly the pitches this juror may judge
    """
    box = BallotBox.objects.select_for_update().get(pk=ballot_box.pk)
    line = len(choice) if approved is None else approved
    refuse_if(rules.why_not_cast(ballot_box=box, by=by))
    refuse_if(rules.why_not_rank(ballot_box=box, by=by, choice=choice))
    refuse_if(rules.why_not_line(ballot_box=box, approved=line, ranked=len(choice)))
    Voter.objects.get_or_create(box=box, juror=by, defaults={"has_voted": True})
    if box.secret:
        _add(box, choice, line)
    else:
        _keep(box, by, choice, line, at)
    trail.record("ballot.cast", of=box, by=by, at=at)
    live.changed(queries.desk_of(box.edition))


def _keep(box: BallotBox, by: Person, choice: Sequence[Pitch], approved: int, at: datetime) -> None:
    """Keep a named ballot, in place of an earlier one."""
    kept = {"cast_at": at, "approved": approved}
    ballot, _made = Ballot.objects.update_or_create(box=box, juror=by, defaults=kept)
    ballot.ranks.all().delete()
    BallotRank.objects.bulk_create(
        BallotRank(ballot=ballot, pitch=pitch, rank=rank) for rank, pitch in enumerate(choice, start=1)
    )


def _add(box: BallotBox, choice: Sequence[Pitch], approved: int) -> None:
    """Cut a secret ballot into its comparisons and add them to those of the others; nothing else of it is kept.

    Every row of the box is written, also where nothing is added: what was written last would tell the last ballot.
    """
    pairs = reduce(or_, (Q(above=above, below=below) for above, below in combinations(choice, 2)), Q(pk__in=[]))
    PairTally.objects.filter(box=box).update(count=F("count") + _one_where(pairs))
    above, below = Q(pitch__in=choice[:approved]), Q(pitch__in=choice[approved:])
    LineTally.objects.filter(box=box).update(above=F("above") + _one_where(above), below=F("below") + _one_where(below))


def _one_where(told: Q) -> Case:
    """Return 1 for the rows of which this is true, and 0 for the others."""
    return Case(When(told, then=Value(1)), default=Value(0))


@transaction.atomic
def close_box(*, ballot_box: BallotBox, by: Person, at: datetime) -> BallotBox:
    """Close the ballot, keep who was entitled, and count.

    :raises Refused: not you, closed before, or too few ballots
    """
    box = BallotBox.objects.select_for_update().select_related("edition").get(pk=ballot_box.pk)
    refuse_if(rules.why_not_close_box(ballot_box=box, by=by))
    jurors = appointed(box.edition, Duty.JUROR).exclude(pk__in=box.voters.values("juror"))
    Voter.objects.bulk_create(Voter(box=box, juror=juror, has_voted=False) for juror in jurors)
    box.outcome = weighing.counted(box=box, seed=box.edition.seed)
    box.state, box.closed_at = BoxState.CLOSED, at
    box.save(update_fields=["outcome", "state", "closed_at"])
    trail.record("ballot.close", of=box, by=by, at=at, ballots=box.outcome["ballots"])
    live.changed(queries.room_of(box.edition))
    return box
