"""Plain ways to share out reviews: two flows after each other, and picking in turn."""

from importlib import import_module
from typing import Any

import numpy as np

from datamatch.engine.arrays import Bools, Floats, Ints

HUNDREDTHS = 100  # the two-stage matcher keeps two decimals of a similarity


def two_stage(  # noqa: PLR0917 - the question of assign, as it is asked there
    similarity: Floats, per_idea: int, load_max: int, load_min: int, forbid: Bools, flow: Any = None
) -> Bools:
    """Return pairs as a two-stage matcher finds them: first the least loads, then the rest.

    This follows the method of the MinMax solver of OpenReview, in our own words. :param flow: a function
    like `plain_flow` or `ortools_flow`
    """
    flow = flow or plain_flow
    value = (similarity * HUNDREDTHS).astype(np.int64)
    ideas, reviewers = similarity.shape
    least = np.full(reviewers, min(load_min, load_max))
    first = flow(value, np.full(ideas, per_idea), least, ~forbid)
    left = per_idea - first.sum(axis=1)
    second = flow(value, left, load_max - first.sum(axis=0), ~forbid & ~first)
    return np.asarray(first | second)


def plain_flow(value: Ints, most: Ints, load: Ints, allowed: Bools) -> Bools:
    """Return as many pairs as fit, of largest value, by a linear program."""
    sparse, optimize = import_module("scipy.sparse"), import_module("scipy.optimize")
    idea, reviewer = np.nonzero(allowed)
    n, columns = len(idea), np.arange(len(idea))
    rows = np.concatenate([idea, len(most) + reviewer])
    matrix = sparse.csr_array((np.ones(2 * n), (rows, np.concatenate([columns, columns]))))
    matrix.resize((len(most) + len(load), n))
    gain = value[idea, reviewer] + 10.0 * (value.max() + 1)
    answer = optimize.linprog(-gain, A_ub=matrix, b_ub=np.concatenate([most, load]), bounds=(0, 1), method="highs-ds")
    pairs = np.zeros(allowed.shape, dtype=np.bool_)
    kept = answer.x > 0.5
    pairs[idea[kept], reviewer[kept]] = True
    return pairs


def ortools_flow(value: Ints, most: Ints, load: Ints, allowed: Bools) -> Bools:
    """Return the same by a minimum-cost flow of OR-tools, arcs added one by one as the matcher does."""
    network = import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
    ideas, reviewers = value.shape
    source, sink = ideas + reviewers, ideas + reviewers + 1
    for idea in range(ideas):
        network.add_arc_with_capacity_and_unit_cost(source, idea, int(most[idea]), 0)
    for reviewer in range(reviewers):
        network.add_arc_with_capacity_and_unit_cost(ideas + reviewer, sink, int(load[reviewer]), 0)
    arcs = {}
    for idea in range(ideas):
        for reviewer in range(reviewers):
            if allowed[idea, reviewer]:
                cost = -int(value[idea, reviewer])
                arc = network.add_arc_with_capacity_and_unit_cost(idea, ideas + reviewer, 1, cost)
                arcs[arc] = (idea, reviewer)
    total = int(min(most.sum(), load.sum()))
    network.set_node_supply(source, total)
    network.set_node_supply(sink, -total)
    network.solve_max_flow_with_min_cost()
    pairs = np.zeros(allowed.shape, dtype=np.bool_)
    for arc, pair in arcs.items():
        pairs[pair] = network.flow(arc) > 0
    return pairs


def has_ortools() -> bool:
    """Return whether OR-tools is installed here."""
    try:
        import_module("ortools.graph.python.min_cost_flow")
    except ImportError:
        return False
    return True


def in_turn(similarity: Floats, per_idea: int, load_max: int, forbid: Bools) -> Bools:
    """Return pairs as ideas pick in turn, the one with least so far first (a picking sequence)."""
    value = np.where(forbid, -np.inf, similarity)
    load = np.full(similarity.shape[1], load_max)
    pairs, total = np.zeros(similarity.shape, dtype=np.bool_), np.zeros(len(similarity))
    for _ in range(per_idea):
        for idea in np.argsort(total, kind="stable"):
            reviewer = int(np.argmax(np.where((load > 0) & ~pairs[idea], value[idea], -np.inf)))
            if np.isfinite(value[idea, reviewer]) and load[reviewer] > 0 and not pairs[idea, reviewer]:
                pairs[idea, reviewer] = True
                load[reviewer] -= 1
                total[idea] += similarity[idea, reviewer]
    return pairs


def linear_bound(similarity: Floats, per_idea: int, load_max: int, forbid: Bools) -> float:
    """Return what no assignment can exceed: the linear program by an interior-point method, no ties broken."""
    sparse, optimize = import_module("scipy.sparse"), import_module("scipy.optimize")
    idea, reviewer = np.nonzero(~forbid)
    n, (ideas, reviewers) = len(idea), similarity.shape
    rows = np.concatenate([idea, ideas + reviewer])
    matrix = sparse.csr_array((np.ones(2 * n), (rows, np.tile(np.arange(n), 2))), shape=(ideas + reviewers, n))
    right = np.concatenate([np.full(ideas, per_idea), np.full(reviewers, load_max)])
    gain = similarity[idea, reviewer]
    return -float(optimize.linprog(-gain, A_ub=matrix, b_ub=right, bounds=(0, 1), method="highs-ipm").fun)
