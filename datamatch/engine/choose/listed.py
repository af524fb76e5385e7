"""Reasons, binding constraints and conflicts, read from the list of all sets."""

from collections.abc import Callable

import numpy as np

from ..arrays import Bools, Floats
from .answer import Change, Reason
from .rules import SLACK, Name, Rules
from .sets import Sets


def smallest_conflict(names: tuple[Name, ...], feasible: Callable[[tuple[Name, ...]], bool]) -> tuple[Name, ...]:
    """Return a minimal set of constraints that cannot hold together (deletion filter).

    Source: Chinneck, Feasibility and Infeasibility in Optimization (2008), ch. 6.
    """
    core = names
    for name in names:
        fewer = tuple(other for other in core if other != name)
        if not feasible(fewer):
            core = fewer
    return core


def binding(sets: Sets, best: float) -> tuple[Name, ...]:
    """Return the constraints whose single dropping would raise the best value."""
    found = []
    for name in sets.asked.names:
        freed = _without(sets, name)
        if freed.any() and sets.value[freed].max() > best + SLACK:
            found.append(name)
    return tuple(found)


def reasons(sets: Sets, chosen: tuple[int, ...]) -> tuple[Reason, ...]:
    """Return, for every idea not chosen, the single changes that would admit it."""
    freed = {name: _without(sets, name) for name in sets.asked.names}
    ladders = {name: _Ladder(sets, freed[name], name[1]) for name in freed if name[0] == "means"}
    others = [idea for idea in range(sets.asked.n) if idea not in chosen]
    return tuple(_reason(sets, idea, freed, ladders) for idea in others)


def _without(sets: Sets, dropped: Name) -> Bools:
    if dropped[0] == "units":
        rest = sets.keeping(tuple(name for name in sets.asked.names if name[0] != "units"))
        return np.asarray(rest & (sets.n_units >= sets.asked.min_units - 1))
    return sets.keeping(tuple(name for name in sets.asked.names if name != dropped))


class _Ladder:
    """The sets that keep all but one discipline, by how much of it they lack."""

    def __init__(self, sets: Sets, freed: Bools, discipline: int) -> None:
        lack = np.maximum(sets.excess[:, discipline], 0.0)
        found = np.flatnonzero(freed)
        order = found[np.argsort(lack[found], kind="stable")]
        self.order, self.lack, self.value = order, lack[order], sets.value[order]

    def step(self, inside: Bools) -> float | None:
        """Return the least extra with which a set holding the idea is among the best."""
        holds = inside[self.order]
        if not holds.any():
            return None
        ends = np.flatnonzero(np.append(np.diff(self.lack) > SLACK, True))
        with_it = np.maximum.accumulate(np.where(holds, self.value, -np.inf))[ends]
        without = np.maximum.accumulate(np.where(holds, -np.inf, self.value))[ends]
        wins = np.flatnonzero((with_it >= without - SLACK) & np.isfinite(with_it))
        return float(self.lack[ends[wins[0]]]) if len(wins) else None


def _reason(sets: Sets, idea: int, freed: dict[Name, Bools], ladders: dict[Name, _Ladder]) -> Reason:
    inside = sets.inside[:, idea]
    best = float(sets.value[sets.feasible].max())
    mine = sets.feasible & inside
    loss = best - float(sets.value[mine].max()) if mine.any() else None
    found = [] if loss is None else [Change("value", idea, loss)]
    for name, among in freed.items():
        if name[0] == "means":
            amount = ladders[name].step(inside)
            if amount is not None and amount > SLACK:
                found.append(Change("means", name[1], amount))
        elif _admits(sets.value, among, inside):
            found.append(Change(name[0], name[1], 1.0))
    return ordered_reason(sets.asked, idea, loss, found)


def _admits(value: Floats, among: Bools, inside: Bools) -> bool:
    mine, theirs = value[among & inside], value[among & ~inside]
    return bool(len(mine)) and float(mine.max()) >= float(theirs.max(initial=-np.inf)) - SLACK


def ordered_reason(asked: Rules, idea: int, loss: float | None, found: list[Change]) -> Reason:
    """Return the reason with its changes from small to large, each on its own scale."""
    changes = tuple(sorted(found, key=lambda c: (size_of(asked, c), c.kind, c.index)))
    first = changes[0] if changes else None
    return Reason(idea, first.kind if first else "none", loss, first, changes)


def size_of(asked: Rules, change: Change) -> float:
    """Return how large a change is, so that those of different kinds can be compared.

    A change of value is measured against the spread of the values, one of means against what
    there is; dropping a rule counts as a whole.
    """
    if change.kind == "value":
        return change.amount / (float(np.ptp(asked.value)) or 1.0)
    if change.kind == "means":
        return change.amount / max(float(asked.means[change.index]), 1.0)
    return 1.0
