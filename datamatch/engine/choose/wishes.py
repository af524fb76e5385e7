"""The best sets that can be carried out, and what it costs to keep an idea in or to leave one out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import whole
from ..results import Result, digest
from .program import Program
from .rules import Rules, rules
from .sets import Sets, listable

Found = tuple[int, ...]
Can = Callable[[Found], bool | None]
CHECKS = 200  # sets that are asked about: a limit that is the same on every machine


@dataclass(frozen=True)
class Wish:
    """What one wish brings.

    kind: "keep" (the idea is in) or "drop" (it is out). `ideas` is the best set that grants it and can be carried
    out. Where there is none, `can` is False and `ideas` is the most valuable set that grants it all the same.
    """

    kind: str
    idea: int
    ideas: Found
    value: float
    can: bool


@dataclass(frozen=True, eq=False)
class Wishes(Result):
    """The best set and the second best that keep the means and can be carried out, and the price of each wish."""

    best: Found  # empty when no set keeps the means and can be carried out
    second: Found  # empty when there is no other
    value: float  # of the best set; 0 when there is none
    wishes: tuple[Wish, ...]  # one per idea: "drop" those in the best set, "keep" the others
    blocked: tuple[Found, ...]  # smallest groups found that cannot be carried out together
    checks: int  # sets that were asked about
    status: str  # "optimal", or "limit" when the answers ran out before everything was known


def wishes(
    value: ArrayLike, weeks: ArrayLike, means: ArrayLike, k: int, *, can: Can, checks: int = CHECKS, seed: int = 0
) -> Wishes:
    """Return the best and second best set of `k` ideas within the means, and the price of each wish.

    :param value: per idea; `weeks`: ideas x means: what an idea takes; `means`: what there is
    :param can: tells whether the ideas of a set can be carried out together; None when it cannot tell (any more).
        A set that can must stay so when an idea is left out: a "no" then holds for every set around it
    :param checks: most sets that `can` is asked about
    :raises ValueError: naming the argument that does not fit
    Ties: the lexicographically first set when sets are listed, a hashed millionth from `seed` otherwise.
    Source: a "no" becomes a row that shuts out its smallest group (combinatorial Benders cuts: Codato and
    Fischetti, Operations Research 54, 2006).
    """
    asked = rules(
        value, weeks=weeks, means=means, k=k, unit=None, min_units=1, must=(), never=(), exclusive=(), together=()
    )
    seed = whole("seed", seed, 0)
    search = _Search(asked, can, whole("checks", checks, 1), seed)
    best = search.best()
    second = search.best(shut=(best,)) if best else ()
    told = [search.wish("drop" if idea in best else "keep", idea) for idea in range(asked.n)] if best else []
    worth = float(asked.value[list(best)].sum()) if best else 0.0
    key = digest(rules=asked.input_digest, checks=search.most, seed=seed)
    status = "limit" if search.is_out else "optimal"
    wanted = tuple(wish for wish in told if wish is not None)
    return Wishes(seed, key, best, second, worth, wanted, tuple(search.blocked), len(search.known), status)


class _Search:
    """Looks for the best set under wishes, and remembers every answer."""

    def __init__(self, asked: Rules, can: Can, most: int, seed: int) -> None:
        self.asked, self.can, self.most = asked, can, most
        self.known: dict[Found, bool] = {}
        self.blocked: list[Found] = []
        self.is_out = False
        self.look = _listed(asked) if listable(asked) else _programmed(asked, seed)

    def best(self, keep: int | None = None, shut: Sequence[Found] = (), *, anyhow: bool = False) -> Found:
        """Return the best set that holds `keep` and none of the shut groups; empty when there is none."""
        while True:
            found = self.look(keep, (*shut, *(() if anyhow else self.blocked)), anyhow)
            if anyhow or not found or self._can(found) or self.is_out:
                return () if self.is_out and not anyhow else found
            self.blocked.append(self._smallest(found))

    def wish(self, kind: str, idea: int) -> Wish | None:
        """Return what a wish brings, or None when no set of this size grants it or the answers ran out."""
        keep, shut = (idea, ()) if kind == "keep" else (None, ((idea,),))
        found = self.best(keep, shut)
        can = bool(found)
        if not can and not self.is_out:
            found = self.best(keep, shut, anyhow=True)
        return Wish(kind, idea, found, float(self.asked.value[list(found)].sum()), can) if found else None

    def _can(self, ideas: Found) -> bool:
        """Ask whether these ideas can be carried out; without an answer the search is over."""
        if ideas not in self.known:
            answer = self.can(ideas) if len(self.known) < self.most else None
            self.is_out = self.is_out or answer is None
            if answer is None:
                return False
            self.known[ideas] = answer
        return self.known[ideas]

    def _smallest(self, ideas: Found) -> Found:
        """Return a smallest group of these that cannot be carried out (deletion filter)."""
        for idea in ideas:
            fewer = tuple(other for other in ideas if other != idea)
            if fewer and not self._can(fewer) and not self.is_out:
                return self._smallest(fewer)
        return ideas


Look = Callable[[int | None, Sequence[Found], bool], Found]


def _listed(asked: Rules) -> Look:
    """Return the look through the list of all sets."""
    sets = Sets(asked)

    def look(keep: int | None, shut: Sequence[Found], anyhow: bool) -> Found:
        among = np.ones_like(sets.feasible) if anyhow else sets.feasible.copy()
        if keep is not None:
            among &= sets.inside[:, keep]
        for group in shut:
            among &= ~sets.inside[:, list(group)].all(axis=1)
        rows = sets.ranked(among, 1)
        return tuple(sets.members[rows[0]].tolist()) if len(rows) else ()

    return look


def _programmed(asked: Rules, seed: int) -> Look:
    """Return the look by an integer program, where there are too many sets to list."""
    program = Program(asked, seed)

    def look(keep: int | None, shut: Sequence[Found], anyhow: bool) -> Found:
        answer = program.solve(() if anyhow else None, force=keep, barred=tuple(shut))
        return program.ideas(answer) if answer.found else ()

    return look
