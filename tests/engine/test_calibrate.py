"""Scores corrected for severity."""

import numpy as np
import pytest
from hypothesis import given

from datamatch.engine import calibrate
from datamatch.engine.mixed_model import reviews as reviews_of
from datamatch.engine.mixed_model import solve
from tests.engine.oracles import dense_posterior
from tests.engine.worlds import checked, reviews, rng, seeds


def fitted(item, reviewer, score, items=12, reviewers=5, **options):
    return calibrate(item, reviewer, score, items, reviewers, **options)


@checked
@given(seeds)
def test_blocks_equal_the_dense_inverse(seed):
    item, reviewer, score, _ = reviews(seed)
    found = fitted(item, reviewer, score)
    mean, cov = dense_posterior(item, reviewer, score, (12, 5), found.var_components)
    assert found.mean == pytest.approx(mean, abs=1e-9)
    assert found.cov == pytest.approx(cov, abs=1e-9)


@checked
@given(seeds)
def test_the_order_of_the_rows_changes_not_one_byte(seed):
    item, reviewer, score, _ = reviews(seed)
    order = rng(seed).permutation(len(item))
    moved = fitted(item[order], reviewer[order], score[order])
    assert moved.to_json() == fitted(item, reviewer, score).to_json()


@checked
@given(seeds)
def test_a_shift_of_all_scores_shifts_all_means(seed):
    item, reviewer, score, _ = reviews(seed)
    plain, shifted = fitted(item, reviewer, score), fitted(item, reviewer, score + 2)
    assert shifted.mean == pytest.approx(plain.mean + 2, abs=1e-3)
    assert shifted.sd == pytest.approx(plain.sd, abs=1e-3)


@checked
@given(seeds)
def test_a_reversed_scale_is_mirrored(seed):
    item, reviewer, score, _ = reviews(seed)
    score = np.clip(score, 1, 9)
    upward = fitted(item, reviewer, score, scale=(1, 9, True))
    downward = fitted(item, reviewer, 10 - score, scale=(1, 9, False))
    assert downward.mean == pytest.approx(upward.mean, abs=1e-6)
    assert downward.reviewer_effect == pytest.approx(upward.reviewer_effect, abs=1e-6)


@checked
@given(seeds)
def test_a_higher_score_never_lowers_that_item(seed):
    item, reviewer, score, _ = reviews(seed)
    before = solved_mean(item, reviewer, score)
    at = int(rng(seed).integers(len(score)))
    after = solved_mean(item, reviewer, score + 2.0 * (np.arange(len(score)) == at))
    assert after[item[at]] >= before[item[at]] - 1e-12


def solved_mean(item, reviewer, score, ratios=(0.9, 0.3)):
    """Return the items' means at fixed variance ratios."""
    answer = solve(reviews_of(item, reviewer, score, np.ones(len(item)), (12, 5)), *ratios)
    return answer.items + answer.other[-1]


def test_a_constant_of_one_reviewer_vanishes_when_leniency_is_unbounded():
    item, reviewer, score, _ = reviews(3)
    shifted = score + 4.0 * (reviewer == 1)
    wide = (0.9, 1e9)
    gap = solved_mean(item, reviewer, shifted, wide) - solved_mean(item, reviewer, score, wide)
    assert np.ptp(gap) == pytest.approx(0, abs=1e-6)
    narrow = solved_mean(item, reviewer, shifted) - solved_mean(item, reviewer, score)
    assert np.abs(narrow).max() < 4.0


def test_a_balanced_crossed_round_keeps_the_order_of_the_raw_means():
    item, reviewer = (grid.ravel() for grid in np.indices((8, 4)))
    score = rng(1).normal(size=(8, 4)).ravel()
    found = calibrate(item, reviewer, score, 8, 4)
    assert np.argsort(found.mean).tolist() == np.argsort(found.raw_mean).tolist()


