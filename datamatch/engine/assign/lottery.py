"""The random mode: no pair is certain, so nobody can count on reading a chosen idea."""

import numpy as np

from ..arrays import Bools, Floats, Ints
from .network import network
from .question import Question

WHOLE = 1e-9


def lottery(asked: Question, most: float) -> tuple[Bools, Floats, float]:
    """Return the drawn pairs, the chance of every pair, and the largest expected total.

    The chances maximise the expected total with none above `most`; one draw keeps every load
    and cap (each within its whole neighbours) and has exactly these chances.
    """
    net = network(asked, asked.open, most)
    answer = net.model.maximise(net.gain, relaxed=True)
    chance = asked.fixed.astype(np.float64)
    found = np.clip(answer.x[net.arcs], 0.0, most)
    chance[net.idea, net.reviewer] = np.where(np.abs(found - np.rint(found)) < WHOLE, np.rint(found), found)
    pairs = drawn(chance, asked.unit, asked.seed)
    lost = float(net.gain[net.short] @ answer.x[net.short])
    lost += float(net.gain[net.idle] @ answer.x[net.idle])
    settled = float(asked.similarity[asked.fixed].sum())
    return pairs, chance, answer.bound - lost + settled


def drawn(chance: Floats, unit: Ints, seed: int) -> Bools:
    """Return one draw of pairs with exactly these chances (dependent rounding on a flow).

    The chances are a flow idea -> (idea, unit) -> reviewer -> back. Around every cycle of
    fractional arcs a random amount is pushed one way or the other, fair to each arc, until all
    are whole. Source: Gandhi, Khuller, Parthasarathy and Srinivasan, J. ACM 53 (2006); Budish,
    Che, Kojima and Milgrom, AER 103 (2013) for the caps.
    """
    tail, head, flow, n_pairs = _circulation(chance, unit)
    rng = np.random.default_rng(seed)
    around: list[set[int]] = [set() for _ in range(int(max(tail.max(initial=0), head.max(initial=0))) + 1)]
    for arc in np.flatnonzero(np.abs(flow - np.rint(flow)) > WHOLE).tolist():
        around[tail[arc]].add(arc)
        around[head[arc]].add(arc)
    start = 0
    while start < len(around):
        if around[start]:
            _push(around, (tail, head, flow), start, rng)
        else:
            start += 1
    pairs = np.zeros(chance.shape, dtype=np.bool_)
    pairs[np.nonzero(chance)] = np.rint(flow[:n_pairs]) > 0
    return pairs


def _circulation(chance: Floats, unit: Ints) -> tuple[Ints, Ints, Floats, int]:
    """Return tails, heads and flows of the arcs; the pairs come first, row by row."""
    ideas, reviewers = chance.shape
    idea, reviewer = np.nonzero(chance)
    value = chance[idea, reviewer]
    units = int(unit.max(initial=0)) + 1
    groups, inner = np.unique(idea * units + unit[reviewer], return_inverse=True)
    owner = groups // units
    middle, root = ideas + reviewers, ideas + reviewers + len(groups)
    tail = [middle + inner, owner, np.full(ideas, root), ideas + np.arange(reviewers)]
    head = [ideas + reviewer, middle + np.arange(len(groups)), np.arange(ideas), np.full(reviewers, root)]
    flow = [value, np.bincount(inner, value, len(groups)), chance.sum(axis=1), chance.sum(axis=0)]
    return np.concatenate(tail), np.concatenate(head), np.concatenate(flow), len(value)


Arcs = tuple[Ints, Ints, Floats]


def _push(around: list[set[int]], arcs: Arcs, start: int, rng: np.random.Generator) -> None:
    """Push a random amount around one cycle of fractional arcs."""
    tail, head, flow = arcs
    cycle, forward = _cycle(around, arcs, start)
    level = flow[cycle]
    up = np.where(forward, np.ceil(level) - level, level - np.floor(level)).min()
    down = np.where(forward, level - np.floor(level), np.ceil(level) - level).min()
    step = up if rng.random() < down / (up + down) else -down
    flow[cycle] = level + np.where(forward, step, -step)
    for arc in cycle:
        if abs(flow[arc] - round(flow[arc])) <= WHOLE:
            flow[arc] = round(flow[arc])
            around[tail[arc]].discard(arc)
            around[head[arc]].discard(arc)


def _cycle(around: list[set[int]], arcs: Arcs, start: int) -> tuple[list[int], Bools]:
    """Return a cycle of fractional arcs and which are passed along their direction."""
    tail, head, _ = arcs
    path: list[int] = []
    along: list[bool] = []
    seen, node = {start: 0}, start
    while True:
        last = path[-1] if path else -1
        arc = min(arc for arc in around[node] if arc != last)
        forward = bool(tail[arc] == node)
        node = int(head[arc] if forward else tail[arc])
        path.append(arc)
        along.append(forward)
        if node in seen:
            begin = seen[node]
            return path[begin:], np.array(along[begin:])
        seen[node] = len(path)
