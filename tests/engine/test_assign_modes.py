"""Who reviews what: the fair and the random mode."""

import sys

import numpy as np
import pytest
from hypothesis import given

from datamatch.engine import assign
from datamatch.engine.assign.lottery import drawn
from tests.engine.oracles import best_minimum
from tests.engine.test_assign import kept
from tests.engine.worlds import assignments, checked, rng, seeds


@checked
@given(seeds)
def test_fair_mode_equals_brute_force(seed):
    random = rng(seed)
    similarity = np.round(random.random((3, 4)), 2)
    forbid = random.random((3, 4)) < 0.1
    question = {"per_idea": [2, 2, 1], "load_max": [2, 2, 1, 1], "forbid": forbid}
    found = best_minimum(similarity, **question)
    answer = assign(similarity, **question, mode="fair")
    if found is None:
        assert answer.shortfall
        return
    lowest, total = found
    assert answer.min_score >= lowest - 0.005  # six halvings come within a hundredth's half
    if answer.min_score <= lowest + 1e-6 <= answer.min_bound + 2e-6:
        assert answer.objective <= total + 1e-6


@checked
@given(assignments())
def test_fair_mode_gives_up_total_for_the_minimum_and_no_more(question):
    plain, fair = assign(**question), assign(**question, mode="fair")
    kept(fair, question)
    assert fair.shortfall == plain.shortfall
    assert fair.objective <= plain.objective + 2e-5
    assert fair.min_score >= plain.min_score - 1e-6
    assert fair.min_score <= fair.min_bound + 1e-6
    assert fair.objective <= fair.bound + 1e-9
    assert fair.price_of_fairness == pytest.approx(plain.bound - fair.objective, abs=2e-5)


@checked
@given(seeds)
def test_fair_mode_leaves_a_shortfall_where_it_was(seed):
    random = rng(seed)
    question = {
        "similarity": np.round(random.random((4, 4)), 1) * (random.random((4, 4)) < 0.7),
        "per_idea": random.integers(1, 4, 4),
        "load_max": random.integers(1, 3, 4),
        "forbid": random.random((4, 4)) < 0.2,
    }
    plain, fair = assign(**question), assign(**question, mode="fair")
    assert [(s.idea, s.missing) for s in fair.shortfall] == [(s.idea, s.missing) for s in plain.shortfall]


def test_fair_mode_of_a_large_input_is_the_dense_one(monkeypatch):
    similarity = rng(8).random((40, 30))
    dense = assign(similarity, 3, 5, mode="fair")
    monkeypatch.setattr(sys.modules["datamatch.engine.assign.fair"], "DENSE", 0)
    sparse = assign(similarity, 3, 5, mode="fair")
    assert sparse.min_score == pytest.approx(dense.min_score)
    assert sparse.objective == pytest.approx(dense.objective, rel=1e-3)
    assert sparse.bound >= dense.objective - 1e-6


@checked
@given(assignments(), seeds)
def test_random_mode_keeps_the_chance_and_every_limit(question, seed):
    answer = assign(**question, mode="random", q=0.6, seed=seed)
    kept(answer, question)
    assert answer.marginals.max(initial=0) <= 0.6 + 1e-9
    assert (answer.marginals[question["forbid"]] == 0).all()
    assert (answer.marginals.sum(axis=1) <= question["per_idea"] + 1e-9).all()
    drawn_per_idea = np.bincount(answer.pairs[:, 0], minlength=len(question["per_idea"]))
    assert (np.abs(drawn_per_idea - answer.marginals.sum(axis=1)) < 1).all()


def test_ten_thousand_draws_match_the_marginals():
    random = rng(2)
    unit = np.array([0, 0, 1, 1, 2])
    answer = assign(random.random((4, 5)), 2, 2, unit=unit, unit_cap=1, mode="random", q=0.7)
    draws = np.array([drawn(answer.marginals, unit, seed) for seed in range(10_000)])
    assert draws.mean(axis=0) == pytest.approx(answer.marginals, abs=0.025)
    assert (draws.sum(axis=2) == 2).all()
    per_unit = draws @ np.eye(3)[unit]
    assert per_unit.max() <= 1


def test_random_mode_with_certainty_allowed_is_the_sum_mode():
    similarity = rng(4).random((6, 5))
    certain = assign(similarity, 2, 3, mode="random", q=1.0)
    assert certain.objective == pytest.approx(assign(similarity, 2, 3).objective, abs=1e-5)
