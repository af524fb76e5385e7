"""Plain estimates of quality from reviews: means, corrections and comparisons."""

import numpy as np

from datamatch.engine.arrays import Floats, Ints, sums

Reviews = tuple[Ints, Ints, Floats]  # item, reviewer, score


def raw_mean(reviews: Reviews, items: int, reviewers: int) -> Floats:
    """Return the mean score per item; without reviews, the mean of all."""
    item, _, score = reviews
    return _means(item, score, items)


def centred(reviews: Reviews, items: int, reviewers: int) -> Floats:
    """Return the mean per item after taking off each reviewer's own mean."""
    item, reviewer, score = reviews
    return _means(item, score - _means(reviewer, score, reviewers)[reviewer], items)


def z_scored(reviews: Reviews, items: int, reviewers: int) -> Floats:
    """Return the mean per item of each reviewer's standardised scores."""
    item, reviewer, score = reviews
    apart = score - _means(reviewer, score, reviewers)[reviewer]
    width = np.sqrt(_means(reviewer, apart**2, reviewers))[reviewer]
    return _means(item, np.where(width > 1e-9, apart / np.maximum(width, 1e-9), 0.0), items)


def least_squares(reviews: Reviews, items: int, reviewers: int) -> Floats:
    """Return the item effects of score = item + reviewer, both fixed, of least norm."""
    item, reviewer, score = reviews
    rows = np.arange(len(item))
    design = np.zeros((len(item), items + reviewers))
    design[rows, item] = design[rows, items + reviewer] = 1.0
    return np.asarray(np.linalg.lstsq(design, score - score.mean(), rcond=None)[0][:items])


def known_variances(reviews: Reviews, items: int, reviewers: int, parts: tuple[float, float, float]) -> Floats:
    """Return the best linear estimate of somebody who knows the variances of item, reviewer and noise.

    No linear estimate without the qualities themselves has a smaller error. Source: Henderson, Biometrics 31 (1975).
    """
    item, reviewer, score = reviews
    of_item, of_reviewer, noise = parts
    cov = of_item * np.equal.outer(item, item) + of_reviewer * np.equal.outer(reviewer, reviewer)
    cov = cov + noise * np.eye(len(item))
    ones, right = np.linalg.solve(cov, np.stack([np.ones(len(item)), score], axis=1)).T
    return of_item * sums(item, right - ones * (right.sum() / ones.sum()), items)


def bradley_terry(better: Ints, worse: Ints, items: int, ridge: float = 0.3) -> Floats:
    """Return the strengths of items from comparisons, with a ridge on each (Newton's method).

    Source: Bradley and Terry, Biometrika 39 (1952).
    """
    strength = np.zeros(items)
    for _ in range(50):
        chance = 1 / (1 + np.exp(strength[better] - strength[worse]))
        slope = sums(better, chance, items) - sums(worse, chance, items) - ridge * strength
        bend = np.zeros((items, items))
        weight = chance * (1 - chance)
        for one, other, sign in ((better, better, 1), (worse, worse, 1), (better, worse, -1), (worse, better, -1)):
            np.add.at(bend, (one, other), sign * weight)
        step = np.linalg.solve(bend + ridge * np.eye(items), slope)
        strength = strength + step
        if np.abs(step).max() < 1e-10:
            break
    return strength


def in_a_row(reviews: Reviews, random: np.random.Generator) -> tuple[Ints, Ints]:
    """Return the comparisons of readers who set each idea against the one they read before.

    Equal scores are settled by a coin: whoever compares has to choose.
    """
    item, reviewer, score = reviews
    order = np.lexsort((random.random(len(item)), reviewer))
    item, reviewer, score = item[order], reviewer[order], score[order] + 1e-6 * random.random(len(item))
    same = reviewer[1:] == reviewer[:-1]
    first, second = item[:-1][same], item[1:][same]
    wins = score[:-1][same] > score[1:][same]
    return np.where(wins, first, second), np.where(wins, second, first)


def _means(group: Ints, value: Floats, n: int) -> Floats:
    count = np.bincount(group, minlength=n)
    return np.where(count > 0, sums(group, value, n) / np.maximum(count, 1), value.mean())
