"""The sum mode: the flow with the largest total similarity, priced when the input is large."""

import numpy as np

from ..arrays import Bools, Floats
from ..solver import Solution
from .network import Network, network
from .question import Question

DENSE = 20_000  # pairs: up to here all arcs enter the program at once
PER_IDEA, PER_REVIEWER = 20, 12  # candidate arcs of the first round of a large input
ROUNDS = 12


def best(asked: Question) -> tuple[Bools, float]:
    """Return the pairs of largest total similarity and the proven upper bound of that total."""
    pairs, bound, _, _ = solved(asked)
    return pairs, bound


def solved(asked: Question) -> tuple[Bools, float, Network, Solution]:
    """Return the pairs, the bound, and the program that proves it.

    The program is a network, so the vertex that the simplex method returns is whole.
    """
    if asked.open.sum() <= DENSE:
        net = network(asked, asked.open)
        answer = net.model.maximise(net.gain, relaxed=True)
        if not _whole(answer):
            answer = net.model.maximise(net.gain)
        return (*_read(asked, net, answer, answer.bound), net, answer)
    return _priced(asked)


def _priced(asked: Question) -> tuple[Bools, float, Network, Solution]:
    chosen = candidates(asked)
    for _ in range(ROUNDS):
        net = network(asked, chosen)
        answer, price = net.model.duals(net.gain)
        profit = _profit(asked, net, price)
        missing = asked.open & ~chosen & (profit > 1e-9)
        if not missing.any():
            break
        chosen = chosen | (_top(np.where(missing, profit, -np.inf), 8, axis=1) & missing)
    slack = float(np.clip(np.where(missing, profit, 0.0), 0.0, None).sum())
    return (*_read(asked, net, answer, answer.bound + slack), net, answer)


def candidates(asked: Question) -> Bools:
    """Return the open pairs that are among the best of their idea or of their reviewer."""
    value = np.where(asked.open, asked.similarity, -np.inf)
    wide = int(asked.demand.max(initial=0)) + PER_IDEA
    picked = _top(value, wide, axis=1) | _top(value, PER_REVIEWER, axis=0)
    return picked & asked.open


def _profit(asked: Question, net: Network, price: Floats) -> Floats:
    """Return what each pair would add at the prices found: similarity less what it takes."""
    from ..ties import nudges

    idea, reviewer = (grid.ravel() for grid in np.indices(asked.similarity.shape))
    weight = nudges(asked.similarity.ravel(), asked.seed, idea, reviewer)
    profit = weight.reshape(asked.similarity.shape)
    profit = profit - price[net.idea_rows][:, None] - price[net.load_rows][None, :]
    if net.unit_rows:
        units = asked.unit_room.shape[1]
        cost = np.zeros(asked.unit_room.size)
        cost[list(net.unit_rows)] = price[list(net.unit_rows.values())]
        profit -= cost.reshape(-1, units)[:, asked.unit]
    return profit


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


def _read(asked: Question, net: Network, answer: Solution, bound: float) -> tuple[Bools, float]:
    pairs = asked.fixed.copy()
    used = np.rint(answer.x[net.arcs]) > 0
    pairs[net.idea[used], net.reviewer[used]] = True
    penalties = float(net.gain[net.short] @ answer.x[net.short])
    penalties += float(net.gain[net.idle] @ answer.x[net.idle])
    settled = float(asked.similarity[asked.fixed].sum())
    return pairs, bound - penalties + settled
