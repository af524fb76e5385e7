"""The sum mode as a min-cost flow in whole numbers, when OR-tools is there (the extra `[solvers]`)."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np

from ..arrays import Floats, Ints
from .network import Network
from .question import Question

LARGEST = 2**59  # a cost times the number of nodes must fit in 64 bits, with room for what the solver adds


@cache
def _solver() -> Any | None:
    """Return the flow solver of OR-tools, or None where it cannot be imported."""
    try:
        return import_module("ortools.graph.python.min_cost_flow")
    except ImportError:
        return None


@dataclass(frozen=True, eq=False)
class _Arcs:
    """Arcs in the order they enter the flow; those of the pairs come first."""

    tail: Ints
    head: Ints
    room: Ints
    gain: Floats


def flowed(asked: Question, net: Network) -> Floats | None:
    """Return the columns of the largest gain, or None without OR-tools or when it cannot tell.

    Gains become whole numbers, as fine as 64 bits allow: some thousand steps within the
    millionth of the span that settles ties, so the ties fall as they do in the linear program.
    """
    found = _solver()
    if found is None or not len(net.idea):
        return None
    arcs, sink = _arcs(asked, net)
    flow = found.SimpleMinCostFlow()
    step = LARGEST / (float(np.abs(arcs.gain).max(initial=1.0)) * (sink + 2))
    cost = np.rint(-arcs.gain * step).astype(np.int64)
    named = flow.add_arcs_with_capacity_and_unit_cost(arcs.tail, arcs.head, arcs.room, cost)
    supply = np.zeros(sink + 1, dtype=np.int64)
    supply[: len(asked.demand)] = asked.demand
    supply[sink] = -asked.demand.sum()
    flow.set_nodes_supplies(np.arange(sink + 1), supply)
    if flow.solve() != flow.OPTIMAL:
        return None
    return _columns(asked, net, flow.flows(named))


def _arcs(asked: Question, net: Network) -> tuple[_Arcs, int]:
    """Return the arcs idea -> (idea, unit) -> reviewer -> sink and the number of the sink.

    A reviewer reaches the sink twice: for the duty with a bonus, for the rest of the room without.
    """
    ideas, reviewers = asked.similarity.shape
    keys = np.array(sorted(net.unit_rows), dtype=np.int64)
    units = asked.unit_room.shape[1] if asked.capped else 1
    middle, sink = ideas + reviewers, ideas + reviewers + len(keys)
    own = net.idea * units + asked.unit[net.reviewer] if asked.capped else net.idea
    at = np.minimum(np.searchsorted(keys, own), max(len(keys) - 1, 0))
    capped = keys[at] == own if len(keys) else np.zeros(len(own), dtype=np.bool_)
    start = np.where(capped, middle + at, net.idea)
    everyone, end = ideas + np.arange(reviewers), np.full(reviewers, sink)
    short, duty = -net.gain[net.short], -net.gain[net.idle]
    none = np.zeros(len(keys))
    room = asked.unit_room.ravel()[keys] if len(keys) else keys
    parts = (
        (start, ideas + net.reviewer, np.ones(len(start), dtype=np.int64), net.gain[net.arcs]),
        (np.arange(ideas), np.full(ideas, sink), asked.demand, -short),
        (everyone, end, asked.duty, duty),
        (everyone, end, np.maximum(asked.room - asked.duty, 0), np.zeros(reviewers)),
        (keys // units, middle + np.arange(len(keys)), room, none),
    )
    tail, head, room, gain = (np.concatenate(part) for part in zip(*parts, strict=True))
    return _Arcs(tail, head, room, gain), sink


def _columns(asked: Question, net: Network, flow: Ints) -> Floats:
    """Return the columns of the linear program that this flow stands for."""
    n, ideas, reviewers = len(net.idea), *asked.similarity.shape
    x = np.zeros(net.model.n_columns)
    x[net.arcs] = flow[:n]
    x[net.short] = flow[n : n + ideas]
    x[net.idle] = asked.duty - flow[n + ideas : n + ideas + reviewers]
    return x
