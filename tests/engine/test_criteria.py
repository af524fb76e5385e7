"""Several criteria: each on its own, and a total whose interval holds what it promises."""

import numpy as np
import pytest
from hypothesis import given

from datamatch.engine import calibrate, calibrate_criteria, rank
from tests.engine.worlds import few, rng, seeds

ITEMS, REVIEWERS, PER_ITEM = 60, 15, 3
# How three criteria hang together in the simulated worlds: ideas, leniency, and one review's halo.
ALIKE = np.array([[1.0, 0.6, 0.3], [0.6, 1.0, 0.5], [0.3, 0.5, 1.0]])
HALO = np.array([[1.0, 0.5, 0.4], [0.5, 1.0, 0.5], [0.4, 0.5, 1.0]])
WEIGHTS = np.array([0.5, 0.3, 0.2])


def world(seed, items=ITEMS, reviewers=REVIEWERS, missing=0.0):
    """Return item, reviewer, scores (NaN where open) and the true quality per criterion."""
    random = rng(seed)
    size = np.array([1.0, 0.8, 1.2])
    quality = random.multivariate_normal(np.zeros(3), ALIKE, items) * size
    lenient = random.multivariate_normal(np.zeros(3), 0.25 * ALIKE, reviewers) * size
    item = np.repeat(np.arange(items), PER_ITEM)
    reviewer = np.concatenate([random.permutation(reviewers)[:PER_ITEM] for _ in range(items)])
    scores = 5 + quality[item] + lenient[reviewer]
    scores = scores + random.multivariate_normal(np.zeros(3), HALO, len(item)) * size
    return item, reviewer, np.where(random.random(scores.shape) < missing, np.nan, scores), quality


def fitted(item, reviewer, scores, weights=WEIGHTS, *, items=ITEMS, reviewers=REVIEWERS, **options):
    return calibrate_criteria(item, reviewer, scores, weights, n_items=items, n_reviewers=reviewers, **options)


@pytest.mark.parametrize("missing", [0.0, 0.25])
def test_nine_in_ten_totals_lie_in_their_interval(missing):
    inside, narrow = [], []
    for seed in range(10):
        item, reviewer, scores, quality = world(seed, missing=missing)
        found = fitted(item, reviewer, scores)
        error = np.abs(found.combined.mean - found.combined.intercept - quality @ WEIGHTS)
        inside.append(error <= 1.6449 * found.combined.sd)
        naive = np.sqrt(sum((w * c.sd) ** 2 for w, c in zip(WEIGHTS, found.criteria, strict=True)))
        narrow.append(error <= 1.6449 * naive)
    assert 0.88 <= np.mean(inside) <= 0.92
    assert np.mean(narrow) < 0.85  # as if criteria had nothing to do with each other


@few
@given(seeds)
def test_each_criterion_is_calibrated_as_if_alone_and_the_total_is_their_weighted_sum(seed):
    item, reviewer, scores, _ = world(seed, items=12, reviewers=6, missing=0.2)
    found = fitted(item, reviewer, scores, items=12, reviewers=6)
    seen = scores[~np.isnan(scores)]
    for column, one in zip(scores.T, found.criteria, strict=True):
        kept = ~np.isnan(column)
        alone = calibrate(
            item[kept],
            reviewer[kept],
            column[kept],
            12,
            6,
            scale=(seen.min(), seen.max(), True),
        )
        assert one.mean == pytest.approx(alone.mean, abs=1e-9)
        assert one.cov == pytest.approx(alone.cov, abs=1e-9)
    total = sum(w * one.mean for w, one in zip(WEIGHTS, found.criteria, strict=True))
    assert found.combined.mean == pytest.approx(total, abs=1e-9)
    assert np.linalg.eigvalsh(found.combined.cov).min() > 0


@few
@given(seeds)
def test_one_criterion_in_three_copies_is_that_criterion(seed):
    item, reviewer, scores, _ = world(seed, items=20, reviewers=6)
    alone = calibrate(item, reviewer, scores[:, 0], 20, 6)
    found = fitted(item, reviewer, scores[:, [0, 0, 0]], items=20, reviewers=6)
    assert found.combined.mean == pytest.approx(alone.mean, abs=1e-6)
    assert found.combined.cov == pytest.approx(alone.cov, rel=1e-3, abs=1e-4)
    assert found.combined.reviewer_effect == pytest.approx(alone.reviewer_effect, abs=1e-6)
    assert found.combined.reviewer_effect_sd == pytest.approx(alone.reviewer_effect_sd, rel=1e-3)


@few
@given(seeds)
def test_a_criterion_without_weight_changes_nothing(seed):
    item, reviewer, scores, _ = world(seed, items=15, reviewers=6)
    found = fitted(item, reviewer, scores, [0, 2, 0], items=15, reviewers=6)
    assert found.combined.mean == pytest.approx(found.criteria[1].mean, abs=1e-9)
    assert found.combined.cov == pytest.approx(found.criteria[1].cov, abs=1e-9)
    assert found.combined.raw_mean == pytest.approx(found.criteria[1].raw_mean)


