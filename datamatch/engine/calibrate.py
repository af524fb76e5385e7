"""Scores corrected for severe and lenient reviewers, with honest uncertainty."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, floats, ints, need, whole
from .graph import components
from .mixed_model import Reviews, Solved, fitted_ratios, residual_variance, reviews, solve
from .results import Result, digest

Scale = tuple[float, float, bool]
LEAST_REVIEWS = 3  # per reviewer, on average, before a correction counts as identified


@dataclass(frozen=True, eq=False)
class Posterior(Result):
    """What the reviews say. Scores are in the caller's unit, turned so that higher is better."""

    mean: Floats  # per item; an item without reviews gets the intercept
    cov: Floats  # items x items: of the item effects (differences are what ranks)
    sd: Floats  # per item
    raw_mean: Floats  # per item: plain weighted mean, NaN without reviews
    intercept: float
    reviewer_effect: Floats  # per reviewer: positive is lenient
    reviewer_effect_sd: Floats
    var_components: tuple[float, float, float]  # item, reviewer, residual (of weight 1)
    icc: float  # share of one review's variance that is the item
    n_per_item: Ints
    n_per_reviewer: Ints
    item_component: Ints  # -1 without reviews
    reviewer_component: Ints
    n_components: int
    identifiable: bool  # False: too few reviews to tell leniency from taste; corrections stay small
    loo_logscore: float  # mean log density of each review given all others; NaN below 3 reviews

    @property
    def n_items(self) -> int:
        """Return the number of items."""
        return len(self.mean)


def calibrate(
    item: ArrayLike,
    reviewer: ArrayLike,
    score: ArrayLike,
    n_items: int,
    n_reviewers: int,
    *,
    weight: ArrayLike | None = None,
    scale: Scale | None = None,
    seed: int = 0,
) -> Posterior:
    """Return the posterior of every item's quality and every reviewer's leniency.

    :param item: item position per review; likewise `reviewer` and `score` (any order of rows)
    :param weight: precision of each review relative to a plain one (1)
    :param scale: (lowest, highest, higher_is_better) of the form; a reversed scale is mirrored
    :raises ValueError: naming the argument that does not fit
    Ties: equal reviews give equal means. An absent review is absent, never 0.
    Source: mixed model, variances by REML with weak log-normal priors on the shares, best linear
    unbiased prediction; Searle, Casella and McCulloch, Variance Components (1992).
    """
    seed = whole("seed", seed, 0)
    n_items, n_reviewers = whole("n_items", n_items, 1), whole("n_reviewers", n_reviewers, 1)
    items = ints("item", item, (-1,))
    people, scores = ints("reviewer", reviewer, items.shape), floats("score", score, items.shape)
    weights = floats("weight", 1.0 if weight is None else weight, items.shape)
    need(bool((items < n_items).all()), "item", f"give positions below n_items = {n_items}")
    need(bool((people < n_reviewers).all()), "reviewer", f"stay below n_reviewers = {n_reviewers}")
    need(bool((weights > 0).all()), "weight", "give weights above 0; leave the review out instead")
    low, high, upward = _scale(scale, scores)
    turned = scores if upward else low + high - scores
    data = reviews(items, people, turned, weights, (n_items, n_reviewers))
    key = digest(
        item=data.item, reviewer=data.reviewer, score=data.score, weight=data.weight,
        n=(n_items, n_reviewers), scale=(low, high, float(upward)) if scale else None,
    )  # fmt: skip
    return _posterior(data, low=low, high=high, scaled=bool(scale), seed=seed, key=key)


def _scale(scale: Scale | None, score: Floats) -> Scale:
    if scale is None:
        return (float(score.min(initial=0.0)), float(score.max(initial=0.0)), True)
    need(len(scale) == 3, "scale", "give (lowest, highest, higher_is_better)")
    low, high, upward = float(scale[0]), float(scale[1]), bool(scale[2])
    need(low < high, "scale", "give a lowest below the highest")
    inside = bool(((score >= low) & (score <= high)).all())
    need(inside, "score", f"give scores on the scale {low:g} to {high:g}")
    return low, high, upward


