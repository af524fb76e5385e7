"""The question put to `assign`, checked once: who may review what, how much, and what is settled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Bools, Floats, Ints, bools, floats, ints, need, positions
from ..results import digest


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked, with fixed pairs already counted: `demand` and `room` are what is left."""

    similarity: Floats  # ideas x reviewers
    per_idea: Ints
    load_min: Ints
    load_max: Ints
    allowed: Bools  # ideas x reviewers, fixed pairs included
    fixed: Bools  # ideas x reviewers
    unit: Ints  # reviewer -> unit; each their own where no cap is asked
    unit_cap: int
    capped: bool
    seed: int
    input_digest: str

    @property
    def demand(self) -> Ints:
        """Return how many reviews each idea still asks beside its fixed pairs."""
        return np.asarray(np.maximum(self.per_idea - self.fixed.sum(axis=1), 0))

    @property
    def room(self) -> Ints:
        """Return how many more reviews each reviewer can take beside the fixed pairs."""
        return np.asarray(np.maximum(self.load_max - self.fixed.sum(axis=0), 0))

    @property
    def duty(self) -> Ints:
        """Return how many more reviews each reviewer must be given beside the fixed pairs."""
        return np.asarray(np.maximum(self.load_min - self.fixed.sum(axis=0), 0))

    @property
    def open(self) -> Bools:
        """Return the pairs that may still be chosen."""
        return self.allowed & ~self.fixed

    @property
    def unit_room(self) -> Ints:
        """Return, per idea and unit, how many more reviewers of that unit the idea may have."""
        used = np.zeros((len(self.per_idea), int(self.unit.max(initial=-1)) + 1), dtype=np.int64)
        idea, reviewer = np.nonzero(self.fixed)
        np.add.at(used, (idea, self.unit[reviewer]), 1)
        return np.maximum(self.unit_cap - used, 0)

    def asking(self, demand: Ints) -> "Question":
        """Return the same question with `demand` reviews per idea beside the fixed pairs."""
        return replace(self, per_idea=demand + self.fixed.sum(axis=1))


def question(
    similarity: ArrayLike,
    *,
    per_idea: ArrayLike,
    load_max: ArrayLike,
    load_min: ArrayLike,
    forbid: ArrayLike | Iterable[Sequence[int]] | None,
    fixed: ArrayLike | Iterable[Sequence[int]] | None,
    unit: ArrayLike | None,
    unit_cap: int | None,
    seed: int,
) -> Question:
    """Return the checked question. :raises ValueError: naming the argument that does not fit"""
    values = floats("similarity", similarity, (-1, -1))
    ideas, reviewers = values.shape
    lowest = ints("load_min", load_min, (reviewers,))
    highest = ints("load_max", load_max, (reviewers,))
    need(bool((lowest <= highest).all()), "load_min", "give at most load_max for every reviewer")
    forbidden, settled = mask("forbid", forbid, values.shape), mask("fixed", fixed, values.shape)
    both = np.argwhere(forbidden & settled)
    need(not len(both), "fixed", f"the pairs {both[:5].tolist()} are forbidden too; choose one")
    need(unit_cap is None or unit is not None, "unit_cap", "give unit too, or leave the cap out")
    own = np.arange(reviewers) if unit is None or unit_cap is None else unit
    per = ints("per_idea", per_idea, (ideas,))
    groups = ints("unit", own, (reviewers,))
    cap = int(ints("unit_cap", 1 if unit_cap is None else unit_cap, (), least=1))
    key = digest(
        similarity=values, per_idea=per, load_min=lowest, load_max=highest, forbid=forbidden,
        fixed=settled, unit=groups, unit_cap=cap, seed=seed,
    )  # fmt: skip
    return Question(
        values, per, lowest, highest, ~forbidden, settled, groups, cap,
        unit_cap is not None, seed, key,
    )  # fmt: skip


def mask(name: str, pairs: Any, shape: tuple[int, ...]) -> Bools:
    """Return ideas x reviewers from either that matrix or a list of (idea, reviewer) pairs.

    A list of pairs is what is read when both are possible, unless the entries are booleans.
    """
    if pairs is None:
        return np.zeros(shape, dtype=np.bool_)
    array = np.asarray(pairs if isinstance(pairs, np.ndarray) else list(pairs))
    if array.dtype == np.bool_:
        return bools(name, array, shape)
    marked = np.zeros(shape, dtype=np.bool_)
    found = positions(name, array.tolist(), 2, shape)
    marked[found[:, 0], found[:, 1]] = True
    return marked
