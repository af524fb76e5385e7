"""The simulated worlds are the documented ones, and the same every time."""

import numpy as np
import pytest

from benchmarks.worlds import WORLDS, columns, drawn, found, level_round


def test_world_is_the_same_every_time_and_another_by_number():
    one, again, other = (drawn(WORLDS["slopes"], number) for number in (4, 4, 5))
    assert np.array_equal(one.score, again.score)
    assert not np.array_equal(one.score, other.score)


@pytest.mark.parametrize("name", WORLDS)
def test_scores_are_whole_and_on_the_scale(name):
    world = WORLDS[name]
    score = drawn(world, 0, jurors=5).score
    assert set(np.unique(score)) <= set(range(world.low, world.high + 1))
    assert score.shape == (111, 30)


def test_shares_of_variance_are_the_documented_ones():
    one = drawn(WORLDS["neurips"], 1, ideas=2000, reviewers=400)
    assert one.quality.var() == pytest.approx(1.28, rel=0.1)
    assert one.leniency.var() == pytest.approx(0.24, rel=0.2)
    score = one.score / one.world.unit
    assert score.mean(axis=1).var() == pytest.approx(1.28, rel=0.1)
    assert score.mean(axis=0).var() == pytest.approx(0.24, rel=0.2)


def test_careless_reviewers_score_without_looking():
    one = drawn(WORLDS["careless"], 2, ideas=2000)
    tied = [abs(np.corrcoef(one.quality, one.score[:, r])[0, 1]) < 0.1 for r in range(30)]
    assert sum(tied) == 5


def test_rounds_are_level():
    read = level_round(111, 30, 3, np.random.default_rng(0))
    assert set(read.sum(axis=1)) == {3}
    assert np.ptp(read.sum(axis=0)) <= 1
    item, reviewer, score = columns(read, np.arange(3330.0).reshape(111, 30))
    assert (score == item * 30 + reviewer).all()


def test_overlap_regret_and_best_three_are_those_counted_by_hand():
    quality = np.array([5.0, 4.0, 3.0, 2.0, 1.0])
    told = found(np.array([9.0, 1.0, 8.0, 7.0, 2.0]), quality, 4, np.random.default_rng(0))
    assert (told.overlap, told.best_in) == (0.75, 0.0)
    assert told.regret == pytest.approx((14 - 11) / 4 / quality.std())