@checked
@given(seeds)
def test_the_covariance_is_positive_and_equal_reviews_give_equal_means(seed):
    item, reviewer, score, _ = reviews(seed)
    item = np.append(item, [12, 12, 13, 13])
    reviewer, score = np.append(reviewer, [0, 1, 0, 1]), np.append(score, [5, 6, 5, 6])
    found = fitted(item, reviewer, score, items=15)
    assert np.linalg.eigvalsh(found.cov).min() > 0
    assert found.mean[12] == pytest.approx(found.mean[13], abs=1e-12)
    assert found.mean[14] == pytest.approx(found.intercept)
    assert found.cov[14, 14] == pytest.approx(found.var_components[0])


def test_leave_one_out_equals_leaving_one_out():
    item, reviewer, score, _ = reviews(6)
    found = fitted(item, reviewer, score)
    f, v, s = found.var_components
    logs = []
    for n in range(len(score)):
        rest = np.arange(len(score)) != n
        answer = solve(
            reviews_of(item[rest], reviewer[rest], score[rest], np.ones(rest.sum()), (12, 5)),
            f / s,
            v / s,
        )
        i, r = item[n], reviewer[n]
        mean = answer.items[i] + answer.other[r] + answer.other[-1]
        width = s * (
            1 + _spread(answer, reviews_of(item[rest], reviewer[rest], score[rest], np.ones(rest.sum()), (12, 5)), i, r)
        )
        logs.append(-0.5 * (np.log(2 * np.pi * width) + (score[n] - mean) ** 2 / width))
    assert found.loo_logscore == pytest.approx(np.mean(logs), abs=1e-9)


def _spread(answer, data, item, reviewer):
    """Return the variance of item + reviewer + intercept by the dense inverse."""
    n_items, n_others = len(data.per_item), len(data.inner)
    inner = data.inner.copy()
    inner[range(n_others - 1), range(n_others - 1)] += 1 / answer.reviewer_ratio
    full = np.block([[np.diag(answer.diagonal), data.cross], [data.cross.T, inner]])
    pick = np.zeros(n_items + n_others)
    pick[[item, n_items + reviewer, -1]] = 1
    return pick @ np.linalg.inv(full) @ pick


def test_leniency_is_found_and_taken_out():
    item, reviewer, score, quality = reviews(9, items=60, reviewers=8, per_item=4, leniency=0.0)
    found = calibrate(item, reviewer, score + 3.0 * (reviewer == 2), 60, 8)
    assert int(np.argmax(found.reviewer_effect)) == 2
    assert np.corrcoef(found.mean, quality)[0, 1] > np.corrcoef(found.raw_mean, quality)[0, 1]
    assert found.identifiable


def test_separate_piles_are_reported():
    found = calibrate([0, 0, 1, 1, 2], [0, 1, 0, 1, 2], [1, 2, 3, 4, 5], 4, 4)
    assert found.item_component.tolist() == [0, 0, 1, -1]
    assert found.reviewer_component.tolist() == [0, 0, 1, -1]
    assert found.n_components == 2
    assert not found.identifiable


@pytest.mark.parametrize("scores", [[], [4.0], [3.0, 3.0, 3.0, 3.0]])
def test_thin_or_equal_reviews_do_not_collapse(scores):
    found = calibrate(range(len(scores)), [0] * len(scores), scores, 5, 2, scale=(1, 5, True))
    assert np.isfinite(found.mean).all()
    assert (found.sd > 0).all()
    assert found.mean[4] == pytest.approx(found.intercept)


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"item": [9]}, "item"),
        ({"reviewer": [9]}, "reviewer"),
        ({"score": [np.inf]}, "score"),
        ({"score": [7.0]}, "score"),
        ({"score": [1.0, 2.0]}, "score"),
        ({"n_items": 0}, "n_items"),
        ({"weight": [0.0]}, "weight"),
        ({"scale": (5, 1, True)}, "scale"),
    ],
)
def test_calibrate_refuses_a_bad_argument_by_name(options, name):
    plain = {"item": [0], "reviewer": [0], "score": [3.0], "n_items": 2, "n_reviewers": 2, "scale": (1, 5, True)}
    with pytest.raises(ValueError, match=f"^{name}: "):
        calibrate(**(plain | options))
