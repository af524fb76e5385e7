"""The best set that can be carried out, the second best and the price of each wish, beside trying everything."""

import sys
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine import wishes
from tests.engine.worlds import checked, rng

WISHES = sys.modules["datamatch.engine.choose.wishes"]


@st.composite
def boards(draw):
    """A small choice with groups that cannot be carried out together."""
    random = rng(draw(st.integers(0, 10_000)))
    n = draw(st.integers(2, 7))
    k = draw(st.integers(1, min(n, 3)))
    weeks = random.integers(0, 9, (n, 2))
    means = random.integers(4, 6 * k + 6, 2)
    value = random.permutation(n * 10)[:n] / 10
    groups = [random.permutation(n)[: random.integers(1, 4)].tolist() for _ in range(draw(st.integers(0, 4)))]
    return (value, weeks, means, k), [frozenset(group) for group in groups]


def carried_out(groups):
    """Return the question whether a set can be carried out: it holds none of the groups."""
    return lambda ideas: not any(group <= set(ideas) for group in groups)


def every(question, can, granting=lambda ideas: True):
    """Return, best value first, each set that keeps the means, can be carried out and grants a wish."""
    value, weeks, means, k = question
    sets = combinations(range(len(value)), k)
    fit = [s for s in sets if (weeks[list(s)].sum(axis=0) <= means).all() and can(s) and granting(s)]
    return sorted((round(sum(value[list(s)]), 6) for s in fit), reverse=True)


def worth(question, ideas):
    """Return the value of a set."""
    return round(sum(question[0][list(ideas)]), 6)


@pytest.mark.parametrize("listed", [True, False])
@checked
@given(asked=boards())
def test_best_and_second_best_equal_brute_force(asked, listed):
    question, groups = asked
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WISHES, "listable", lambda rules: listed)
        found = wishes(*question, can=carried_out(groups))
    known = every(question, carried_out(groups))
    assert [worth(question, ideas) for ideas in (found.best, found.second) if ideas] == known[:2]
    assert (found.status, bool(found.best)) == ("optimal", bool(known))


@checked
@given(boards())
def test_every_wish_brings_the_best_set_that_grants_it(asked):
    question, groups = asked
    can = carried_out(groups)
    found = wishes(*question, can=can)
    for wish in found.wishes:
        held = (lambda ideas, i=wish.idea: i in ideas, lambda ideas, i=wish.idea: i not in ideas)[wish.kind == "drop"]
        known = every(question, can, held)
        assert held(wish.ideas)
        assert wish.can == bool(known)
        wide = (question[0], question[1] * 0, question[2], question[3])
        assert worth(question, wish.ideas) == (known or every(wide, lambda ideas: True, held))[0]
    n, k = len(question[0]), question[3]
    unheard = n - len(found.wishes) if found.best else 0
    assert unheard == (k if k == n and found.best else 0), "only a set of every idea cannot leave one out"


@checked
@given(boards())
def test_what_is_blocked_is_a_smallest_group(asked):
    question, groups = asked
    can = carried_out(groups)
    for group in wishes(*question, can=can).blocked:
        assert not can(group)
        assert all(can(fewer) for fewer in combinations(group, len(group) - 1) if fewer)


def test_wish_beyond_the_means_is_named_as_such():
    found = wishes([3.0, 2.0, 1.0], [[9], [1], [1]], [2], 2, can=lambda ideas: True)
    kept = next(wish for wish in found.wishes if wish.idea == 0)
    assert (found.best, found.second) == ((1, 2), ())
    assert (kept.kind, kept.ideas, kept.can, kept.value) == ("keep", (0, 1), False, 5.0)


def test_answers_that_run_out_are_told_and_nothing_is_made_up():
    given = ([3.0, 2.0, 1.0], np.zeros((3, 1)), [0], 1)
    short = wishes(*given, can=lambda ideas: False, checks=1)
    silent = wishes(*given, can=lambda ideas: True if ideas == (0,) else None)
    assert (short.best, short.status, short.checks) == ((), "limit", 1)
    assert (silent.best, silent.second, silent.status, silent.wishes) == ((0,), (), "limit", ())


def test_same_question_gives_the_same_bytes():
    given = (rng(3).normal(size=9), rng(4).integers(0, 5, (9, 2)), [12, 12], 3)
    first, again = (wishes(*given, can=carried_out([{0, 1}])) for _ in range(2))
    assert first.to_json() == again.to_json()


def test_wishes_refuse_a_bad_argument_by_name():
    with pytest.raises(ValueError, match=r"^checks: "):
        wishes([1.0], [[1]], [1], 1, can=lambda ideas: True, checks=0)
