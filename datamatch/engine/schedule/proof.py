"""How good a programme can be: every group of sessions that fits a slot, priced; exact where that settles it.

A day is a choice of one group per slot so that every session is on once (set partitioning). Its
relaxation is tight, and any prices of the sessions give a bound that no programme exceeds.
Source: Dantzig and Wolfe, Operations Research 8 (1960); Barnhart et al., Operations Research 46
(1998), sections 2 and 4.
"""

from dataclasses import dataclass

import numpy as np

from ..arrays import Bools, Floats, Ints
from ..solver import Model
from .day import Day
from .groups import Kind, kinds

ROUNDS, ADDED = 80, 40  # rounds of pricing, and groups per kind of slot that each may add
MOST_COLUMNS = 20_000  # groups that the closing program may choose from
NODES = 500
CLOSE = 1e-6
NEVER = 1e6  # what leaving a session out costs: more than all wishes of any day


@dataclass(frozen=True, eq=False)
class Proof:
    """A bound on the objective of every programme, and a better one where the proof found it."""

    bound: float
    proven: bool  # nothing is better than `slot`, or than the given programme where it is None
    slot: Ints | None


@dataclass(frozen=True, eq=False)
class _Prices:
    """Prices of the sessions, the best group of every kind at them, and the bound they give."""

    session: Floats
    best: Floats  # per kind
    bound: float


def proof(asked: Day, objective: float | None) -> Proof | None:
    """Return what can be proven, or None for a day with too many groups to list.

    :param objective: what a programme without clashes is worth, None when there is none yet
    """
    listed = kinds(asked)
    if listed is None or any(not len(kind.value) for kind in listed):
        return None
    prices = _priced(asked, listed)
    least = -np.inf if objective is None else objective
    if prices.bound <= least + CLOSE:
        return Proof(least, True, None)
    return _closed(asked, listed, prices, least)


def _priced(asked: Day, listed: list[Kind]) -> _Prices:
    """Return the prices of the lowest bound: columns are added until none gains."""
    chosen = [np.argsort(-kind.value, kind="stable")[:ADDED] for kind in listed]
    found = _Prices(np.zeros(asked.n_sessions), np.zeros(len(listed)), np.inf)
    for _ in range(ROUNDS):
        reached, price = _relaxed(asked, listed, chosen)
        left = [kind.value - kind.sums(price) for kind in listed]
        best = np.array([float(part.max()) for part in left])
        bound = float(price.sum()) + sum(kind.n_slots * b for kind, b in zip(listed, best.tolist(), strict=True))
        if bound < found.bound:
            found = _Prices(price, best, bound)
        if bound <= reached + CLOSE:
            break
        most = [np.argpartition(-part, min(ADDED, len(part)) - 1)[:ADDED] for part in left]
        chosen = [np.union1d(have, more) for have, more in zip(chosen, most, strict=True)]
    return found


def _program(asked: Day, listed: list[Kind], chosen: list[Ints], spare: bool) -> tuple[Model, Floats, list[Ints]]:
    """Return the program over the chosen groups, its gains and its columns per kind.

    With `spare` a session may be left out and a slot stay empty, at a price that never pays.
    """
    model, gains, columns = Model(), [], []
    rows, entries = [], []
    for number, (kind, some) in enumerate(zip(listed, chosen, strict=True)):
        column = model.columns(len(some), 0.0, kind.n_slots)
        at, place = np.nonzero(kind.members[some] < asked.n_sessions)
        rows += [kind.members[some][at, place], np.full(len(some), asked.n_sessions + number)]
        entries += [column[at], column]
        columns.append(column)
        gains.append(kind.value[some])
    limits = np.ones(asked.n_sessions + len(listed))
    limits[[s for s in range(asked.n_sessions) if asked.fixed_slot[s] >= 0]] = 0.0
    limits[asked.n_sessions :] = [kind.n_slots for kind in listed]
    if spare:
        over = model.columns(len(limits), 0.0, limits, whole=False)
        rows.append(np.arange(len(limits)))
        entries.append(over)
        gains.append(np.full(len(limits), -NEVER))
    row, column = np.concatenate(rows), np.concatenate(entries)
    model.rows(row, column, 1.0, lo=limits, hi=limits, n=len(limits))
    return model, np.concatenate(gains), columns


def _relaxed(asked: Day, listed: list[Kind], chosen: list[Ints]) -> tuple[float, Floats]:
    """Return the relaxed optimum over the chosen groups and the price of each session."""
    model, gain, _ = _program(asked, listed, chosen, spare=True)
    answer, price = model.duals(gain)
    return answer.objective, np.asarray(price[: asked.n_sessions])


def _closed(asked: Day, listed: list[Kind], prices: _Prices, least: float) -> Proof:
    """Return the optimum over the groups that a better programme could hold, where they are few.

    A group that falls further behind the best of its kind than bound and programme are apart is
    in no better programme.
    """
    room = prices.bound - least + CLOSE
    few: list[Bools] = [
        kind.value - kind.sums(prices.session) >= best - room
        for kind, best in zip(listed, prices.best.tolist(), strict=True)
    ]
    if sum(int(part.sum()) for part in few) > MOST_COLUMNS:
        return Proof(prices.bound, False, None)
    chosen = [np.flatnonzero(part) for part in few]
    model, gain, columns = _program(asked, listed, chosen, spare=False)
    answer = model.maximise(gain, gap=0.0, nodes=NODES)
    if answer.status == "infeasible":  # nothing keeps the hard rules, or nothing is as good as the given one
        return Proof(min(prices.bound, least) if np.isfinite(least) else prices.bound, bool(np.isfinite(least)), None)
    proven = answer.status == "optimal"
    bound = max(least, answer.objective) if proven else min(prices.bound, max(answer.bound, least))
    better = answer.x.size > 0 and answer.objective > least + CLOSE
    return Proof(bound, proven, _slots(asked, listed, chosen, columns, answer.x) if better else None)


def _slots(asked: Day, listed: list[Kind], chosen: list[Ints], columns: list[Ints], x: Floats) -> Ints:
    """Return, per session, its slot, from how often each group is used."""
    slot = asked.fixed_slot.copy()
    for kind, some, column in zip(listed, chosen, columns, strict=True):
        used = np.repeat(some, np.rint(x[column]).astype(np.int64))
        for at, group in zip(kind.slots.tolist(), kind.members[used].tolist(), strict=True):
            slot[[session for session in group if session < asked.n_sessions]] = at
    return slot
