"""The day as it is asked: sessions, slots, rooms, who must be where and who wants what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Bools, Floats, Ints, floats, ints, need, positions, whole
from ..results import digest


@dataclass(frozen=True, eq=False)
class Day:
    """The checked question."""

    n_sessions: int
    n_slots: int
    seats: Ints  # per room
    speakers: Bools  # sessions x people
    blocked: Bools  # sessions x slots
    wants: Bools  # registrants x sessions
    fixed: Ints  # n x 3: session, slot, room
    attendance: float
    seat_weight: float
    input_digest: str

    @property
    def n_rooms(self) -> int:
        """Return the number of rooms."""
        return len(self.seats)

    @cached_property
    def expected(self) -> Floats:
        """Return, per session, how many people are expected."""
        return np.asarray(self.attendance * self.wants.sum(axis=0))

    @cached_property
    def clashes(self) -> Bools:
        """Return sessions x sessions: share a speaker, so never at the same time."""
        shared = self.speakers.astype(np.int64) @ self.speakers.T.astype(np.int64) > 0
        np.fill_diagonal(shared, False)
        return shared

    @cached_property
    def fixed_slot(self) -> Ints:
        """Return, per session, the slot it is fixed in, or -1."""
        slot = np.full(self.n_sessions, -1)
        slot[self.fixed[:, 0]] = self.fixed[:, 1]
        return slot

    @cached_property
    def fixed_room(self) -> dict[int, int]:
        """Return the room of each fixed session."""
        return dict(self.fixed[:, [0, 2]].tolist())


def day(
    sessions: int,
    slots: int,
    rooms: int,
    *,
    seats: ArrayLike,
    speakers: Sequence[Iterable[int]],
    unavailable: Iterable[Sequence[int]],
    wants: Sequence[Iterable[int]],
    fixed: Iterable[Sequence[int]],
    attendance: float,
    seat_weight: float,
) -> Day:
    """Return the checked day. :raises ValueError: naming the argument that does not fit"""
    n, n_slots, n_rooms = whole("sessions", sessions, 1), whole("slots", slots, 1), whole("rooms", rooms, 1)
    need(n <= n_slots * n_rooms, "sessions", f"give at most slots x rooms = {n_slots * n_rooms}")
    need(len(speakers) == n, "speakers", f"give one list per session ({n})")
    known = max((int(p) for people in speakers for p in people), default=-1) + 1
    who = _members("speakers", speakers, known)
    blocked = np.zeros((n, n_slots), dtype=np.bool_)
    away = positions("unavailable", unavailable, 2, (n, n_slots))
    blocked[away[:, 0], away[:, 1]] = True
    settled = positions("fixed", fixed, 3, (n, n_slots, n_rooms))
    once = len(np.unique(settled[:, 0])) == len(np.unique(settled[:, 1:], axis=0)) == len(settled)
    need(once, "fixed", "fix a session once, and one session per slot and room")
    wish = _members("wants", wants, n)
    chairs = ints("seats", seats, (n_rooms,))
    share = float(floats("attendance", attendance, ()))
    weight = float(floats("seat_weight", seat_weight, ()))
    key = digest(
        size=(n, n_slots), seats=chairs, speakers=who, blocked=blocked, fixed=settled, wants=wish,
        attendance=share, seat_weight=weight,
    )  # fmt: skip
    return Day(n, n_slots, chairs, who, blocked, wish, settled, share, weight, key)


def _members(name: str, groups: Sequence[Iterable[int]], n: int) -> Bools:
    marked = np.zeros((len(groups), n), dtype=np.bool_)
    for row, group in enumerate(groups):
        for member in group:
            marked[row, whole(name, member, 0, n - 1)] = True
    return marked
