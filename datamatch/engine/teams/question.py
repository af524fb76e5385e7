"""The question put to `teams`, checked once, with every possible membership listed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Bools, Floats, Ints, bools, floats, ints, need, positions, whole
from ..results import digest

NO_ROLE = -1  # a pinned member who fills no role, such as the owner of the idea


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked. People i, ideas t, roles d; pins have already widened the limits."""

    energy: Ints  # people x ideas
    level: Ints  # people x roles
    demand: Ints  # ideas x roles
    must: Bools  # ideas x roles: cover before any "should" role
    size_lo: Ints
    size_hi: Ints
    capacity: Ints  # people: most teams
    unit: Ints
    max_same_unit: int
    hours: Floats | None  # people
    effort: Floats  # ideas x roles
    newcomer: Bools
    veto: Bools  # people x ideas
    fixed: Ints  # n x 3
    select: int | None
    value: Floats
    overruled: tuple[tuple[str, int], ...]
    seed: int
    input_digest: str

    @property
    def n_people(self) -> int:
        """Return the number of people."""
        return len(self.energy)

    @property
    def n_ideas(self) -> int:
        """Return the number of ideas."""
        return len(self.demand)

    def pinned(self) -> Bools:
        """Return people x ideas: who is pinned where."""
        marked = np.zeros(self.energy.shape, dtype=np.bool_)
        marked[self.fixed[:, 0], self.fixed[:, 1]] = True
        return marked


@dataclass(frozen=True, eq=False)
class Arcs:
    """Every possible membership, in fixed order; `role` may be NO_ROLE for pins."""

    person: Ints
    idea: Ints
    role: Ints
    sure: Bools

    @property
    def n(self) -> int:
        """Return their number."""
        return len(self.person)


def arcs(asked: Question) -> Arcs:
    """Return the memberships: willing and able, not vetoed; and those that pins allow."""
    willing = (asked.energy > 0) & ~asked.veto
    pinned = asked.pinned()
    person, idea = np.nonzero(willing | pinned)
    able = asked.level[person] > 0
    row, role = np.nonzero(able)
    plain = np.stack([person[row], idea[row], role], axis=1)
    every = np.unique(np.concatenate([plain, asked.fixed]), axis=0)
    named = {tuple(pin[:2]): pin[2] for pin in asked.fixed.tolist() if pin[2] != NO_ROLE}
    keep = [named.get((i, t), d) == d for i, t, d in every.tolist()] if named else slice(None)
    found = every[keep]
    sure = np.array([named.get((i, t)) == d for i, t, d in found.tolist()], dtype=np.bool_)
    return Arcs(found[:, 0], found[:, 1], found[:, 2], sure)


def question(
    energy: ArrayLike,
    level: ArrayLike,
    *,
    demand: ArrayLike,
    size_lo: ArrayLike,
    size_hi: ArrayLike,
    capacity: ArrayLike,
    unit: ArrayLike,
    fixed: Iterable[Sequence[int]],
    veto: Iterable[Sequence[int]],
    max_same_unit: int,
    must: ArrayLike,
    hours: ArrayLike | None,
    effort: ArrayLike,
    newcomer: ArrayLike,
    select: int | None,
    value: ArrayLike,
    seed: int,
) -> Question:
    """Return the checked question. :raises ValueError: naming the argument that does not fit"""
    will, skill = ints("energy", energy, (-1, -1)), ints("level", level, (-1, -1))
    need(len(skill) == len(will), "level", f"give one row per person ({len(will)})")
    people, ideas, roles = *will.shape, skill.shape[1]
    need(ideas > 0, "energy", "give at least one idea")
    wanted = ints("need", demand, (ideas, roles))
    low, high = ints("size_lo", size_lo, (ideas,)), ints("size_hi", size_hi, (ideas,))
    need(bool((low <= high).all()), "size_lo", "give at most size_hi for every idea")
    groups, most = ints("unit", unit, (people,)), whole("max_same_unit", max_same_unit, 1)
    pins = _pins(fixed, (people, ideas, roles))
    barred = np.zeros(will.shape, dtype=np.bool_)
    pairs = positions("veto", veto, 2, will.shape)
    barred[pairs[:, 0], pairs[:, 1]] = True
    clash = barred[pins[:, 0], pins[:, 1]]
    need(not clash.any(), "fixed", f"the pins {pins[clash][:5].tolist()} are vetoed too")
    spare = ints("capacity", capacity, (people,))
    have = None if hours is None else floats("hours", hours, (people,))
    costs = floats("effort", effort, (ideas, roles))
    need(bool((costs >= 0).all()), "effort", "give hours of 0 or more")
    hard, new = bools("must", must, (ideas, roles)), bools("newcomer", newcomer, (people,))
    worth = floats("value", value, (ideas,))
    count = None if select is None else whole("select", select, 1, ideas)
    key = digest(
        energy=will, level=skill, need=wanted, size_lo=low, size_hi=high, capacity=spare,
        unit=groups, fixed=pins, veto=pairs, max_same_unit=most, must=hard, hours=have,
        effort=costs, newcomer=new, select=count, value=worth, seed=seed,
    )  # fmt: skip
    wide, room, told = _widened(pins, spare, high)
    return Question(
        will, skill, wanted, hard, np.minimum(low, room), room, wide, groups, most,
        have, costs, new, barred, pins, count, worth, told, seed, key,
    )  # fmt: skip


def _pins(fixed: Iterable[Sequence[int]], limits: tuple[int, int, int]) -> Ints:
    """Return person, idea, role; pairs without a role, or with role -1, get NO_ROLE."""
    rows = [tuple(int(x) for x in row) for row in fixed]
    raised = [(*row[:2], (row[2] if len(row) > 2 else NO_ROLE) + 1) for row in rows]
    widths = (len(row) in (2, 3) for row in rows)
    need(all(widths), "fixed", "give (person, idea) or (person, idea, role)")
    pins: Ints = positions("fixed", raised, 3, (limits[0], limits[1], limits[2] + 1))
    pins = np.asarray(pins - np.array([0, 0, 1]))
    twice = len(np.unique(pins[:, :2], axis=0)) < len(pins)
    need(not twice, "fixed", "pin a person to an idea once")
    return pins


def _widened(pins: Ints, capacity: Ints, high: Ints) -> tuple[Ints, Ints, tuple[tuple[str, int], ...]]:
    """Return capacity and size_hi raised to what the pins take, and what was raised."""
    by_person = np.bincount(pins[:, 0], minlength=len(capacity))
    by_idea = np.bincount(pins[:, 1], minlength=len(high))
    told = [("capacity", int(i)) for i in np.flatnonzero(by_person > capacity)]
    told += [("size_hi", int(t)) for t in np.flatnonzero(by_idea > high)]
    wide, room = np.maximum(capacity, by_person), np.maximum(high, by_idea)
    return np.asarray(wide), np.asarray(room), tuple(told)
