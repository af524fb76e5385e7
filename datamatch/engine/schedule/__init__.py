"""Who is on stage when: sessions into slots and rooms, so that most wishes can be kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Ints, whole
from ..results import Result
from .day import Day, day
from .proof import Proof, proof
from .search import searched, total
from .slots import Slots

__all__ = ["Clash", "Schedule", "schedule"]


@dataclass(frozen=True)
class Clash:
    """A hard rule that the best programme found still breaks.

    code: "speaker" (`session` and `other` share a speaker in one slot), "unavailable" (the
    session may not be in this slot).
    """

    code: str
    session: int
    other: int | None
    slot: int


@dataclass(frozen=True, eq=False)
class Schedule(Result):
    """The programme of the day. Places are positions of slots and rooms."""

    slot: Ints  # per session
    room: Ints  # per session
    wishes_kept: int  # registrant and slot with at least one wished session
    wishes: int  # most that could be kept: per registrant, wishes but no more than slots
    seats_missing: float  # at the expected attendance
    objective: float  # wishes kept less the weighted seats missing; higher is better
    bound: float  # proven: no programme is better
    gap: float
    proven: bool  # this programme is a best one: nothing without clashes is better
    clashes: tuple[Clash, ...]  # empty unless the hard rules contradict one another


def schedule(
    sessions: int,
    slots: int,
    rooms: int,
    *,
    seats: ArrayLike,
    speakers: Sequence[Iterable[int]],
    wants: Sequence[Iterable[int]],
    unavailable: Iterable[Sequence[int]] = (),
    fixed: Iterable[Sequence[int]] = (),
    attendance: float = 0.6,
    seat_weight: float = 0.5,
    seed: int = 0,
    sweeps: int = 150,
) -> Schedule:
    """Return the programme that keeps most wishes, one per registrant per slot.

    :param seats: per room; a session expects `attendance` of those who want it
    :param speakers: per session the people (speaker, chair, jury) who must be there
    :param wants: per registrant the sessions wished
    :param unavailable: (session, slot) that cannot be; `fixed`: (session, slot, room) that hold
    :param seat_weight: wishes that one missing seat counts for
    :param sweeps: length of the search, the same on every machine; 150 takes a second or two
    :raises ValueError: naming the argument that does not fit
    Source: simulated annealing with exchanges, Kirkpatrick, Gelatt and Vecchi, Science 220
    (1983), six seeded starts; the best is then improved until no single exchange gains. Where the
    groups of sessions that fit a slot can be listed (30 sessions in 6 slots of 5 rooms still), the
    bound is that of set partitioning, and `proven` says that it was reached; otherwise it is what
    wishes and seats allow at most.
    """
    seed = whole("seed", seed, 0)
    asked = day(
        sessions,
        slots,
        rooms,
        seats=seats,
        speakers=speakers,
        unavailable=unavailable,
        wants=wants,
        fixed=fixed,
        attendance=attendance,
        seat_weight=seat_weight,
    )
    costs = Slots(asked)
    slot = searched(asked, costs, seed, whole("sweeps", sweeps, 1))
    known = proof(asked, None if _clashes(asked, slot) else -total(asked, costs, slot))
    return _answered(asked, costs, slot if known is None or known.slot is None else known.slot, known, seed)


def _answered(asked: Day, costs: Slots, slot: Ints, known: Proof | None, seed: int) -> Schedule:
    groups = [np.flatnonzero(slot == s).tolist() for s in range(asked.n_slots)]
    room = np.zeros(asked.n_sessions, dtype=np.int64)
    for group in groups:
        for session, place in costs.rooms(group).items():
            room[session] = place
    kept = sum(costs.kept(group) for group in groups)
    missing = sum(costs.missing(group) for group in groups)
    wishes = int(np.minimum(asked.wants.sum(axis=1), asked.n_slots).sum())
    objective = kept - asked.seat_weight * missing
    clashes = _clashes(asked, slot)
    bound = wishes - asked.seat_weight * _least_missing(asked)
    if known is not None and not clashes:
        bound = max(min(bound, known.bound), objective)
    return Schedule(
        seed=seed,
        input_digest=asked.input_digest,
        slot=slot,
        room=room,
        wishes_kept=kept,
        wishes=wishes,
        seats_missing=missing,
        objective=objective,
        bound=bound,
        gap=(bound - objective) / max(abs(bound), 1.0),
        proven=known is not None and known.proven and not clashes,
        clashes=clashes,
    )


def _least_missing(asked: Day) -> float:
    """Return the seats missing were every slot's rooms free for any session."""
    rooms = np.sort(np.tile(asked.seats, asked.n_slots))[::-1][: asked.n_sessions]
    crowds = np.sort(asked.expected)[::-1]
    return float(np.maximum(crowds - rooms, 0.0).sum())


def _clashes(asked: Day, slot: Ints) -> tuple[Clash, ...]:
    away = np.flatnonzero(asked.blocked[np.arange(len(slot)), slot])
    found = [Clash("unavailable", int(s), None, int(slot[s])) for s in away]
    for one, other in np.argwhere(np.triu(asked.clashes)).tolist():
        if slot[one] == slot[other]:
            found.append(Clash("speaker", one, other, int(slot[one])))
    return tuple(found)
