"""The fair mode: the worst-served idea first, then the total.

Asking a program to maximise a minimum stalls; asking for a total with the minimum fixed at its
upper bound does not, so the minimum is set there and halved towards what is known only if that
proves impossible.
"""

from dataclasses import replace

import numpy as np

from ..arrays import Bools, Floats
from ..solver import Solution
from .best import DENSE, best, candidates
from .network import Network, network
from .question import Question

HALVINGS = 6
SLACK = 1e-7


def complete(asked: Question, pairs: Bools) -> Bools:
    """Return, per idea, whether it has all its reviews."""
    return np.asarray(pairs.sum(axis=1) >= asked.per_idea)


def min_score(asked: Question, pairs: Bools, among: Bools) -> float:
    """Return the lowest total similarity of the ideas given; 0 when there are none."""
    score = (asked.similarity * pairs).sum(axis=1)[among]
    return float(score.min()) if len(score) else 0.0


def min_bound(asked: Question, among: Bools) -> float:
    """Return the lowest, over the ideas given, of the best total each could have alone."""
    value = np.where(asked.allowed, asked.similarity, -np.inf)
    order = np.argsort(-np.where(asked.fixed, np.inf, value), axis=1)
    place = np.argsort(order, axis=1)
    count = np.maximum(asked.per_idea, asked.fixed.sum(axis=1))
    taken = (place < count[:, None]) & asked.allowed
    total = (asked.similarity * taken).sum(axis=1)[among]
    return float(total.min()) if len(total) else 0.0


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
            pairs, status = _read(asked, net, answer), answer.status
            bound, low = min(best_sum, _bound(asked, net, answer)), max(low, target)
            low = max(low, min_score(asked, pairs, whole))
        else:
            high = target
            proven = min(proven, target) if net.exact and answer.status == "infeasible" else proven
    return pairs, bound, best_sum, max(proven, min_score(asked, pairs, whole)), status


def _arcs(asked: Question, first: Bools) -> Bools:
    """Return all open pairs, or of a large input the promising ones and those of the first answer."""
    dense = asked.open.sum() <= DENSE
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
    net.model.rows(net.idea, net.arcs, value, lo=least, hi=np.inf, n=len(whole))
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


def _read(asked: Question, net: Network, answer: Solution) -> Bools:
    pairs = asked.fixed.copy()
    used = np.rint(answer.x[net.arcs]) > 0
    pairs[net.idea[used], net.reviewer[used]] = True
    return pairs


def _bound(asked: Question, net: Network, answer: Solution) -> float:
    if not net.exact:
        return np.inf
    lost = float(net.gain[net.short] @ answer.x[net.short])
    lost += float(net.gain[net.idle] @ answer.x[net.idle])
    return answer.bound - lost + float(asked.similarity[asked.fixed].sum())