def _posterior(data: Reviews, *, low: float, high: float, scaled: bool, seed: int, key: str) -> Posterior:
    unit = high - low if scaled or high > low else 1.0
    least = (unit / 100) ** 2
    if data.n == 0:
        return _prior(data, (low + high) / 2, unit, seed, key)
    answer = solve(data, *fitted_ratios(data, least))
    quarter = (unit / 4) ** 2 / (answer.item_ratio + answer.reviewer_ratio + 1)
    variance = residual_variance(data, answer.quadratic, least) if data.n >= 3 else quarter
    return _read(data, answer, variance, seed, key)


def _prior(data: Reviews, middle: float, unit: float, seed: int, key: str) -> Posterior:
    """Return what is known before any review: nothing but the scale."""
    one = reviews(
        np.array([0]), np.array([0]), np.array([middle]), np.array([1e-12]),
        (len(data.per_item), len(data.inner) - 1),
    )  # fmt: skip
    ratios = fitted_ratios(one, 1.0)
    answer = solve(one, *ratios)
    return _read(data, answer, (unit / 4) ** 2 / (sum(ratios) + 1), seed, key)


def _read(data: Reviews, answer: Solved, variance: float, seed: int, key: str) -> Posterior:
    n_items, n_reviewers = len(data.per_item), len(data.inner) - 1
    cov = answer.root.T @ answer.root
    cov[np.arange(n_items), np.arange(n_items)] += 1.0 / answer.diagonal
    cov = variance * (cov + cov.T) / 2
    shares = (variance * answer.item_ratio, variance * answer.reviewer_ratio, variance)
    intercept = float(answer.other[-1])
    label, reviewer_label = components(data.item, data.reviewer, n_items, n_reviewers)
    per_reviewer = np.bincount(data.reviewer, minlength=n_reviewers)
    with np.errstate(invalid="ignore"):
        raw = np.where(data.per_item > 0, data.item_score / data.per_item, np.nan)
    return Posterior(
        seed=seed,
        input_digest=key,
        mean=intercept + answer.items,
        cov=cov,
        sd=np.sqrt(np.diag(cov)),
        raw_mean=raw,
        intercept=intercept,
        reviewer_effect=answer.other[:-1],
        reviewer_effect_sd=np.sqrt(variance * np.diag(answer.schur_inverse)[:-1]),
        var_components=shares,
        icc=shares[0] / sum(shares),
        n_per_item=np.bincount(data.item, minlength=n_items),
        n_per_reviewer=per_reviewer,
        item_component=label,
        reviewer_component=reviewer_label,
        n_components=int(label.max(initial=-1)) + 1,
        identifiable=_identifiable(data, label, per_reviewer),
        loo_logscore=_loo_logscore(data, answer, variance),
    )


def _identifiable(data: Reviews, label: Ints, per_reviewer: Ints) -> bool:
    """Return whether reviewers overlap enough: independent cycles, and reviews to go round."""
    active = int((per_reviewer > 0).sum())
    nodes = int((label >= 0).sum()) + active
    cycles = data.n - nodes + int(label.max(initial=-1)) + 1
    return bool(active >= 2 and cycles >= active and data.n >= LEAST_REVIEWS * active)


def _loo_logscore(data: Reviews, answer: Solved, variance: float) -> float:
    """Return the mean log predictive density of each review given the others (closed form)."""
    if data.n < 3:
        return float("nan")
    other = answer.schur_inverse
    item, who, last = data.item, data.reviewer, len(other) - 1
    step = (data.cross / answer.diagonal[:, None]) @ other  # minus the item-other covariance
    item_var = 1.0 / answer.diagonal + np.einsum("ij,ij->j", answer.root, answer.root)
    spread = item_var[item] + other[who, who] + other[last, last] + 2 * other[who, last]
    spread -= 2 * (step[item, who] + step[item, last])
    keep = np.maximum(1.0 - data.weight * spread, 1e-12)
    fit = answer.items[item] + answer.other[who] + answer.other[last]
    error = (data.score - fit) / keep
    width = variance / data.weight / keep
    return float(np.mean(-0.5 * (np.log(2 * np.pi * width) + error**2 / width)))
