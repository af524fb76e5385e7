"""The running order of a pitch day: jurors who step out do so as few times as possible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Bools, Floats, Ints, bools, need, positions, whole
from .results import Result, digest
from .ties import lots

EXACT = 12  # pitches: up to here every order is weighed
STARTS = 8  # seeded orders that are improved above that


@dataclass(frozen=True, eq=False)
class RunningOrder(Result):
    """The order of the pitches and what it costs in doors."""

    order: Ints  # pitches, first on stage first
    moves: int  # times a juror leaves or comes back, the day's begin and end included
    bound: int  # proven: no order that keeps the fixed places has fewer
    moves_unsorted: int  # the same for the order as given
    out_at: tuple[tuple[int, ...], ...]  # per place: the jurors who are out
    status: str  # "optimal" or "limit"


def order_pitches(
    recusals: ArrayLike,
    *,
    fixed: Iterable[Sequence[int]] = (),
    unavailable: Iterable[Sequence[int]] = (),
    seed: int = 0,
) -> RunningOrder:
    """Return a running order in which each juror's recusals follow one another where possible.

    :param recusals: jurors x pitches, True where the juror steps out
    :param fixed: (pitch, place) that hold, places from 0
    :param unavailable: (pitch, place) that cannot be, places from 0
    :param seed: the order is drawn by lot among those with equally few moves
    :raises ValueError: naming the argument that does not fit, or `unavailable` where no order is found
    Source: shortest path through all pitches, Held and Karp, J. SIAM 10 (1962), up to 12
    pitches; 2-opt improvement of a seeded order above.
    """
    seed = whole("seed", seed, 0)
    out = bools("recusals", recusals, (-1, -1))
    n = out.shape[1]
    need(n > 0, "recusals", "give at least one pitch")
    places = positions("fixed", fixed, 2, (n, n))
    for column, what in ((0, "pitch"), (1, "place")):
        distinct = len(np.unique(places[:, column])) == len(places)
        need(distinct, "fixed", f"name each {what} once")
    pinned = np.full(n, -1)
    pinned[places[:, 1]] = places[:, 0]
    never = positions("unavailable", unavailable, 2, (n, n))
    free = np.ones((n, n), dtype=bool)
    free[never[:, 0], never[:, 1]] = False
    step, edge = _costs(out, seed)
    order = _shortest(step, edge, pinned, free) if n <= EXACT else _tried(step, edge, pinned, free, seed)
    need(bool(free[order, np.arange(n)].all()), "unavailable", "no order keeps all of these")
    moves = _moves(out, order)
    return RunningOrder(
        seed=seed,
        input_digest=digest(recusals=out, fixed=places, unavailable=never, seed=seed),
        order=order,
        moves=moves,
        bound=moves if n <= EXACT else 2 * int(out.any(axis=1).sum()),
        moves_unsorted=_moves(out, np.arange(n)),
        out_at=tuple(tuple(np.flatnonzero(out[:, p]).tolist()) for p in order),
        status="optimal" if n <= EXACT or moves == 2 * out.any(axis=1).sum() else "limit",
    )


def _costs(out: Bools, seed: int) -> tuple[Floats, Floats]:
    """Return pitch x pitch moves between neighbours (plus a lot below any move), and at the ends."""
    columns = out.astype(np.int64)
    apart = np.abs(columns[:, :, None] - columns[:, None, :]).sum(axis=0)
    before, after = np.indices(apart.shape)
    lot = lots(seed, before, after) / (4.0 * len(apart))
    return apart + lot, columns.sum(axis=0).astype(np.float64)


def _moves(out: Bools, order: Ints) -> int:
    day = np.pad(out[:, order].astype(np.int64), ((0, 0), (1, 1)))
    return int(np.abs(np.diff(day, axis=1)).sum())


def _shortest(step: Floats, edge: Floats, pinned: Ints, free: Bools) -> Ints:
    """Return the cheapest order by dynamic programming over the sets already on stage."""
    n = len(edge)
    cost = np.full((1 << n, n), np.inf)
    came = np.zeros((1 << n, n), dtype=np.int64)
    for first in range(n):
        if pinned[0] in (-1, first) and first not in pinned[1:] and free[first, 0]:
            cost[1 << first, first] = edge[first]
    for done in range(1, 1 << n):
        place = done.bit_count()
        if place == n or not np.isfinite(cost[done]).any():
            continue
        via = cost[done][:, None] + step
        last, least = via.argmin(axis=0), via.min(axis=0)
        for pitch in _next(done, place, pinned, free):
            after = done | 1 << pitch
            if least[pitch] < cost[after, pitch]:
                cost[after, pitch], came[after, pitch] = least[pitch], last[pitch]
    return _traced(cost, came, edge) if np.isfinite(cost[-1]).any() else np.arange(n)


def _next(done: int, place: int, pinned: Ints, free: Bools) -> list[int]:
    if pinned[place] >= 0:
        here = int(pinned[place])
        return [here] if not done >> here & 1 and free[here, place] else []
    later = set(pinned[pinned >= 0].tolist())
    there = np.flatnonzero(free[:, place]).tolist()
    return [pitch for pitch in there if not done >> pitch & 1 and pitch not in later]


def _traced(cost: Floats, came: Ints, edge: Floats) -> Ints:
    done = len(cost) - 1
    pitch = int(np.argmin(cost[done] + edge))
    order = [pitch]
    while done.bit_count() > 1:
        before = int(came[done, pitch])
        done, pitch = done & ~(1 << pitch), before
        order.append(pitch)
    return np.array(order[::-1])


def _tried(step: Floats, edge: Floats, pinned: Ints, free: Bools, seed: int) -> Ints:
    """Return the cheapest of a few improved orders."""
    orders = [_improved(step, edge, pinned, free, seed + start) for start in range(STARTS)]
    return min(orders, key=lambda order: _length(step, edge, order, free))


def _improved(step: Floats, edge: Floats, pinned: Ints, free: Bools, seed: int) -> Ints:
    """Return an order that no exchange or reversal of free pitches makes cheaper."""
    n = len(edge)
    open_places = np.flatnonzero(pinned < 0)
    order = pinned.copy()
    rest = np.setdiff1d(np.arange(n), pinned)
    order[open_places] = rest[np.argsort(lots(seed, rest))]
    better = True
    while better:
        better = False
        for i in range(len(open_places)):
            for j in range(i + 1, len(open_places)):
                for tried in _neighbours(order, open_places[i : j + 1]):
                    if _length(step, edge, tried, free) < _length(step, edge, order, free) - 1e-9:
                        order, better = tried, True
    return order


def _neighbours(order: Ints, among: Ints) -> tuple[Ints, Ints]:
    reversed_, exchanged = order.copy(), order.copy()
    reversed_[among] = order[among[::-1]]
    exchanged[among[[0, -1]]] = order[among[[-1, 0]]]
    return reversed_, exchanged


def _length(step: Floats, edge: Floats, order: Ints, free: Bools) -> float:
    """Return the moves of an order; a pitch at a place where it cannot be outweighs all of them."""
    wrong = int((~free[order, np.arange(len(order))]).sum())
    moves = float(step[order[:-1], order[1:]].sum() + edge[order[0]] + edge[order[-1]])
    return moves + wrong * (1.0 + 2.0 * float(edge.sum()))