@few
@given(seeds)
def test_the_order_of_the_rows_changes_not_one_byte(seed):
    item, reviewer, scores, _ = world(seed, items=12, reviewers=6, missing=0.2)
    order = rng(seed).permutation(len(item))
    moved = fitted(item[order], reviewer[order], scores[order], items=12, reviewers=6)
    assert moved.to_json() == fitted(item, reviewer, scores, items=12, reviewers=6).to_json()


def test_one_reversed_criterion_is_mirrored():
    item, reviewer, scores, _ = world(4)
    scores = np.clip(scores, 1, 9)
    upward = fitted(item, reviewer, scores, scale=(1, 9, True))
    turned = np.column_stack([scores[:, 0], 10 - scores[:, 1], scores[:, 2]])
    downward = fitted(item, reviewer, turned, scale=[(1, 9, True), (1, 9, False), (1, 9, True)])
    assert downward.combined.mean == pytest.approx(upward.combined.mean, abs=1e-6)
    assert downward.combined.sd == pytest.approx(upward.combined.sd, abs=1e-6)


def test_criteria_on_other_scales_are_brought_to_the_first():
    item, reviewer, scores, _ = world(5)
    scores = np.clip(scores, 1, 9)
    plain = fitted(item, reviewer, scores, scale=(1, 9, True))
    percent = np.column_stack([scores[:, 0], 12.5 * (scores[:, 1] - 1), scores[:, 2]])
    wide = fitted(item, reviewer, percent, scale=[(1, 9, True), (0, 100, True), (1, 9, True)])
    assert wide.combined.mean == pytest.approx(plain.combined.mean, abs=1e-3)
    assert wide.combined.sd == pytest.approx(plain.combined.sd, abs=1e-3)
    assert wide.combined.raw_mean == pytest.approx(plain.combined.raw_mean)


def test_dependence_is_found_where_it_is_and_unity_where_it_cannot_be_seen():
    item, reviewer, scores, _ = world(6, items=150, reviewers=15)
    found = fitted(item, reviewer, scores, items=150, reviewers=15)
    assert found.item_correlation == pytest.approx(ALIKE, abs=0.2)
    assert found.residual_correlation == pytest.approx(HALO, abs=0.15)
    apart = np.where(np.arange(len(item))[:, None] % 3 == np.arange(3), scores, np.nan)
    assert fitted(item, reviewer, apart, items=150, reviewers=15).item_correlation == pytest.approx(np.ones((3, 3)))


def test_piles_that_one_criterion_separates_are_separate_in_total():
    item, reviewer = [0, 0, 1, 1, 2, 2, 4], [0, 1, 0, 1, 1, 2, 0]
    scores = np.array([[3, 3], [4, 4], [2, 2], [3, 3], [4, np.nan], [5, 5], [4, np.nan]], dtype=float)
    found = calibrate_criteria(item, reviewer, scores, [1, 1], n_items=5, n_reviewers=3, scale=(1, 5, True))
    assert found.criteria[0].n_components == 1
    assert found.combined.item_component.tolist() == [0, 0, 1, -1, -1]
    assert found.combined.reviewer_component.tolist() == [0, 0, 1]
    assert found.combined.n_components == 2
    assert found.combined.n_per_item.tolist() == [2, 2, 1, 0, 0]
    assert not found.combined.identifiable


def test_a_criterion_nobody_scored_leaves_a_wide_total_that_can_be_ranked():
    item, reviewer, scores, _ = world(7)
    scores = np.clip(scores, 1, 9)
    scores[:, 2] = np.nan
    found = fitted(item, reviewer, scores, scale=(1, 9, True))
    assert np.isnan(found.combined.raw_mean).all()
    assert (found.combined.sd > WEIGHTS[2] * found.criteria[2].sd - 1e-9).all()
    assert rank(found.combined, 10).p_top.sum() == pytest.approx(10)


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"scores": [[1.0]]}, "scores"),
        ({"scores": [[np.inf, 1.0], [1.0, 1.0]]}, "scores"),
        ({"scores": [[9.0, 1.0], [1.0, 1.0]]}, "scores"),
        ({"weights": [0, 0]}, "weights"),
        ({"weights": [1, -1]}, "weights"),
        ({"weights": [1, 1, 1]}, "weights"),
        ({"scale": [(1, 5, True)]}, "scale"),
        ({"scale": (5, 1, True)}, "scale"),
        ({"weight": [0, 1]}, "weight"),
        ({"item": [0, 9]}, "item"),
    ],
)
def test_calibrate_criteria_refuses_a_bad_argument_by_name(options, name):
    plain = {"item": [0, 1], "reviewer": [0, 0], "scores": [[1.0, 2.0], [3.0, 4.0]], "weights": [1, 1]}
    plain |= {"n_items": 2, "n_reviewers": 1, "scale": (1, 5, True)}
    with pytest.raises(ValueError, match=f"^{name}: "):
        calibrate_criteria(**(plain | options))
