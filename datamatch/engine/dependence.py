"""How criteria hang together, and what that means for the uncertainty of their weighted total."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints
from .calibrate import Posterior

LEAST_JOINT = 10  # reviews with both criteria, before their correlation is estimated


@dataclass(frozen=True, eq=False)
class Dependence:
    """Variances per criterion, and correlations between criteria, of items, reviewers and residuals."""

    variance: Floats  # 3 x criteria
    item: Floats
    reviewer: Floats
    residual: Floats

    def between(self, one: int, two: int) -> tuple[float, float, float]:
        """Return the covariances of items, reviewers and residuals between two criteria."""
        size = np.sqrt(self.variance[:, one] * self.variance[:, two])
        same = np.array([self.item[one, two], self.reviewer[one, two], self.residual[one, two]])
        item, reviewer, residual = (size * same).tolist()
        return item, reviewer, residual

    def totals(self, units: Floats) -> tuple[float, float, float]:
        """Return the variances of the weighted total."""
        sized = units * np.sqrt(self.variance)
        parts = zip(sized, (self.item, self.reviewer, self.residual), strict=True)
        item, reviewer, residual = (float(size @ same @ size) for size, same in parts)
        return item, reviewer, residual


def dependence(
    parts: Sequence[tuple[float, float, float]], score: Floats, alone: Callable[[Floats], Posterior]
) -> Dependence:
    """Return the dependence: cov(a, b) = (var(a + b) - var(a) - var(b)) / 2, each part on its own.

    Every criterion is taken in units of its own spread first. :param alone: the fit of one column
    """
    variance = np.array(parts).T
    unit = np.sqrt(variance.sum(axis=0))
    n = len(unit)
    found = np.ones((3, n, n))
    for one in range(n):
        for two in range(one):
            both = score[:, one] / unit[one] + score[:, two] / unit[two]
            if (~np.isnan(both)).sum() >= LEAST_JOINT:
                added = np.array(alone(both).var_components)
                pair = [_beside(score, c, both, variance, alone) / unit[c] ** 2 for c in (one, two)]
                shares = np.stack(pair, axis=1)
                same = (added - shares.sum(axis=1)) / 2 / np.sqrt(shares.prod(axis=1))
                found[:, one, two] = found[:, two, one] = np.clip(same, -1.0, 1.0)
    return Dependence(variance, *(_possible(same) for same in found))


def _beside(
    score: Floats, criterion: int, both: Floats, variance: Floats, alone: Callable[[Floats], Posterior]
) -> Floats:
    """Return the variances of one criterion on the reviews that hold both, so that noise cancels."""
    column = np.where(np.isnan(both), np.nan, score[:, criterion])
    if (np.isnan(column) == np.isnan(score[:, criterion])).all():
        return np.asarray(variance[:, criterion])
    return np.array(alone(column).var_components)


def _possible(same: Floats) -> Floats:
    """Return the nearest correlations that can hold together (no negative variance of any total)."""
    values, vectors = np.linalg.eigh(same)
    cov = (vectors * np.maximum(values, 0.0)) @ vectors.T
    sd = np.sqrt(np.maximum(np.diag(cov), 1e-12))
    return np.asarray(cov / np.outer(sd, sd))


@dataclass(frozen=True, eq=False)
class Predictor:
    """How one criterion's scores become effects: the fit, and the reviews it rests on."""

    inverse: Floats  # covariance of items, reviewers and intercept, per unit of residual variance
    n_items: int
    item: Ints  # per review, open ones included
    reviewer: Ints
    weight: Floats  # 0 where the criterion is open

    def scores(self) -> Floats:
        """Return A, effects x reviews: what each score adds to each item and each reviewer."""
        last = len(self.inverse) - 1
        own = self.inverse[:, self.item] + self.inverse[:, self.n_items + self.reviewer] + self.inverse[:, [last]]
        return np.asarray(own[:last] * self.weight)

    def effects(self, scores: Floats) -> Floats:
        """Return A Z - 1: what remains in the error of every true effect."""
        left = -np.eye(len(scores))
        np.add.at(left.T, self.item, scores.T)
        np.add.at(left.T, self.n_items + self.reviewer, scores.T)
        return left


def total_covariance(units: Floats, fits: Sequence[Predictor], joint: Dependence) -> Floats:
    """Return the error covariance of the weighted total for items, then reviewers.

    The predictor is linear, effects = A scores, and blind to the general level. So its error is
    (A Z - 1) effects + A residuals, criterion by criterion, and the covariance of the errors of
    two criteria follows from that of their effects and residuals.
    """
    scores = [fit.scores() for fit in fits]
    left = [fit.effects(part) for fit, part in zip(fits, scores, strict=True)]
    n_items, size = fits[0].n_items, len(left[0])
    cov = np.zeros((size, size))
    for one in range(len(fits)):
        for two in range(len(fits)):
            item, reviewer, residual = joint.between(one, two)
            spread = np.repeat([item, reviewer], [n_items, size - n_items])
            both = np.where(fits[one].weight * fits[two].weight > 0, residual / np.maximum(_plain(fits), 1e-300), 0.0)
            part = (left[one] * spread) @ left[two].T + (scores[one] * both) @ scores[two].T
            cov += units[one] * units[two] * part
    return (cov + cov.T) / 2


def _plain(fits: Sequence[Predictor]) -> Floats:
    """Return the weight of each review, whichever criteria it holds."""
    return np.asarray(np.max([fit.weight for fit in fits], axis=0))
