"""The fair mode: the worst-served idea first, then the total.

Asking a program to maximise a minimum stalls; asking for a total with the minimum fixed at its
upper bound does not, so the minimum is set there and halved towards what is known only if that
proves impossible.
"""

from dataclasses import replace

import numpy as np

from ..arrays import Bools, Floats, sums
from ..solver import Solution
from .best import best, blocks, candidates, pricing
from .network import Network, network
from .question import Question

HALVINGS = 6
SLACK = 1e-7
DENSE = 30_000  # open pairs: up to here all of them enter the program


def complete(asked: Question, pairs: Bools) -> Bools:
    """Return, per idea, whether it has all its reviews."""
    return np.asarray(pairs.sum(axis=1) >= asked.per_idea)


def min_score(asked: Question, pairs: Bools, among: Bools) -> float:
    """Return the lowest total similarity of the ideas given; 0 when there are none."""
    idea, reviewer = np.nonzero(pairs)
    score = sums(idea, asked.similarity[idea, reviewer], len(pairs))[among]
    return float(score.min()) if len(score) else 0.0


def min_bound(asked: Question, among: Bools) -> float:
    """Return the lowest, over the ideas given, of the best total each could have alone."""
    lowest = np.inf
    for rows in blocks(*asked.similarity.shape):
        lowest = min(lowest, float(_alone(asked, rows)[among[rows]].min(initial=np.inf)))
    return lowest if np.isfinite(lowest) else 0.0


def _alone(asked: Question, rows: slice) -> Floats:
    """Return, per idea, its fixed pairs and its most similar others."""
    value = np.where(asked.open[rows], asked.similarity[rows], -np.inf)
    most = int(asked.demand.max(initial=0))
    top = -np.sort(np.partition(-value, min(most, value.shape[1] - 1), axis=1)[:, :most], axis=1)
    running = np.cumsum(np.where(np.isfinite(top), top, 0.0), axis=1)
    settled = (asked.similarity[rows] * asked.fixed[rows]).sum(axis=1)
    demand = asked.demand[rows]
    padded = np.concatenate([np.zeros((len(value), 1)), running], axis=1)
    return np.asarray(settled + padded[np.arange(len(value)), np.minimum(demand, running.shape[1])])


def fair(asked: Question) -> tuple[Bools, float, float, float, str]:
    """Return the pairs, the bound of their total, of the largest total, of the minimum, status."""
    pairs, best_sum = best(asked)
    first, whole = pairs, complete(asked, pairs)
    low, proven = min_score(asked, first, whole), min_bound(asked, whole)
    high, bound, status = proven, best_sum, "optimal"
    for attempt in range(HALVINGS + 2):
        if high - low <= SLACK:
            break
        if attempt == 1:
            high = min(high, _relaxed_minimum(asked, first, whole))
            proven = min(proven, high)
        target = high if attempt < 2 else (low + high) / 2
        net, answer = _with_minimum(asked, first, whole, target)
        if answer.x.size:
            pairs, status = net.pairs(answer.x, asked), answer.status
            bound, low = min(best_sum, _bound(asked, net, answer)), max(low, target)
            low = max(low, min_score(asked, pairs, whole))
        else:
            high = target
            proven = min(proven, target) if net.exact and answer.status == "infeasible" else proven
    return pairs, bound, best_sum, max(proven, min_score(asked, pairs, whole)), status


def _arcs(asked: Question, first: Bools) -> Bools:
    """Return all open pairs, or of a large input the promising ones and those of the first answer."""
    dense = np.count_nonzero(asked.open) <= DENSE
    return asked.open if dense else (candidates(asked) | first) & asked.open


def _network(asked: Question, first: Bools, chosen: Bools) -> Network:
    """Return the flow in which no idea and no reviewer stands worse than in the first answer."""
    net = network(asked, chosen)
    short = asked.per_idea - first.sum(axis=1)
    idle = np.maximum(asked.load_min - first.sum(axis=0), 0).sum()
    ideas = np.arange(len(short))
    net.model.rows(ideas, net.short, 1.0, lo=0.0, hi=np.maximum(short, 0), n=len(short))
    net.model.row(net.idle, 1.0, hi=float(idle))
    return replace(net, exact=bool((chosen == asked.open).all()))


def _settled(asked: Question) -> Floats:
    return np.asarray((asked.similarity * asked.fixed).sum(axis=1))


def _with_minimum(asked: Question, first: Bools, whole: Bools, target: float) -> tuple[Network, Solution]:
    """Return the largest total in which every idea of `whole` reaches the target."""
    net = _network(asked, first, _arcs(asked, first))
    value = net.similarity_of(asked.similarity)
    least = np.where(whole, target - SLACK - _settled(asked), -np.inf)
    floor = net.model.rows(net.idea, net.arcs, value, lo=least, hi=np.inf, n=len(whole))
    net = replace(net, floor_rows=floor)
    return net, net.model.maximise(net.gain, gap=1e-4, nodes=2_000)


def _relaxed_minimum(asked: Question, first: Bools, whole: Bools) -> float:
    """Return the largest minimum of the relaxation: no assignment has a larger one."""
    net = _network(asked, first, asked.open)
    top = net.model.columns(1, -np.inf, np.inf, whole=False)
    ideas = np.flatnonzero(whole)
    rows = np.concatenate([net.idea, ideas])
    columns = np.concatenate([net.arcs, np.repeat(top, len(ideas))])
    value = np.concatenate([net.similarity_of(asked.similarity), -np.ones(len(ideas))])
    least = np.where(whole, -_settled(asked), -np.inf)
    net.model.rows(rows, columns, value, lo=least, hi=np.inf, n=len(whole))
    gain = np.zeros(net.model.n_columns)
    gain[top] = 1.0
    answer = net.model.maximise(gain, relaxed=True)
    return answer.objective if answer.x.size else np.inf


def _bound(asked: Question, net: Network, answer: Solution) -> float:
    """Return what no total can exceed under the same minimum, arcs left out included."""
    found = answer.bound
    if not net.exact:
        chosen = np.zeros(asked.similarity.shape, dtype=np.bool_)
        chosen[net.idea, net.reviewer] = True
        relaxed, price = net.model.duals(net.gain)
        found = relaxed.objective + pricing(asked, net, price, chosen).slack
    return found - net.penalties(answer.x) + float(asked.similarity[asked.fixed].sum())
