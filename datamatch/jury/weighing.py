"""From rows to the engine and back: the running order and the count of the ballots."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.engine import order_pitches, schulze
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import Idea
from datamatch.jury.models import BallotBox, BallotRank, Pitch
from datamatch.jury.queries import pitches_in
from datamatch.screening.queries import ties_in
from datamatch.screening.rules import conflict_of


def running_order(*, edition: Edition, ideas: Sequence[Idea], seed: int) -> list[Idea]:
    """Return the ideas in an order in which a juror who is tied to several leaves the room once.

    :raises Refused: the engine finds no order
    """
    ties = ties_in(ideas)
    jurors = list(appointed(edition, Duty.JUROR))
    tied = [[conflict_of(idea=idea, person=juror, ties=ties) is not None for idea in ideas] for juror in jurors]
    try:
        answer = order_pitches(np.array(tied, dtype=bool).reshape(len(jurors), len(ideas)), seed=seed)
    except ValueError as error:
        raise Refused(_("The running order could not be calculated: %(error)s") % {"error": error}) from error
    return [ideas[at] for at in answer.order.tolist()]


def counted(*, box: BallotBox, seed: int) -> dict[str, Any]:
    """Return the outcome of the box as data: the Schulze order, and the numbers it rests on.

    A ballot says nothing about the pitches its juror stepped out for; positions follow the identity of the pitches,
    so that the draw between equals does not depend on the running order.
    :raises Refused: the engine cannot count these ballots
    """
    pitches = sorted(pitches_in(box.edition), key=lambda pitch: pitch.public_id)
    ballots = _ballots(box, pitches)
    try:
        answer = schulze(ballots, len(pitches), seed, abstain=True)
    except ValueError as error:
        raise Refused(_("The ballots could not be counted: %(error)s") % {"error": error}) from error
    held = np.zeros((len(ballots), len(pitches)), dtype=np.int64)
    for row, ballot in enumerate(ballots):
        held[row, ballot] = 1
    return {
        "pitches": [str(pitch.public_id) for pitch in pitches],
        "order": answer.order.tolist(),
        "tied": [list(group) for group in answer.tied],
        "pairwise": answer.pairwise.tolist(),
        "strength": answer.strength.tolist(),
        "beats": answer.beats.tolist(),
        "judged": (held.T @ held).tolist(),
        "held": held.sum(axis=0).tolist(),
        "ballots": len(ballots),
        "jurors": appointed(box.edition, Duty.JUROR).count(),
        "seed": seed,
        "input_digest": answer.input_digest,
    }


def _ballots(box: BallotBox, pitches: Sequence[Pitch]) -> list[list[int]]:
    """Return the ballots as positions, best first, in no order that tells whose they are."""
    at = {pitch.pk: position for position, pitch in enumerate(pitches)}
    ballots: dict[int, list[int]] = {pk: [] for pk in box.ballots.values_list("pk", flat=True)}
    ranks = BallotRank.objects.filter(ballot__box=box).order_by("ballot", "rank")
    for ballot, pitch in ranks.values_list("ballot", "pitch"):
        ballots[ballot].append(at[pitch])
    return sorted(ballots.values())
