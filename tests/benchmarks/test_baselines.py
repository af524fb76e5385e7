"""The baselines do what they are named after."""

import numpy as np
import pytest

from benchmarks.baselines.assigning import in_turn, linear_bound, plain_flow, two_stage
from benchmarks.baselines.estimates import (
    bradley_terry,
    centred,
    in_a_row,
    known_variances,
    least_squares,
    raw_mean,
    z_scored,
)
from benchmarks.baselines.shares import plain_equal_shares
from benchmarks.baselines.staffing import in_turn as picked
from benchmarks.families.teams import crowd
from datamatch.engine import assign, equal_shares, mixed_model

CROSSED = (np.repeat(np.arange(4), 3), np.tile(np.arange(3), 4))
TRUE, LENIENT = np.array([4.0, 3.0, 2.0, 1.0]), np.array([1.0, 0.0, -1.0])


def crossed():
    """Return reviews without noise: every item by every reviewer."""
    item, reviewer = CROSSED
    return item, reviewer, TRUE[item] + LENIENT[reviewer]


@pytest.mark.parametrize("method", [raw_mean, centred, z_scored, least_squares])
def test_every_estimate_orders_a_full_panel_without_noise(method):
    assert np.argsort(-method(crossed(), 4, 3)).tolist() == [0, 1, 2, 3]


def test_least_squares_takes_leniency_off_where_the_mean_does_not():
    item, reviewer, score = (column[[0, 1, 3, 4, 7, 8, 9, 11]] for column in crossed())
    assert np.diff(least_squares((item, reviewer, score), 4, 3)) == pytest.approx([-1, -1, -1])
    assert np.diff(raw_mean((item, reviewer, score), 4, 3)) != pytest.approx([-1, -1, -1])


def test_with_the_variances_known_the_estimate_is_that_of_the_mixed_model():
    item, reviewer, score = (column[[0, 1, 3, 4, 7, 8, 9, 11]] for column in crossed())
    data = mixed_model.reviews(item, reviewer, score, np.ones(8), (4, 3))
    ours = mixed_model.solve(data, 2.0, 0.5).items
    assert known_variances((item, reviewer, score), 4, 3, (2.0, 0.5, 1.0)) == pytest.approx(ours)


def test_comparisons_order_the_items():
    better, worse = np.array([0, 0, 1, 2, 1]), np.array([1, 2, 2, 3, 3])
    assert np.argsort(-bradley_terry(better, worse, 4)).tolist() == [0, 1, 2, 3]


def test_a_reader_compares_each_item_with_the_one_before():
    better, worse = in_a_row(crossed(), np.random.default_rng(0))
    assert len(better) == 3 * (4 - 1)
    assert (TRUE[better] > TRUE[worse]).all()


def test_two_flows_keep_the_limits_and_stay_at_or_below_one():
    random = np.random.default_rng(3)
    similarity, forbid = np.round(random.random((12, 6)), 2), random.random((12, 6)) < 0.1
    pairs = two_stage(similarity, 2, 5, 3, forbid)
    assert (pairs.sum(axis=1) == 2).all()
    assert ((pairs.sum(axis=0) >= 3) & (pairs.sum(axis=0) <= 5)).all()
    assert not (pairs & forbid).any()
    best = assign(similarity, 2, 5, 3, forbid=forbid).objective
    assert (similarity * pairs).sum() <= best + 1e-9


def test_bound_is_reached_by_the_engine():
    similarity, nothing = np.random.default_rng(4).random((9, 5)), np.zeros((9, 5), dtype=np.bool_)
    assert assign(similarity, 2, 4).objective == pytest.approx(linear_bound(similarity, 2, 4, nothing))
    chosen = plain_flow((similarity * 100).astype(np.int64), np.full(9, 2), np.full(5, 4), ~nothing)
    assert chosen.sum() == 18


def test_picking_in_turn_gives_every_idea_its_reviews():
    similarity = np.random.default_rng(5).random((10, 5))
    pairs = in_turn(similarity, 2, 4, np.zeros((10, 5), dtype=np.bool_))
    assert (pairs.sum(axis=1) == 2).all()
    assert pairs.sum(axis=0).max() <= 4


@pytest.mark.parametrize("seed", range(5))
def test_equal_shares_by_the_definition_is_the_engines(seed):
    random = np.random.default_rng(seed)
    approved, cost = random.random((20, 6)) < 0.4, random.uniform(2, 9, 6)
    ours = equal_shares(approved, cost, 15, complete="none").winners
    assert sorted(ours) == sorted(plain_equal_shares(approved * cost, cost, 15))


def test_people_who_pick_in_turn_leave_seats_open():
    question = crowd(6, 80)
    left = picked(question, np.arange(6))
    assert 0 < left < question["need"].sum()
