"""The random mode: no pair is certain, so nobody can count on reading a chosen idea."""

import numpy as np

from ..arrays import Bools, Floats, Ints
from .level import levelled
from .network import network
from .question import Question

WHOLE = 1e-9


def lottery(asked: Question, most: float) -> tuple[Bools, Floats, float]:
    """Return the drawn pairs, the chance of every pair, and the largest expected total.

    The chances come within two ten-thousandths of the largest expected total with none above
    `most`, and are as even as that allows; one draw keeps every load and cap (each within its
    whole neighbours) and has exactly these chances.
    """
    net = network(asked, asked.open, most)
    answer = net.model.maximise(net.gain, relaxed=True)
    chance = asked.fixed.astype(np.float64)
    found = np.clip(levelled(asked, net, answer.x, most), 0.0, most)
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
    open_arcs = Open(tail.tolist(), head.tolist(), flow.tolist())
    for start in range(len(open_arcs.around)):
        _settle(open_arcs, start, rng)
    pairs = np.zeros(chance.shape, dtype=np.bool_)
    pairs[np.nonzero(chance)] = np.rint(open_arcs.flow[:n_pairs]) > 0
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


class Open:
    """The arcs that are still fractional, per node in the order of their numbers."""

    def __init__(self, tail: list[int], head: list[int], flow: list[float]) -> None:
        """Start with every fractional arc."""
        self.tail, self.head, self.flow = tail, head, flow
        self.alive = [abs(value - round(value)) > WHOLE for value in flow]
        self.around: list[list[int]] = [[] for _ in range(max([*tail, *head], default=-1) + 1)]
        for arc in range(len(flow) - 1, -1, -1):
            if self.alive[arc]:
                self.around[tail[arc]].append(arc)
                self.around[head[arc]].append(arc)

    def first(self, node: int, but: int) -> int:
        """Return the lowest fractional arc at a node other than `but`, or -1."""
        arcs, alive = self.around[node], self.alive
        while arcs and not alive[arcs[-1]]:
            arcs.pop()
        if arcs and arcs[-1] != but:
            return arcs[-1]
        return next((arc for arc in reversed(arcs) if arc != but and alive[arc]), -1)

    def move(self, arc: int, step: float) -> None:
        """Add to the flow of an arc; a whole one is done with."""
        value = self.flow[arc] + step
        self.alive[arc] = abs(value - round(value)) > WHOLE
        self.flow[arc] = value if self.alive[arc] else float(round(value))


def _settle(arcs: Open, start: int, rng: np.random.Generator) -> None:
    """Follow fractional arcs from a node until none is left there, pushing around every cycle met."""
    path: list[tuple[int, bool]] = []
    nodes, place = [start], {start: 0}
    while True:
        arc = arcs.first(nodes[-1], path[-1][0] if path else -1)
        if arc < 0:
            return
        forward = arcs.tail[arc] == nodes[-1]
        node = arcs.head[arc] if forward else arcs.tail[arc]
        path.append((arc, forward))
        if node in place:
            _push(arcs, path[place[node] :], rng)
            for gone in nodes[place[node] + 1 :]:
                del place[gone]
            del nodes[place[node] + 1 :], path[place[node] :]
        else:
            place[node] = len(nodes)
            nodes.append(node)


def _push(arcs: Open, cycle: list[tuple[int, bool]], rng: np.random.Generator) -> None:
    """Push a random amount around one cycle of fractional arcs, one way or the other."""
    level = [(arcs.flow[arc] % 1.0, forward) for arc, forward in cycle]
    up = min(1.0 - part if forward else part for part, forward in level)
    down = min(part if forward else 1.0 - part for part, forward in level)
    step = up if rng.random() < down / (up + down) else -down
    for arc, forward in cycle:
        arcs.move(arc, step if forward else -step)
