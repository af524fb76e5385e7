"""The answer of `assign`: pairs, proof, what is short and why, and the reasons per idea."""

from dataclasses import dataclass, field

import numpy as np

from ..arrays import Bools, Floats, Ints
from ..results import Result
from .question import Question


@dataclass(frozen=True)
class Shortfall:
    """An idea that got fewer reviews than asked.

    reason: "forbidden" (too few reviewers may read it), "unit_cap" (too few under the unit cap),
    "load" (everyone who may is full), "shared" (room is left, but others need it more).
    """

    idea: int
    missing: int
    reason: str
    allowed: int  # reviewers who may read it
    with_room: int  # of those, how many are not full


@dataclass(frozen=True)
class ReviewerReason:
    """Why one reviewer does or does not read one idea.

    code: "fixed", "chosen", "forbidden", "full" (has `load_max` others), "unit_cap",
    "load_min" (another reviewer needed the review), "tie" (equal, settled by the seed), "lower" (all
    who were chosen are more similar).
    """

    reviewer: int
    code: str
    similarity: float
    place: int  # 1 is the most similar among the allowed; 0 when forbidden
    load: int
    load_max: int


@dataclass(frozen=True, eq=False)
class Assignment(Result):
    """Who reviews what. Similarities are in the caller's unit; a higher one is better."""

    mode: str
    pairs: Ints  # n x 2: idea, reviewer; sorted
    load: Ints  # reviews per reviewer
    objective: float  # total similarity of the pairs; in random mode the expected total
    bound: float  # proven: no assignment that gives as many reviews has a larger total
    gap: float  # (bound - objective) / |bound|
    status: str  # "optimal", or "limit" when a search limit ended the proof
    min_score: float  # lowest total similarity of an idea that got all its reviews
    min_bound: float  # proven: no assignment serving the same ideas has a higher minimum
    price_of_fairness: float  # total similarity given up against the best total (fair, random)
    shortfall: tuple[Shortfall, ...]
    idle: tuple[tuple[int, int], ...]  # reviewer, reviews below load_min
    overruled: tuple[tuple[str, int], ...]  # limits that fixed pairs alone exceed
    marginals: Floats | None  # ideas x reviewers: chance of each pair, random mode only
    _asked: Question = field(repr=False)

    def why(self, idea: int) -> tuple[ReviewerReason, ...]:
        """Return one reason per reviewer, chosen ones first, then by similarity."""
        asked, value = self._asked, self._asked.similarity[idea]
        chosen = np.isin(np.arange(len(value)), self.pairs[self.pairs[:, 0] == idea, 1])
        order = np.lexsort((np.arange(len(value)), -value, ~asked.allowed[idea], ~chosen))
        ranked = np.sort(-value[asked.allowed[idea]])
        return tuple(self._reason(idea, int(r), chosen, ranked) for r in order)

    def _reason(self, idea: int, reviewer: int, chosen: Bools, ranked: Floats) -> ReviewerReason:
        asked = self._asked
        similarity = float(asked.similarity[idea, reviewer])
        place = int(np.searchsorted(ranked, -similarity)) + 1
        return ReviewerReason(
            reviewer=reviewer,
            code=self._code(idea, reviewer, chosen),
            similarity=similarity,
            place=place if asked.allowed[idea, reviewer] else 0,
            load=int(self.load[reviewer]),
            load_max=int(asked.load_max[reviewer]),
        )

    def _code(self, idea: int, reviewer: int, chosen: Bools) -> str:
        asked = self._asked
        if asked.fixed[idea, reviewer]:
            return "fixed"
        if chosen[reviewer]:
            return "chosen"
        if not asked.allowed[idea, reviewer]:
            return "forbidden"
        if self.load[reviewer] >= asked.load_max[reviewer]:
            return "full"
        beside = chosen & (asked.unit == asked.unit[reviewer])
        if asked.capped and beside.sum() >= asked.unit_cap:
            return "unit_cap"
        lowest = asked.similarity[idea][chosen].min(initial=np.inf)
        mine = asked.similarity[idea, reviewer]
        return "load_min" if mine > lowest else "tie" if mine == lowest else "lower"


def shortfalls(asked: Question, pairs: Bools) -> tuple[Shortfall, ...]:
    """Return the ideas that got fewer reviews than asked, each with its reason."""
    missing = asked.per_idea - pairs.sum(axis=1)
    full = pairs.sum(axis=0) >= asked.load_max
    return tuple(_shortfall(asked, int(i), int(missing[i]), full) for i in np.flatnonzero(missing > 0))


def _shortfall(asked: Question, idea: int, missing: int, full: Bools) -> Shortfall:
    allowed = asked.allowed[idea]
    per_unit = np.bincount(asked.unit[allowed]) if asked.capped else np.array([allowed.sum()])
    under_cap = np.minimum(per_unit, asked.unit_cap).sum() if asked.capped else allowed.sum()
    with_room = int((allowed & ~full).sum())
    if allowed.sum() < asked.per_idea[idea]:
        reason = "forbidden"
    elif under_cap < asked.per_idea[idea]:
        reason = "unit_cap"
    else:
        reason = "shared" if with_room > asked.per_idea[idea] - missing else "load"
    return Shortfall(idea, missing, reason, int(allowed.sum()), with_room)


def overruled(asked: Question) -> tuple[tuple[str, int], ...]:
    """Return the limits that the fixed pairs alone exceed: (which, idea or reviewer)."""
    ideas = np.flatnonzero(asked.fixed.sum(axis=1) > asked.per_idea)
    reviewers = np.flatnonzero(asked.fixed.sum(axis=0) > asked.load_max)
    return (
        *(("per_idea", int(idea)) for idea in ideas),
        *(("load_max", int(reviewer)) for reviewer in reviewers),
    )
