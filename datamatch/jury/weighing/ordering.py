"""The running order of pitch day: makers are there, few jurors miss a pitch, and who is tied leaves the room once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.engine import RunningOrder, order_pitches
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import Idea
from datamatch.jury.models import Pitch
from datamatch.jury.queries import absences_in, is_away, judges_of, makers_of
from datamatch.screening.queries import ties_in
from datamatch.screening.rules import conflict_of


@dataclass(frozen=True, eq=False)
class Gaps:
    """Who is away at which place: ideas x places, whether a maker is, and how many jurors who judge it are."""

    makers: NDArray[np.bool_]
    jurors: NDArray[np.int64]


@dataclass(frozen=True)
class Compared:
    """The order as it is beside the one we propose: pitches that jurors miss, and times they go through the door."""

    missed: int
    least_missed: int
    doors: int
    least_doors: int


def running_order(
    *, edition: Edition, ideas: Sequence[Idea], seed: int, slots: Sequence[datetime] = (), minutes: int = 0
) -> list[Idea]:
    """Return the ideas in an order in which a juror who is tied to several leaves the room once.

    With slots (when each place begins) an idea stands at no place at which one of its makers is away, and of those
    orders it is one in which jurors miss the fewest pitches; the doors come after that.
    :raises Refused: a maker is away whenever the idea could be on stage
    """
    found = proposed(edition, ideas, gaps_in(edition=edition, ideas=ideas, slots=slots, minutes=minutes), seed)
    if found is None:
        raise Refused(_("In every order somebody is away when their own idea is on stage. Choose other hours."))
    return [ideas[at] for at in found.order.tolist()]


def gaps_in(*, edition: Edition, ideas: Sequence[Idea], slots: Sequence[datetime], minutes: int) -> Gaps:
    """Return who is away when these ideas are on stage at these moments, each for so many minutes."""
    absences, makers, judges = list(absences_in(edition)), makers_of(ideas), judges_of(edition, ideas)
    size = (len(ideas), len(ideas))
    gaps = Gaps(np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.int64))
    for place, begins in enumerate(slots):
        away = {one.person_id for one in absences if is_away(one, begins, minutes)}
        gaps.makers[:, place] = [bool(away & makers[idea.pk]) for idea in ideas]
        gaps.jurors[:, place] = [len(away & judges[idea.pk]) for idea in ideas]
    return gaps


def compared(*, edition: Edition, pitches: Sequence[Pitch]) -> Compared:
    """Return what the order of these pitches costs, beside the order we would propose at the same moments.

    Where no order goes around the makers who are away, it stands beside the best order without that wish.
    """
    ideas, slots = [pitch.idea for pitch in pitches], [pitch.starts_at for pitch in pitches]
    gaps = gaps_in(edition=edition, ideas=ideas, slots=slots, minutes=pitches[0].minutes)
    free = Gaps(np.zeros_like(gaps.makers), gaps.jurors)
    best = proposed(edition, ideas, gaps, edition.seed) or _ordered(edition, ideas, free, edition.seed)
    return Compared(int(gaps.jurors.trace()), best.missed, best.moves_unsorted, best.moves)


def proposed(edition: Edition, ideas: Sequence[Idea], gaps: Gaps, seed: int) -> RunningOrder | None:
    """Return the best order, or None where no order goes around the makers."""
    try:
        return _ordered(edition, ideas, gaps, seed)
    except ValueError:
        if not gaps.makers.any():
            raise
        return None


def _ordered(edition: Edition, ideas: Sequence[Idea], gaps: Gaps, seed: int) -> RunningOrder:
    """Return the best order. :raises ValueError: no order goes around the makers"""
    never = np.argwhere(gaps.makers)
    return order_pitches(_tied(edition, ideas), unavailable=never, missing=gaps.jurors, seed=seed)


def _tied(edition: Edition, ideas: Sequence[Idea]) -> NDArray[np.bool_]:
    """Return jurors x ideas: true where a juror is tied to an idea."""
    ties = ties_in(ideas)
    jurors = list(appointed(edition, Duty.JUROR))
    tied = [[conflict_of(idea=idea, person=juror, ties=ties) is not None for idea in ideas] for juror in jurors]
    return np.array(tied, dtype=bool).reshape(len(jurors), len(ideas))
