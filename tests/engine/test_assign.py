"""Who reviews what: the sum mode."""

import sys

import numpy as np
import pytest
from hypothesis import given

from datamatch.engine import assign
from tests.engine.oracles import best_assignment
from tests.engine.worlds import assignments, checked, rng, seeds


def kept(answer, question):
    """Return the pairs as a matrix after checking every limit."""
    pairs = np.zeros(question["similarity"].shape, dtype=bool)
    pairs[tuple(answer.pairs.T)] = True
    assert pairs.sum() == len(answer.pairs)
    assert (pairs.sum(axis=1) <= question["per_idea"]).all()
    assert (pairs.sum(axis=0) <= question["load_max"]).all()
    assert not (pairs & question["forbid"]).any()
    if "unit" in question:
        for unit in np.unique(question["unit"]):
            assert pairs[:, question["unit"] == unit].sum(axis=1).max() <= question["unit_cap"]
    return pairs


@checked
@given(assignments())
def test_assign_keeps_every_limit_and_equals_brute_force(question):
    answer = assign(**question)
    pairs = kept(answer, question)
    short, idle, minus_total = best_assignment(**question)
    assert question["per_idea"].sum() - pairs.sum() == short
    assert sum(missing for _, missing in answer.idle) == idle
    assert answer.objective == pytest.approx(-minus_total, abs=2e-5)
    assert -1e-9 <= answer.bound - answer.objective <= 2e-5


@checked
@given(assignments())
def test_assign_names_every_idea_that_is_short(question):
    answer = assign(**question)
    given_ = np.bincount(answer.pairs[:, 0], minlength=len(question["per_idea"]))
    missing = question["per_idea"] - given_
    assert {s.idea: s.missing for s in answer.shortfall} == {int(i): int(missing[i]) for i in np.flatnonzero(missing)}


@checked
@given(assignments(), seeds)
def test_assign_total_is_the_same_after_relabelling(question, seed):
    question = {k: v for k, v in question.items() if k not in ("unit", "unit_cap")}
    ideas, reviewers = (rng(seed).permutation(n) for n in question["similarity"].shape)
    moved = {
        "similarity": question["similarity"][ideas][:, reviewers],
        "forbid": question["forbid"][ideas][:, reviewers],
        "per_idea": question["per_idea"][ideas],
        "load_max": question["load_max"][reviewers],
        "load_min": question["load_min"][reviewers],
    }
    assert assign(**moved).objective == pytest.approx(assign(**question).objective, abs=2e-5)


@checked
@given(assignments())
def test_assign_total_moves_with_a_linear_change_of_similarity(question):
    plain = assign(**question)
    changed = assign(**(question | {"similarity": 3 * question["similarity"] + 7}))
    expected = 3 * plain.objective + 7 * len(plain.pairs)
    assert len(changed.pairs) == len(plain.pairs)
    assert changed.objective == pytest.approx(expected, abs=1e-4)


@checked
@given(assignments(), seeds)
def test_a_further_conflict_never_serves_anyone_better(question, seed):
    more = question["forbid"] | (rng(seed).random(question["forbid"].shape) < 0.2)
    before, after = assign(**question), assign(**(question | {"forbid": more}))
    assert len(after.pairs) <= len(before.pairs)
    same_duty = before.idle == after.idle and len(after.pairs) == len(before.pairs)
    assert not same_duty or after.objective <= before.objective + 2e-5


def test_fixed_pairs_hold_and_exceeded_limits_are_named():
    answer = assign(np.eye(3), 1, 1, fixed=[(0, 2), (1, 2)])
    assert {(0, 2), (1, 2)} <= set(map(tuple, answer.pairs.tolist()))
    assert answer.overruled == (("load_max", 2),)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"forbid": np.array([[True, True, False]])}, "forbidden"),
        ({"unit": [0, 0, 0], "unit_cap": 1}, "unit_cap"),
        ({"load_max": 0}, "load"),
    ],
)
def test_shortfall_tells_its_reason(options, reason):
    question = {"similarity": np.ones((1, 3)), "per_idea": 2, "load_max": 5} | options
    assert [s.reason for s in assign(**question).shortfall] == [reason]


def test_why_accounts_for_every_reviewer():
    similarity = np.array([[0.9, 0.8, 0.7, 0.6], [0.9, 0.1, 0.1, 0.1]])
    answer = assign(similarity, [2, 1], [1, 1, 2, 1], forbid=[(0, 3)])
    reasons = answer.why(0)
    assert [(r.reviewer, r.code) for r in reasons] == [
        (1, "chosen"), (2, "chosen"), (0, "full"), (3, "forbidden"),
    ]  # fmt: skip
    assert [r.place for r in reasons] == [2, 3, 1, 0]


@pytest.mark.parametrize("capped", [False, True])
def test_pricing_a_large_input_finds_the_dense_optimum(monkeypatch, capped):
    best = sys.modules["datamatch.engine.assign.best"]
    random = rng(5)
    question = {"similarity": random.random((60, 40)), "per_idea": 3, "load_max": 5}
    question |= {"unit": random.integers(0, 8, 40), "unit_cap": 1} if capped else {}
    dense = assign(**question)
    monkeypatch.setattr(best, "DENSE", 0)
    monkeypatch.setattr(best, "PER_IDEA", 2)
    monkeypatch.setattr(best, "PER_REVIEWER", 2)
    monkeypatch.setattr(best, "CELLS", 400)
    priced = assign(**question)
    assert priced.objective == pytest.approx(dense.objective, rel=2e-6)
    assert dense.objective <= priced.bound <= dense.bound * (1 + 2e-6)


def test_pricing_cut_short_still_proves_an_honest_bound(monkeypatch):
    best = sys.modules["datamatch.engine.assign.best"]
    similarity = rng(6).random((60, 40))
    dense = assign(similarity, 3, 5)
    for name, value in {"DENSE": 0, "PER_IDEA": 1, "PER_REVIEWER": 1, "ROUNDS": 1}.items():
        monkeypatch.setattr(best, name, value)
    hasty = assign(similarity, 3, 5)
    assert hasty.objective < dense.objective <= hasty.bound
    assert hasty.gap > 1e-4


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"similarity": [[np.nan]]}, "similarity"),
        ({"similarity": [1.0]}, "similarity"),
        ({"per_idea": -1}, "per_idea"),
        ({"per_idea": [1, 1]}, "per_idea"),
        ({"load_max": 1.5}, "load_max"),
        ({"load_min": 3}, "load_min"),
        ({"forbid": [(0, 9)]}, "forbid"),
        ({"forbid": [(0, 0)], "fixed": [(0, 0)]}, "fixed"),
        ({"unit_cap": 1}, "unit_cap"),
        ({"mode": "best"}, "mode"),
        ({"mode": "random", "q": 0.0}, "q"),
        ({"q": 0.5}, "q"),
    ],
)
def test_assign_refuses_a_bad_argument_by_name(options, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        assign(**({"similarity": [[1.0]], "per_idea": 1, "load_max": 1} | options))
