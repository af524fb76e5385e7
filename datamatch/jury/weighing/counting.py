"""The running order and the count of the ballots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.engine import Verdict, order_pitches, schulze, schulze_pairs
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import Idea
from datamatch.jury.models import BallotBox, BallotRank, Pitch
from datamatch.jury.queries import absences_in, is_away, makers_of, pitches_in
from datamatch.screening.queries import ties_in
from datamatch.screening.rules import conflict_of

Ints = NDArray[np.int64]


def running_order(
    *, edition: Edition, ideas: Sequence[Idea], seed: int, slots: Sequence[datetime] = (), minutes: int = 0
) -> list[Idea]:
    """Return the ideas in an order in which a juror who is tied to several leaves the room once.

    With slots (when each place begins) an idea stands at no place at which one of its makers is away.
    :raises Refused: the engine finds no order
    """
    away, makers = list(absences_in(edition)), makers_of(ideas)
    never = [
        (number, place)
        for number, idea in enumerate(ideas)
        for place, begins in enumerate(slots)
        if any(one.person_id in makers[idea.pk] and is_away(one, begins, minutes) for one in away)
    ]
    try:
        answer = order_pitches(_tied(edition, ideas), unavailable=never, seed=seed)
    except ValueError as error:
        raise Refused(_("The running order could not be calculated: %(error)s") % {"error": error}) from error
    return [ideas[at] for at in answer.order.tolist()]


@dataclass(frozen=True)
class Doors:
    """How many times jurors go through the door in the order as it is, and in the best order."""

    now: int
    best: int


def doors_in(*, edition: Edition, pitches: Sequence[Pitch]) -> Doors:
    """Return what the order of these pitches costs in doors."""
    answer = order_pitches(_tied(edition, [pitch.idea for pitch in pitches]), seed=edition.seed)
    return Doors(answer.moves_unsorted, answer.moves)


def _tied(edition: Edition, ideas: Sequence[Idea]) -> NDArray[np.bool_]:
    """Return jurors x ideas: true where a juror is tied to an idea."""
    ties = ties_in(ideas)
    jurors = list(appointed(edition, Duty.JUROR))
    tied = [[conflict_of(idea=idea, person=juror, ties=ties) is not None for idea in ideas] for juror in jurors]
    return np.array(tied, dtype=bool).reshape(len(jurors), len(ideas))


def counted(*, box: BallotBox, seed: int) -> dict[str, Any]:
    """Return the outcome of the box as data: the Schulze order, and the numbers it rests on.

    A ballot says nothing about the pitches its juror stepped out for; positions follow the identity of the pitches,
    so that the draw between equals does not depend on the running order.
    :raises Refused: the engine cannot count these ballots
    """
    pitches = sorted(pitches_in(box.edition), key=lambda pitch: pitch.public_id)
    cast = box.voters.filter(has_voted=True).count()
    try:
        answer, judged, approved = (_secret if box.secret else _named)(box, pitches, cast, seed)
    except ValueError as error:
        raise Refused(_("The ballots could not be counted: %(error)s") % {"error": error}) from error
    return {
        "pitches": [str(pitch.public_id) for pitch in pitches],
        "order": answer.order.tolist(),
        "tied": [list(group) for group in answer.tied],
        "pairwise": answer.pairwise.tolist(),
        "strength": answer.strength.tolist(),
        "beats": answer.beats.tolist(),
        "judged": judged.tolist(),
        "held": judged.diagonal().tolist(),
        "approved": approved.tolist(),
        "secret": box.secret,
        "pass_share": box.pass_share,
        "ballots": cast,
        "jurors": box.voters.count(),
        "seed": seed,
        "input_digest": answer.input_digest,
    }


Counted = tuple[Verdict, Ints, Ints]
"""The verdict; per two pitches how many ballots judged both (the diagonal: held it); how many put it above the line."""


def _secret(box: BallotBox, pitches: Sequence[Pitch], cast: int, seed: int) -> Counted:
    """Count the comparisons that a secret box kept."""
    at = {pitch.pk: position for position, pitch in enumerate(pitches)}
    pairwise = np.zeros((len(pitches), len(pitches)), dtype=np.int64)
    for above, below, count in box.pairs.values_list("above", "below", "count"):
        pairwise[at[above], at[below]] = count
    judged, approved = pairwise + pairwise.T, np.zeros(len(pitches), dtype=np.int64)
    for pitch, above, below in box.lines.values_list("pitch", "above", "below"):
        approved[at[pitch]], judged[at[pitch], at[pitch]] = above, above + below
    return schulze_pairs(pairwise, seed, n_ballots=cast), judged, approved


def _named(box: BallotBox, pitches: Sequence[Pitch], cast: int, seed: int) -> Counted:
    """Count the ballots of a named box."""
    at = {pitch.pk: position for position, pitch in enumerate(pitches)}
    ballots: dict[int, list[int]] = {pk: [] for pk in box.ballots.values_list("pk", flat=True)}
    approved = np.zeros(len(pitches), dtype=np.int64)
    ranks = BallotRank.objects.filter(ballot__box=box).order_by("ballot", "rank")
    for ballot, pitch, line in ranks.values_list("ballot", "pitch", "ballot__approved"):
        approved[at[pitch]] += len(ballots[ballot]) < line
        ballots[ballot].append(at[pitch])
    held = np.zeros((len(ballots), len(pitches)), dtype=np.int64)
    for row, given in enumerate(ballots.values()):
        held[row, given] = 1
    return schulze(sorted(ballots.values()), len(pitches), seed, abstain=True), held.T @ held, approved
