"""The flow of OR-tools and the linear program of HiGHS give the same pairs."""

import sys

import numpy as np
import pytest
from hypothesis import given

from datamatch.engine import assign
from tests.engine.oracles import best_assignment
from tests.engine.worlds import assignments, checked, few, rng, seeds

BEST = sys.modules["datamatch.engine.assign.best"]
FLOW = sys.modules["datamatch.engine.assign.flow"]
NETWORK = sys.modules["datamatch.engine.assign.network"]
QUESTION = sys.modules["datamatch.engine.assign.question"]


def with_flow(question):
    """Return the answer of OR-tools, having seen that it was asked."""
    pytest.importorskip("ortools")
    asked = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BEST, "flowed", lambda *given: asked.append(FLOW.flowed(*given)) or asked[-1])
        found = assign(**question)
    assert any(x is not None for x in asked) or not len(found.pairs)
    return found


def without_flow(question):
    """Return the answer as it is where OR-tools is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FLOW, "_solver", lambda: None)
        return assign(**question)


def a_round(seed, ideas=24, reviewers=16):
    """Return a round full of ties: five values, duties, conflicts, and caps in every second one."""
    random = rng(seed)
    question = {
        "similarity": np.round(random.random((ideas, reviewers)) * 4) / 4,
        "per_idea": random.integers(0, 5, ideas),
        "load_max": random.integers(3, 8, reviewers),
        "load_min": random.integers(0, 4, reviewers),
        "forbid": random.random((ideas, reviewers)) < 0.2,
        "seed": seed,
    }
    return question | ({"unit": random.integers(0, 6, reviewers), "unit_cap": 1 + seed % 3} if seed % 2 else {})


@checked
@given(seeds)
def test_both_solvers_give_the_same_pairs_and_objective(seed):
    question = a_round(seed)
    flow, program = with_flow(question), without_flow(question)
    assert flow.pairs.tolist() == program.pairs.tolist()
    assert flow.objective == program.objective
    assert flow.bound == pytest.approx(program.bound, abs=1e-6)
    assert (flow.shortfall, flow.idle) == (program.shortfall, program.idle)


@few
@given(assignments())
def test_the_flow_equals_brute_force(question):
    found = with_flow(question)
    short, idle, lost = best_assignment(**question)
    assert sum(s.missing for s in found.shortfall) == short
    assert sum(below for _, below in found.idle) == idle
    assert found.objective == pytest.approx(-lost)


def test_fixed_pairs_are_kept_by_both_solvers():
    question = a_round(2) | {"forbid": None, "fixed": [(0, 3), (0, 4), (5, 3)]}
    flow, program = with_flow(question), without_flow(question)
    assert flow.pairs.tolist() == program.pairs.tolist()
    assert {(0, 3), (0, 4), (5, 3)} <= set(map(tuple, flow.pairs.tolist()))


@pytest.mark.parametrize("factor", [1e-6, 1.0, 1e6])
def test_the_unit_of_similarity_changes_no_pair_in_either_solver(factor):
    question = a_round(4)
    plain = without_flow(question).pairs.tolist()
    scaled = question | {"similarity": question["similarity"] * factor}
    assert with_flow(scaled).pairs.tolist() == plain
    assert without_flow(scaled).pairs.tolist() == plain


def test_a_flow_that_cannot_tell_leaves_it_to_the_program(monkeypatch):
    pytest.importorskip("ortools")
    monkeypatch.setattr(FLOW, "LARGEST", 2**63)
    question = a_round(6)
    assert assign(**question).pairs.tolist() == without_flow(question).pairs.tolist()


@checked
@given(seeds)
def test_the_flow_fills_every_column_of_the_program(seed):
    pytest.importorskip("ortools")
    asked = a_round_asked(seed)
    net = NETWORK.network(asked, asked.open)
    x = FLOW.flowed(asked, net)
    rows, (low, high) = net.model.matrix() @ x, net.model.limits()
    assert (rows >= low).all()
    assert (rows <= high).all()
    assert net.gain @ x == pytest.approx(net.model.maximise(net.gain, relaxed=True).objective, abs=1e-5)


def a_round_asked(seed):
    """Return the same round as the engine asks it."""
    plain = {"forbid": None, "fixed": None, "unit": None, "unit_cap": None}
    return QUESTION.question(**(plain | a_round(seed)))
