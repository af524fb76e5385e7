"""Every group of sessions that may share a slot, and what it is worth there."""

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from ..arrays import Bools, Floats, Ints
from .day import Day

MOST_GROUPS = 200_000  # per kind of slot; 30 sessions in 6 slots of 5 rooms are 142,506


@dataclass(frozen=True, eq=False)
class Kind:
    """Slots that are alike (who is away, what is fixed), and the groups that fit beside what is fixed.

    Groups hold the sessions that are not fixed, filled up with the number of sessions.
    """

    slots: Ints
    members: Ints  # groups x rooms
    value: Floats  # wishes kept less weighted seats missing, fixed sessions included

    @property
    def n_slots(self) -> int:
        """Return how many slots are of this kind."""
        return len(self.slots)

    def sums(self, price: Floats) -> Floats:
        """Return the summed price of each group's sessions."""
        return np.asarray(np.append(price, 0.0)[self.members].sum(axis=1))


def kinds(asked: Day) -> list[Kind] | None:
    """Return the kinds of slots with their groups, or None when there are too many to list."""
    free = np.flatnonzero(asked.fixed_slot < 0)
    least = max(len(free) - (asked.n_slots - 1) * asked.n_rooms, 0)
    sizes = range(min(least, asked.n_rooms), asked.n_rooms + 1)
    if sum(comb(len(free), size) for size in sizes) > MOST_GROUPS:
        return None
    members = _listed(free, sizes, asked)
    kept = members[~_clashing(asked, members)]
    alike: dict[tuple[bytes, int], list[int]] = {}
    for slot in range(asked.n_slots):
        fixed = bool((asked.fixed_slot == slot).any())
        alike.setdefault((asked.blocked[free, slot].tobytes(), slot if fixed else -1), []).append(slot)
    return [_kind(asked, np.array(slots), kept) for slots in alike.values()]


def _listed(free: Ints, sizes: range, asked: Day) -> Ints:
    rows = [np.full((1, asked.n_rooms), asked.n_sessions)] if 0 in sizes else []
    for size in sizes:
        if 0 < size <= len(free):
            found = np.array(list(combinations(free.tolist(), size)), dtype=np.int64)
            rows.append(np.pad(found, ((0, 0), (0, asked.n_rooms - size)), constant_values=asked.n_sessions))
    return np.concatenate(rows) if rows else np.zeros((0, asked.n_rooms), dtype=np.int64)


def _clashing(asked: Day, members: Ints) -> Bools:
    """Return, per group, whether two of its sessions share a speaker."""
    shared = np.pad(asked.clashes, (0, 1))
    found = np.zeros(len(members), dtype=np.bool_)
    for one, two in combinations(range(members.shape[1]), 2):
        found |= shared[members[:, one], members[:, two]]
    return found


def _kind(asked: Day, slots: Ints, members: Ints) -> Kind:
    slot, n = int(slots[0]), asked.n_sessions
    fixed = np.flatnonzero(asked.fixed_slot == slot)
    barred = np.append(asked.blocked[:, slot] | asked.clashes[fixed].any(axis=0), False)
    size = (members < n).sum(axis=1)
    fits = ~barred[members].any(axis=1) & (size <= asked.n_rooms - len(fixed))
    some = members[fits]
    return Kind(slots, some, _kept(asked, some, fixed) - asked.seat_weight * _missing(asked, some, fixed))


def _kept(asked: Day, members: Ints, fixed: Ints) -> Floats:
    """Return, per group, how many registrants find a wish in it."""
    bits = np.packbits(np.pad(asked.wants, ((0, 0), (0, 1))), axis=0).T
    union = np.zeros((len(members), bits.shape[1]), dtype=np.uint8)
    union |= np.bitwise_or.reduce(bits[fixed], axis=0) if len(fixed) else np.uint8(0)
    for place in range(members.shape[1]):
        union |= bits[members[:, place]]
    return np.asarray(np.bitwise_count(union).sum(axis=1), dtype=np.float64)


def _missing(asked: Day, members: Ints, fixed: Ints) -> Floats:
    """Return, per group, the seats missing: fixed sessions in their rooms, the fullest in the largest."""
    taken = [asked.fixed_room[int(session)] for session in fixed]
    settled = np.maximum(asked.expected[fixed] - asked.seats[taken], 0.0).sum()
    rooms = np.sort(np.delete(asked.seats, taken))[::-1]
    crowds = -np.sort(-np.append(asked.expected, 0.0)[members], axis=1)[:, : len(rooms)]
    return np.asarray(settled + np.maximum(crowds - rooms, 0.0).sum(axis=1))
