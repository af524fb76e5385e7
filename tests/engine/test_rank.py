"""Chances, places and the grey zone; and where the next reviews go."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine import calibrate, next_reviews, rank
from datamatch.engine.reviews import expected_gain
from tests.engine.worlds import checked, few, reviews, seeds


def posterior(seed, **options):
    item, reviewer, score, _ = reviews(seed, **options)
    return calibrate(item, reviewer, score, options.get("items", 12), options.get("reviewers", 5))


@checked
@given(seeds, st.integers(1, 12))
def test_chances_add_up_and_places_are_a_permutation(seed, k):
    found = rank(posterior(seed), k, draws=500)
    assert found.p_top.sum() == pytest.approx(k)
    assert found.expected_rank.sum() == pytest.approx(78)
    assert sorted(found.place.tolist()) == list(range(1, 13))
    assert found.place[found.order].tolist() == list(range(1, 13))
    assert (found.interval[:, 0] <= found.interval[:, 1]).all()


@few
@given(seeds)
def test_chance_grows_with_the_mean_when_all_is_equally_sure(seed):
    known = posterior(seed)
    level = replace(known, cov=np.eye(12) * 0.3)
    found = rank(level, 4, draws=20_000)
    assert (np.diff(found.p_top[found.order]) <= 0.02).all()


def test_chances_equal_those_of_the_normal_distribution():
    known = replace(posterior(1, items=2, reviewers=4), mean=np.array([1.0, 0.0]), cov=np.eye(2) / 2)
    found = rank(known, 1, draws=40_000)
    assert found.p_top[0] == pytest.approx(0.8413, abs=0.006)
    assert found.expected_rank[0] == pytest.approx(1.1587, abs=0.006)


def test_zones_follow_the_chances():
    found = rank(posterior(4), 5)
    expected = ["in" if p >= 0.9 else "out" if p <= 0.1 else "discuss" for p in found.p_top]
    assert list(found.zone) == expected
    assert set(found.grey_zone.tolist()) == {i for i, z in enumerate(expected) if z == "discuss"}
    assert found.claimed_overlap == pytest.approx(found.p_top[found.order[:5]].mean())


def test_exact_ties_fall_by_the_published_lot():
    tied = calibrate([0, 1, 2], [0, 0, 0], [3, 3, 3], 3, 1)
    found = [rank(tied, 1, seed=seed) for seed in range(30)]
    assert all(r.order.tolist() == np.argsort(-r.lot).tolist() for r in found)
    assert len({tuple(r.order.tolist()) for r in found}) > 3


def test_of_equal_means_the_likelier_stands_first():
    known = replace(posterior(1), mean=np.append(np.arange(10.0), [4.5, 4.5]), cov=np.eye(12), sd=np.ones(12))
    spread = np.ones(12)
    spread[11] = 9.0
    wide = rank(replace(known, cov=np.diag(spread), sd=np.sqrt(spread)), 2)
    assert wide.place[11] == wide.place[10] - 1


def test_the_same_seed_gives_the_same_bytes():
    assert rank(posterior(2), 3, seed=5).to_json() == rank(posterior(2), 3, seed=5).to_json()
    assert rank(posterior(2), 3, seed=5).to_json() != rank(posterior(2), 3, seed=6).to_json()


def test_why_tells_the_standing_and_admits_too_few_reviews():
    found = rank(calibrate([0, 0, 1, 1, 2], [0, 1, 0, 1, 0], [1, 2, 4, 5, 5], 3, 2), 1)
    told = found.why(1)
    assert (told.place, told.p_top) == (found.place[1], found.p_top[1])
    assert (told.low, told.high) == tuple(found.interval[1])
    assert [found.why(i).code for i in range(3)] == [found.zone[0], found.zone[1], "few"]
    assert [found.why(i).raw_place for i in range(3)] == found.raw_place.tolist()


def test_an_item_without_reviews_has_no_raw_place():
    found = rank(calibrate([0, 0, 1], [0, 1, 0], [1, 2, 5], 3, 2), 1)
    assert found.raw_place.tolist() == [2, 1, 0]


@checked
@given(seeds, st.integers(0, 40))
def test_next_reviews_spends_what_it_may(seed, n):
    found = next_reviews(posterior(seed), 4, n, max_per_idea=5)
    assert found.demand.sum() == min(n, 24)
    assert found.left == n - found.demand.sum()
    assert (found.demand + 3 <= 5).all()
    assert np.bincount(found.order, minlength=12).tolist() == found.demand.tolist()


def test_the_floor_comes_before_any_steering():
    bare = calibrate([0, 0, 0, 1, 1], [0, 1, 2, 0, 1], [9, 8, 9, 2, 3], 4, 3)
    found = next_reviews(bare, 1, 5, floor=2)
    assert sorted(found.order[:4].tolist()) == [2, 2, 3, 3]
    assert np.isnan(found.gain[:4]).all()
    assert not np.isnan(found.gain[4])


def test_reviews_go_to_the_line():
    known = replace(posterior(1), mean=np.arange(12.0), cov=np.eye(12) * 0.2)
    found = next_reviews(known, 4, 4)
    assert set(found.order.tolist()) == {7, 8}


def test_expected_gain_equals_integration():
    mean, variance, noise, line = np.array([0.4]), np.array([0.5]), 0.8, 0.1
    move = np.sqrt(0.25 / 1.3)
    draws = 0.4 + move * np.random.default_rng(1).standard_normal(2_000_000)
    exact = np.maximum(line - draws, 0).mean()
    assert expected_gain(mean, variance, noise, line)[0] == pytest.approx(exact, abs=1e-3)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda p: rank(p, 0), "k"),
        (lambda p: rank(p, 13), "k"),
        (lambda p: rank(p, 3, draws=0), "draws"),
        (lambda p: rank(p, 3, level=1.0), "level"),
        (lambda p: next_reviews(p, 3, -1), "n"),
        (lambda p: next_reviews(p, 3, 1, done=[1]), "done"),
        (lambda p: next_reviews(p, 3, 1, floor=9), "floor"),
    ],
)
def test_rank_and_next_reviews_refuse_a_bad_argument_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        call(posterior(1))
