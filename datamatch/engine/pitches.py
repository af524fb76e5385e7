"""The running order of a pitch day: few jurors miss a pitch, and who steps out does so as few times as possible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Bools, Floats, Ints, bools, ints, need, positions, whole
from .results import Result, digest
from .ties import lots

EXACT = 12  # pitches: up to here every order is weighed
STARTS = 8  # seeded orders that are improved above that


@dataclass(frozen=True, eq=False)
class RunningOrder(Result):
    """The order of the pitches, who is missed in it, and what it costs in doors."""

    order: Ints  # pitches, first on stage first
    missed: int  # jurors who are missed, summed over the pitches
    moves: int  # times a juror leaves or comes back, the day's begin and end included
    bound: int  # proven: no order that keeps the fixed places and misses as few has fewer moves
    moves_unsorted: int  # the same for the order as given
    out_at: tuple[tuple[int, ...], ...]  # per place: the jurors who are out
    status: str  # "optimal" or "limit"


def order_pitches(
    recusals: ArrayLike,
    *,
    fixed: Iterable[Sequence[int]] = (),
    unavailable: Iterable[Sequence[int]] = (),
    missing: ArrayLike | None = None,
    seed: int = 0,
) -> RunningOrder:
    """Return a running order in which few jurors miss a pitch, and each juror's recusals follow one another.

    First come the places that cannot be, then those at which the fewest are missed, then the fewest moves.

    :param recusals: jurors x pitches, True where the juror steps out
    :param fixed: (pitch, place) that hold, places from 0
    :param unavailable: (pitch, place) that cannot be, places from 0
    :param missing: pitches x places, how many jurors are missed when a pitch stands at a place; none where not given
    :param seed: the order is drawn by lot among those that are equally good
    :raises ValueError: naming the argument that does not fit, or `unavailable` where no order is found
    Source: shortest path through all pitches, Held and Karp, J. SIAM 10 (1962), up to 12
    pitches; 2-opt improvement of a seeded order above.
    """
    seed = whole("seed", seed, 0)
    out = bools("recusals", recusals, (-1, -1))
    n = out.shape[1]
    need(n > 0, "recusals", "give at least one pitch")
    places, never = _fixed(fixed, n), positions("unavailable", unavailable, 2, (n, n))
    free = np.ones((n, n), dtype=bool)
    free[never[:, 0], never[:, 1]] = False
    away = np.zeros((n, n), dtype=np.int64) if missing is None else ints("missing", missing, (n, n))
    need(bool((away >= 0).all()), "missing", "count from 0")
    pinned = np.full(n, -1)
    pinned[places[:, 1]] = places[:, 0]
    costs = _costs(out, away, free, seed)
    order = _shortest(costs, pinned) if n <= EXACT else _tried(costs, pinned, seed)
    need(bool(free[order, np.arange(n)].all()), "unavailable", "no order keeps all of these")
    key = digest(recusals=out, fixed=places, unavailable=never, missing=away, seed=seed)
    return _answered(out, away, order, seed, key)


def _fixed(fixed: Iterable[Sequence[int]], n: int) -> Ints:
    """Return the checked places that hold."""
    places = positions("fixed", fixed, 2, (n, n))
    for column, what in ((0, "pitch"), (1, "place")):
        distinct = len(np.unique(places[:, column])) == len(places)
        need(distinct, "fixed", f"name each {what} once")
    return places


def _answered(out: Bools, away: Ints, order: Ints, seed: int, key: str) -> RunningOrder:
    n = len(order)
    moves, missed = _moves(out, order), int(away[order, np.arange(n)].sum())
    least = 2 * int(out.any(axis=1).sum())
    return RunningOrder(
        seed=seed,
        input_digest=key,
        order=order,
        missed=missed,
        moves=moves,
        bound=moves if n <= EXACT else least,
        moves_unsorted=_moves(out, np.arange(n)),
        out_at=tuple(tuple(np.flatnonzero(out[:, p]).tolist()) for p in order),
        status="optimal" if n <= EXACT or (moves, missed) == (least, 0) else "limit",
    )


@dataclass(frozen=True, eq=False)
class _Costs:
    """What an order costs; of the three kinds each outweighs all of the next: `never`, missed jurors, moves."""

    step: Floats  # pitch x pitch: moves between neighbours, plus a lot below any move
    edge: Floats  # per pitch: moves at the begin or the end
    place: Floats  # pitch x place: missed jurors, and infinity where a pitch cannot be
    never: float  # what such a place counts for while an order is improved

    @property
    def misses(self) -> bool:
        """Tell whether a juror can be missed anywhere."""
        return bool((self.place[np.isfinite(self.place)] > 0).any())

    def length(self, order: Ints) -> float:
        """Return what a whole order costs."""
        there = self.place[order, np.arange(len(order))]
        wrong = np.isinf(there)
        moves = self.step[order[:-1], order[1:]].sum() + self.edge[order[0]] + self.edge[order[-1]]
        return float(moves + there[~wrong].sum() + self.never * wrong.sum())


def _costs(out: Bools, away: Ints, free: Bools, seed: int) -> _Costs:
    columns = out.astype(np.int64)
    apart = np.abs(columns[:, :, None] - columns[:, None, :]).sum(axis=0)
    before, after = np.indices(apart.shape)
    lot = lots(seed, before, after) / (4.0 * len(apart))
    edge = columns.sum(axis=0).astype(np.float64)
    juror = 1.0 + 2.0 * float(edge.sum())
    place = np.where(free, juror * away, np.inf)
    return _Costs(apart + lot, edge, place, juror * (1.0 + float(away.max(axis=0).sum())))


def _moves(out: Bools, order: Ints) -> int:
    day = np.pad(out[:, order].astype(np.int64), ((0, 0), (1, 1)))
    return int(np.abs(np.diff(day, axis=1)).sum())


def _shortest(costs: _Costs, pinned: Ints) -> Ints:
    """Return the cheapest order by dynamic programming over the sets already on stage."""
    n = len(costs.edge)
    cost = np.full((1 << n, n), np.inf)
    came = np.zeros((1 << n, n), dtype=np.int64)
    for first in range(n):
        if pinned[0] in (-1, first) and first not in pinned[1:]:
            cost[1 << first, first] = costs.edge[first] + costs.place[first, 0]
    for done in range(1, 1 << n):
        place = done.bit_count()
        if place == n or not np.isfinite(cost[done]).any():
            continue
        via = cost[done][:, None] + costs.step
        last, least = via.argmin(axis=0), via.min(axis=0) + costs.place[:, place]
        for pitch in _next(done, place, pinned):
            after = done | 1 << pitch
            if least[pitch] < cost[after, pitch]:
                cost[after, pitch], came[after, pitch] = least[pitch], last[pitch]
    return _traced(cost, came, costs.edge) if np.isfinite(cost[-1]).any() else np.arange(n)


def _next(done: int, place: int, pinned: Ints) -> list[int]:
    if pinned[place] >= 0:
        here = int(pinned[place])
        return [here] if not done >> here & 1 else []
    later = set(pinned[pinned >= 0].tolist())
    return [pitch for pitch in range(len(pinned)) if not done >> pitch & 1 and pitch not in later]


def _traced(cost: Floats, came: Ints, edge: Floats) -> Ints:
    done = len(cost) - 1
    pitch = int(np.argmin(cost[done] + edge))
    order = [pitch]
    while done.bit_count() > 1:
        before = int(came[done, pitch])
        done, pitch = done & ~(1 << pitch), before
        order.append(pitch)
    return np.array(order[::-1])


def _tried(costs: _Costs, pinned: Ints, seed: int) -> Ints:
    """Return the cheapest of a few improved orders, those that heed no juror who is missed among them."""
    weighed = [costs, replace(costs, place=np.where(np.isinf(costs.place), np.inf, 0.0))] if costs.misses else [costs]
    orders = (_improved(each, pinned, seed + start) for each in weighed for start in range(STARTS))
    return min(orders, key=costs.length)


def _improved(costs: _Costs, pinned: Ints, seed: int) -> Ints:
    """Return an order that no exchange or reversal of free pitches makes cheaper."""
    n = len(costs.edge)
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
                    if costs.length(tried) < costs.length(order) - 1e-9:
                        order, better = tried, True
    return order


def _neighbours(order: Ints, among: Ints) -> tuple[Ints, Ints]:
    reversed_, exchanged = order.copy(), order.copy()
    reversed_[among] = order[among[::-1]]
    exchanged[among[[0, -1]]] = order[among[[-1, 0]]]
    return reversed_, exchanged
