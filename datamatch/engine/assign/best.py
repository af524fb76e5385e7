"""The sum mode: the flow with the largest total similarity, priced when the input is large."""

from dataclasses import dataclass

import numpy as np

from ..arrays import Bools, Floats, Ints
from ..solver import Solution
from ..ties import nudges
from .flow import flowed
from .network import Network, network
from .question import Question

DENSE = 150_000  # open pairs: up to here all arcs enter the program at once
PER_IDEA, PER_REVIEWER = 20, 12  # candidate arcs of the first round of a large input
FINE = 1e5  # gains are solved on this span, so that the millionth that settles ties is far above the tolerance
ADDED = 8  # arcs per idea that a round of pricing may add
ROUNDS = 20
CLOSE = 1e-8  # share of the total that may be left unproven between rounds
CELLS = 4_000_000  # pairs priced at once, to keep memory small


def best(asked: Question) -> tuple[Bools, float]:
    """Return the pairs of largest total similarity and the proven upper bound of that total.

    OR-tools solves it as a flow where it is installed, HiGHS as a linear program otherwise: it is a
    network, so the vertex that the simplex method returns is whole. Both give the same pairs.
    """
    if np.count_nonzero(asked.open) > DENSE:
        return _priced(asked)
    net = network(asked, asked.open)
    x = flowed(asked, net)
    if x is not None:
        return _read(asked, net, x, float(net.gain @ x))
    fine = FINE / (float(np.ptp(asked.similarity)) or 1.0) if len(net.idea) else 1.0
    answer = net.model.maximise(net.gain * fine, relaxed=True)
    if not _whole(answer):
        answer = net.model.maximise(net.gain * fine)
    return _read(asked, net, answer.x, answer.bound / fine)


def _priced(asked: Question) -> tuple[Bools, float]:
    """Return the same from a few promising arcs, adding others until none can matter."""
    chosen = candidates(asked)
    for _ in range(ROUNDS):
        net = network(asked, chosen)
        answer, price = net.model.duals(net.gain)
        found = pricing(asked, net, price, chosen)
        if found.slack <= CLOSE * abs(answer.objective) or not len(found.idea):
            break
        chosen[found.idea, found.reviewer] = True
    return _read(asked, net, answer.x, answer.objective + found.slack)


def candidates(asked: Question) -> Bools:
    """Return the open pairs that are among the best of their idea or of their reviewer."""
    wide = int(asked.demand.max(initial=0)) + PER_IDEA
    ideas, reviewers = asked.similarity.shape
    picked = np.zeros((ideas, reviewers), dtype=np.bool_)
    for rows in blocks(ideas, reviewers):
        value = np.where(asked.open[rows], asked.similarity[rows], -np.inf)
        picked[rows] = _top(value, wide, axis=1)
    for columns in blocks(reviewers, ideas):
        value = np.where(asked.open[:, columns], asked.similarity[:, columns], -np.inf)
        picked[:, columns] |= _top(value, PER_REVIEWER, axis=0)
    return picked & asked.open


def blocks(n: int, width: int) -> list[slice]:
    """Return slices of 0..n-1 that hold about CELLS cells of rows this wide."""
    step = max(1, CELLS // max(width, 1))
    return [slice(start, min(start + step, n)) for start in range(0, n, step)]


@dataclass(frozen=True, eq=False)
class Pricing:
    """The arcs left out that could matter, and at most how much they add together."""

    idea: Ints
    reviewer: Ints
    slack: float


def pricing(asked: Question, net: Network, price: Floats, chosen: Bools) -> Pricing:
    """Return what the arcs left out would add at these prices: similarity less what they take."""
    found, slack = [], 0.0
    demand = int(asked.demand.max(initial=1))
    span = (float(asked.similarity.min()), float(asked.similarity.max()))
    for rows in blocks(*asked.similarity.shape):
        profit = _profit(asked, net, price, rows, span)
        profit = np.where(asked.open[rows] & ~chosen[rows], np.maximum(profit, 0.0), 0.0)
        width = min(max(ADDED, demand), profit.shape[1])
        order = np.argpartition(-profit, width - 1, axis=1)[:, :width]
        gains = np.take_along_axis(profit, order, axis=1)
        slack += float(np.sort(gains, axis=1)[:, -demand:].sum())
        idea, place = np.nonzero(gains > 1e-9)
        found.append((idea + rows.start, order[idea, place]))
    ideas, reviewers = (np.concatenate(part) for part in zip(*found, strict=True))
    return Pricing(ideas, reviewers, slack)


def _profit(asked: Question, net: Network, price: Floats, rows: slice, span: tuple[float, float]) -> Floats:
    values = asked.similarity[rows]
    idea = np.arange(rows.start, rows.stop)[:, None]
    reviewer = np.arange(values.shape[1])[None, :]
    profit = nudges(values, asked.seed, idea, reviewer, span=span[1] - span[0])
    profit = profit - price[net.idea_rows][rows, None] - price[net.load_rows][None, :]
    if net.floor_rows is not None:
        profit -= price[net.floor_rows][rows, None] * values
    if net.unit_rows:
        units = asked.unit_room.shape[1]
        cost = np.zeros(asked.unit_room.size)
        cost[list(net.unit_rows)] = price[list(net.unit_rows.values())]
        profit -= cost.reshape(-1, units)[rows][:, asked.unit]
    return np.asarray(profit)


def _top(value: Floats, count: int, axis: int) -> Bools:
    size = value.shape[axis]
    if count >= size:
        return np.ones(value.shape, dtype=np.bool_)
    order = np.argpartition(-value, count, axis=axis)
    picked = np.zeros(value.shape, dtype=np.bool_)
    np.put_along_axis(picked, np.take(order, np.arange(count), axis=axis), True, axis=axis)
    return picked


def _whole(answer: Solution) -> bool:
    return bool(np.abs(answer.x - np.rint(answer.x)).max(initial=0.0) < 1e-6)


def _read(asked: Question, net: Network, x: Floats, bound: float) -> tuple[Bools, float]:
    settled = float(asked.similarity[asked.fixed].sum())
    return net.pairs(x, asked), bound - net.penalties(x) + settled
