"""The count of the ballots."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from datamatch.engine import Verdict, schulze, schulze_pairs
from datamatch.foundation.refusal import Refused
from datamatch.jury.models import BallotBox, BallotRank, Pitch
from datamatch.jury.queries import pitches_in

Ints = NDArray[np.int64]


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
