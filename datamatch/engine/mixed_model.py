"""The mixed model y = mu + item + reviewer + noise: Henderson's equations, items eliminated.

Source: Henderson, Applications of Linear Models in Animal Breeding (1984); REML: Patterson and
Thompson, Biometrika 58 (1971). All matrices here are in units of the residual variance.
"""

from dataclasses import dataclass
from importlib import import_module

import numpy as np

from .arrays import Floats, Ints, sums

PRIOR_SHARES = np.log([0.40, 0.12, 0.48])  # item, reviewer, residual
PRIOR_STRENGTH = 0.25  # log-normal, sd 1.4 on each log share
BOX = 12.0  # the variance ratios stay within e^-12 .. e^12


@dataclass(frozen=True, eq=False)
class Reviews:
    """The reviews in canonical order, and their sums."""

    item: Ints
    reviewer: Ints
    score: Floats
    weight: Floats
    cross: Floats  # items x (reviewers + 1): summed weights, last column is the intercept
    per_item: Floats  # summed weights
    inner: Floats  # (reviewers + 1) squared, without the prior precision
    item_score: Floats  # summed weighted scores
    other_score: Floats
    square: float

    @property
    def n(self) -> int:
        """Return the number of reviews."""
        return len(self.score)


def reviews(item: Ints, reviewer: Ints, score: Floats, weight: Floats, size: tuple[int, int]) -> Reviews:
    """Return the reviews sorted, so that the order of the rows changes not one bit."""
    n_items, n_reviewers = size
    order = np.lexsort((weight, score, reviewer, item))
    item, reviewer, score, weight = item[order], reviewer[order], score[order], weight[order]
    cross = np.zeros((n_items, n_reviewers + 1))
    np.add.at(cross, (item, reviewer), weight)
    cross[:, -1] = per_item = sums(item, weight, n_items)
    per_reviewer = sums(reviewer, weight, n_reviewers)
    inner = np.diag(np.append(per_reviewer, weight.sum()))
    inner[-1, :-1] = inner[:-1, -1] = per_reviewer
    item_score = sums(item, weight * score, n_items)
    other = np.append(sums(reviewer, weight * score, n_reviewers), (weight * score).sum())
    square = float((weight * score**2).sum())
    return Reviews(
        item, reviewer, score, weight, cross, per_item, inner, item_score, other, square
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Solved:
    """The equations at given variance ratios, solved; covariances per unit of residual variance."""

    item_ratio: float
    reviewer_ratio: float
    diagonal: Floats  # items: summed weight + 1 / item_ratio
    schur_inverse: Floats  # covariance of reviewers and intercept
    root: Floats  # G with item covariance diag(1 / diagonal) + G' G
    other: Floats  # reviewer effects, intercept last
    items: Floats  # item effects
    quadratic: float  # y' P y
    log_determinant: float  # of H and X' H^-1 X together


def solve(data: Reviews, item_ratio: float, reviewer_ratio: float) -> Solved:
    """Return the best linear unbiased predictions at these ratios to the residual variance."""
    diagonal = data.per_item + 1.0 / item_ratio
    schur = data.inner.copy()
    n_reviewers = len(schur) - 1
    schur[np.arange(n_reviewers), np.arange(n_reviewers)] += 1.0 / reviewer_ratio
    scaled = data.cross / diagonal[:, None]
    schur -= data.cross.T @ scaled
    right = data.other_score - scaled.T @ data.item_score
    lower = np.linalg.cholesky(schur)
    lower_inverse = np.linalg.inv(lower)
    half = lower_inverse @ right
    other = lower_inverse.T @ half
    items = (data.item_score - data.cross @ other) / diagonal
    fitted = float(data.item_score @ (data.item_score / diagonal)) + float(half @ half)
    determinant = 2 * np.log(np.diag(lower)).sum() + np.log(diagonal).sum()
    determinant += len(items) * np.log(item_ratio) + n_reviewers * np.log(reviewer_ratio)
    return Solved(
        item_ratio, reviewer_ratio, diagonal, lower_inverse.T @ lower_inverse,
        lower_inverse @ scaled.T, other, items, max(data.square - fitted, 0.0), float(determinant),
    )  # fmt: skip


def fitted_ratios(data: Reviews, least_variance: float) -> tuple[float, float]:
    """Return the variance ratios of largest restricted likelihood times prior (Nelder-Mead)."""
    start = PRIOR_SHARES[:2] - PRIOR_SHARES[2]
    if data.n < 3:
        return float(np.exp(start[0])), float(np.exp(start[1]))
    minimize = import_module("scipy.optimize").minimize
    answer = minimize(
        lambda logs: _loss(data, logs, least_variance),
        start,
        method="Nelder-Mead",
        options={
            "xatol": 1e-5, "fatol": 1e-9, "maxiter": 400,
            "initial_simplex": start + np.array([[0.0, 0.0], [0.7, 0.0], [0.0, -0.7]]),
        },
    )  # fmt: skip
    item, reviewer = np.exp(np.clip(answer.x, -BOX, BOX)).tolist()
    return item, reviewer


def residual_variance(data: Reviews, quadratic: float, least: float) -> float:
    """Return the restricted-likelihood estimate of the residual variance, at least `least`."""
    return max(quadratic / max(data.n - 1, 1), least)


def _loss(data: Reviews, logs: Floats, least_variance: float) -> float:
    item, reviewer = np.exp(np.clip(logs, -BOX, BOX)).tolist()
    solved = solve(data, item, reviewer)
    variance = residual_variance(data, solved.quadratic, least_variance)
    likelihood = (data.n - 1) * np.log(variance) + solved.log_determinant
    likelihood += solved.quadratic / variance
    shares = np.array([item, reviewer, 1.0])
    prior = np.log(shares / shares.sum()) - PRIOR_SHARES
    outside = float((np.maximum(np.abs(logs) - BOX, 0.0) ** 2).sum())
    return float(0.5 * likelihood + PRIOR_STRENGTH * (prior**2).sum() + outside)
