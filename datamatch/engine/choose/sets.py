"""Every set of k ideas, listed: exact answers to all questions when there are not too many."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import comb

import numpy as np

from ..arrays import Bools, Floats, Ints
from .rules import SLACK, Name, Rules

MOST_SETS = 300_000


def listable(asked: Rules) -> bool:
    """Return whether all sets can be listed in seconds."""
    return comb(asked.n, asked.k) <= MOST_SETS


@dataclass(eq=False)
class Sets:
    """All sets of k ideas in lexicographic order, with what they are worth and what they break."""

    asked: Rules

    @cached_property
    def members(self) -> Ints:
        """Return sets x k."""
        flat = np.fromiter(
            (i for chosen in combinations(range(self.asked.n), self.asked.k) for i in chosen),
            dtype=np.int64,
        )
        return flat.reshape(-1, self.asked.k)

    @cached_property
    def inside(self) -> Bools:
        """Return sets x ideas."""
        marked = np.zeros((len(self.members), self.asked.n), dtype=np.bool_)
        np.put_along_axis(marked, self.members, True, axis=1)
        return marked

    @cached_property
    def value(self) -> Floats:
        """Return the total value per set."""
        return np.asarray(self.asked.value[self.members].sum(axis=1))

    @cached_property
    def excess(self) -> Floats:
        """Return sets x disciplines: weeks above the means."""
        return np.asarray(self.asked.weeks[self.members].sum(axis=1) - self.asked.means)

    @cached_property
    def n_units(self) -> Ints:
        """Return the number of units per set."""
        units = np.sort(self.asked.unit[self.members], axis=1)
        return np.asarray(1 + (np.diff(units, axis=1) > 0).sum(axis=1))

    def keeps(self, name: Name) -> Bools:
        """Return, per set, whether it keeps the named constraint."""
        kind, number = name
        if kind == "means":
            return np.asarray(self.excess[:, number] <= SLACK)
        if kind == "units":
            return np.asarray(self.n_units >= self.asked.min_units)
        if kind in ("must", "never"):
            return np.asarray(self.inside[:, number] == (kind == "must"))
        group = (self.asked.exclusive if kind == "exclusive" else self.asked.together)[number]
        count = self.inside[:, group].sum(axis=1)
        return np.asarray(count <= 1 if kind == "exclusive" else (count % len(group)) == 0)

    def keeping(self, names: tuple[Name, ...]) -> Bools:
        """Return, per set, whether it keeps all named constraints."""
        kept = np.ones(len(self.members), dtype=np.bool_)
        for name in names:
            kept &= self.keeps(name)
        return kept

    @cached_property
    def feasible(self) -> Bools:
        """Return, per set, whether it keeps every constraint."""
        return self.keeping(self.asked.names)

    def ranked(self, among: Bools, most: int) -> Ints:
        """Return the best sets among those given: by value, then the first in list order."""
        found = np.flatnonzero(among)
        return found[np.argsort(-self.value[found], kind="stable")[:most]]
