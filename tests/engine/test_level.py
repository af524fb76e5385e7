"""Random mode: chances as even as they can be."""

import sys

import numpy as np
import pytest
from hypothesis import given
from scipy.optimize import LinearConstraint, minimize

from datamatch.engine import assign
from tests.engine.worlds import assignments, checked, few, rng, seeds

level = sys.modules["datamatch.engine.assign.level"]


@few
@given(seeds)
def test_chances_have_the_least_square_sum_that_another_method_finds(seed):
    similarity = np.round(rng(seed).random((4, 5)), 2)
    found = assign(similarity, 2, 2, mode="random", q=0.7)
    least = (1 - level.GIVEN_UP) * found.bound
    ideas, reviewers = np.kron(np.eye(4), np.ones(5)), np.kron(np.ones(4), np.eye(5))
    limits = (
        LinearConstraint(ideas, 2, 2),
        LinearConstraint(reviewers, -np.inf, 2),
        LinearConstraint(similarity.ravel(), least, np.inf),
    )
    start = found.marginals.ravel()
    other = minimize(lambda x: x @ x, start, jac=lambda x: 2 * x, bounds=[(0, 0.7)] * 20, constraints=limits)
    assert start @ start <= other.fun + 1e-5
    assert similarity.ravel() @ start >= least - 2e-5  # the bound holds the nudges that settle ties


@checked
@given(assignments())
def test_chances_give_up_next_to_nothing_and_serve_the_same_ideas(question):
    even = assign(**question, mode="random", q=0.7)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(level, "MOST_ROWS", -1)
        corner = assign(**question, mode="random", q=0.7)
    assert even.objective >= corner.objective * (1 - level.GIVEN_UP) - 1e-6
    assert even.marginals.sum(axis=1) == pytest.approx(corner.marginals.sum(axis=1), abs=1e-8)
    assert (even.marginals**2).sum() <= (corner.marginals**2).sum() + 1e-8


def test_equal_similarities_give_equal_chances():
    even = assign(np.ones((6, 4)), 2, 3, mode="random", q=0.9)
    assert even.marginals == pytest.approx(np.full((6, 4), 0.5), abs=1e-3)
