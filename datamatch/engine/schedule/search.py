"""Seeded local search over the slots: exchanges and moves, at first also downhill."""

import numpy as np

from ..arrays import Floats, Ints
from .day import Day
from .slots import Slots

STARTS = 6
WARM, COLD = 6.0, 0.05  # wishes: what a step may cost at the begin and at the end


def searched(asked: Day, slots: Slots, seed: int, sweeps: int) -> Ints:
    """Return, per session, its slot: the best of a few seeded starts."""
    found = [_annealed(asked, slots, np.random.default_rng([seed, start]), sweeps) for start in range(STARTS)]
    return min(found, key=lambda slot: total(asked, slots, slot))


def total(asked: Day, slots: Slots, slot: Ints) -> float:
    """Return the cost of a whole day."""
    groups = (frozenset(np.flatnonzero(slot == s).tolist()) for s in range(asked.n_slots))
    return sum(slots.cost(s, group) for s, group in enumerate(groups))


def _start(asked: Day, rng: np.random.Generator) -> Ints:
    slot = asked.fixed_slot.copy()
    room = np.full(asked.n_slots, asked.n_rooms)
    np.subtract.at(room, slot[slot >= 0], 1)
    places = rng.permutation(np.repeat(np.arange(asked.n_slots), room))
    free = np.flatnonzero(slot < 0)
    slot[free] = places[: len(free)]
    return slot


def _annealed(asked: Day, slots: Slots, rng: np.random.Generator, sweeps: int) -> Ints:
    slot = _start(asked, rng)
    free = np.flatnonzero(asked.fixed_slot < 0)
    groups = [set(np.flatnonzero(slot == s).tolist()) for s in range(asked.n_slots)]
    if len(free) and asked.n_slots > 1:
        steps = sweeps * len(free) * 4
        warmth = WARM * (COLD / WARM) ** (np.arange(steps) / steps)
        _walk(
            asked,
            slots,
            groups,
            (rng.choice(free, steps), rng.integers(0, 1 << 30, steps)),
            warmth * -np.log(1.0 - rng.random(steps)),
        )
    for s, group in enumerate(groups):
        slot[list(group)] = s
    _settle(asked, slots, slot, free)
    return slot


def _walk(asked: Day, slots: Slots, groups: list[set[int]], picks: tuple[Ints, Ints], patience: Floats) -> None:
    """Exchange or move sessions, accepting a loss up to the patience of the step."""
    where = {session: s for s, group in enumerate(groups) for session in group}
    fixed = asked.fixed_slot
    for one, lot, allowed in zip(picks[0].tolist(), picks[1].tolist(), patience.tolist(), strict=True):
        here = where[one]
        there = (here + 1 + lot % (asked.n_slots - 1)) % asked.n_slots
        movable = sorted(s for s in groups[there] if fixed[s] < 0)
        place = lot // asked.n_slots % asked.n_rooms
        other = movable[place] if place < len(movable) else None
        if other is None and len(groups[there]) >= asked.n_rooms:
            continue
        if _loss(slots, groups, (here, there), one, other) <= allowed:
            _exchange(groups, where, (here, there), one, other)


def _pair(
    groups: list[set[int]], at: tuple[int, int], one: int, other: int | None
) -> tuple[frozenset[int], frozenset[int]]:
    leaving = set() if other is None else {other}
    return frozenset(groups[at[0]] - {one} | leaving), frozenset(groups[at[1]] - leaving | {one})


def _loss(slots: Slots, groups: list[set[int]], at: tuple[int, int], one: int, other: int | None) -> float:
    here, there = _pair(groups, at, one, other)
    before = slots.cost(at[0], frozenset(groups[at[0]])) + slots.cost(at[1], frozenset(groups[at[1]]))
    return slots.cost(at[0], here) + slots.cost(at[1], there) - before


def _exchange(groups: list[set[int]], where: dict[int, int], at: tuple[int, int], one: int, other: int | None) -> None:
    here, there = _pair(groups, at, one, other)
    groups[at[0]], groups[at[1]] = set(here), set(there)
    where[one] = at[1]
    if other is not None:
        where[other] = at[0]


def _settle(asked: Day, slots: Slots, slot: Ints, free: Ints) -> None:
    """Make every exchange and move that gains, until none does."""
    groups = [set(np.flatnonzero(slot == s).tolist()) for s in range(asked.n_slots)]
    where = {session: int(slot[session]) for session in range(asked.n_sessions)}
    gained = True
    while gained:
        gained = False
        for one in free.tolist():
            for there in range(asked.n_slots):
                gained |= _best_exchange(asked, slots, groups, where, (one, there))
    for session, s in where.items():
        slot[session] = s


def _best_exchange(
    asked: Day, slots: Slots, groups: list[set[int]], where: dict[int, int], step: tuple[int, int]
) -> bool:
    one, there = step
    at = (where[one], there)
    if at[0] == at[1]:
        return False
    others: list[int | None] = [s for s in sorted(groups[there]) if asked.fixed_slot[s] < 0]
    others += [None] if len(groups[there]) < asked.n_rooms else []
    for other in others:
        if _loss(slots, groups, at, one, other) < -1e-9:
            _exchange(groups, where, at, one, other)
            return True
    return False
