"""Who reviews what: an exact assignment under loads, conflicts and unit caps."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Bools, Floats, need, whole
from .answer import Assignment, ReviewerReason, Shortfall, overruled, shortfalls
from .best import best
from .fair import complete, fair, min_bound, min_score
from .lottery import lottery
from .question import Question, question

__all__ = ["Assignment", "ReviewerReason", "Shortfall", "assign"]

Pairs = ArrayLike | Iterable[Sequence[int]]


def assign(
    similarity: ArrayLike,
    per_idea: ArrayLike,
    load_max: ArrayLike,
    load_min: ArrayLike = 0,
    *,
    forbid: Pairs | None = None,
    fixed: Pairs | None = None,
    unit: ArrayLike | None = None,
    unit_cap: int | None = None,
    mode: str = "sum",
    q: float = 1.0,
    seed: int = 0,
) -> Assignment:
    """Return which reviewer reads which idea, with bound, shortfall and reasons.

    :param similarity: ideas x reviewers, higher is better, any unit
    :param per_idea: reviews per idea, one number or one per idea
    :param load_max: most reviews per reviewer, one number or one per reviewer
    :param load_min: least reviews per reviewer, likewise; met after the demand of the ideas
    :param forbid: pairs (idea, reviewer) or a bool matrix ideas x reviewers
    :param fixed: pairs that hold whatever the limits say (`overruled` names those exceeded)
    :param unit: reviewer -> unit number; with `unit_cap` reviewers of one unit per idea
    :param mode: "sum" the largest total similarity; "fair" the highest lowest idea first, then
        the total; "random" the largest expected total with no pair more likely than `q`, the
        chances then made as even as giving up two ten-thousandths of that total allows
    :param seed: settles ties (a hashed millionth of the span) and the draw of random mode
    :raises ValueError: naming the argument that does not fit
    Source: min-cost flow, Ahuja, Magnanti and Orlin, Network Flows (1993), ch. 9; fair mode:
    max-min then max-sum as in Stelmakh et al., JMLR 22 (2021); random mode: Jecmen et al.,
    NeurIPS 2020, drawn by dependent rounding (Gandhi et al., J. ACM 53, 2006).
    """
    seed = whole("seed", seed, 0)
    need(mode in MODES, "mode", f"choose one of {sorted(MODES)}")
    need(0.0 < q <= 1.0, "q", "give a chance above 0 and at most 1")
    need(q == 1.0 or mode == "random", "q", 'only mode="random" uses it')
    asked = question(
        similarity,
        per_idea=per_idea,
        load_max=load_max,
        load_min=load_min,
        forbid=forbid,
        fixed=fixed,
        unit=unit,
        unit_cap=unit_cap,
        seed=seed,
    )
    return MODES[mode](asked, q)


def _sum(asked: Question, q: float) -> Assignment:
    pairs, bound = best(asked)
    return answered(asked, "sum", pairs, bound=bound, best_sum=bound)


def _fair(asked: Question, q: float) -> Assignment:
    pairs, bound, best_sum, lowest, status = fair(asked)
    return answered(asked, "fair", pairs, bound=bound, best_sum=best_sum, lowest=lowest, status=status)


def _random(asked: Question, q: float) -> Assignment:
    pairs, chance, bound = lottery(asked, q)
    return answered(asked, "random", pairs, bound=bound, best_sum=best(asked)[1], marginals=chance)


MODES = {"sum": _sum, "fair": _fair, "random": _random}


def answered(
    asked: Question,
    mode: str,
    pairs: Bools,
    *,
    bound: float,
    best_sum: float,
    lowest: float | None = None,
    marginals: Floats | None = None,
    status: str = "optimal",
) -> Assignment:
    """Return the answer around the chosen pairs."""
    weight = asked.similarity[pairs] if marginals is None else asked.similarity * marginals
    objective = float(weight.sum())
    load, whole = pairs.sum(axis=0), complete(asked, pairs)
    below = np.maximum(asked.load_min - load, 0)
    bound = max(bound, objective)
    return Assignment(
        seed=asked.seed,
        input_digest=asked.input_digest,
        mode=mode,
        pairs=np.argwhere(pairs),
        load=load,
        objective=objective,
        bound=bound,
        gap=(bound - objective) / max(abs(bound), 1e-12),
        status=status,
        min_score=min_score(asked, pairs, whole),
        min_bound=min_bound(asked, whole) if lowest is None else lowest,
        price_of_fairness=max(best_sum - objective, 0.0),
        shortfall=shortfalls(asked, pairs),
        idle=tuple((int(r), int(below[r])) for r in np.flatnonzero(below)),
        overruled=overruled(asked),
        marginals=marginals,
        _asked=asked,
    )
