"""Scores on several criteria: each corrected on its own, and their weighted total with honest uncertainty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Bools, Floats, Ints, floats, ints, need, whole
from .calibrate import Posterior, Scale, calibrate
from .dependence import Dependence, Predictor, dependence, total_covariance
from .mixed_model import Reviews, reviews, solve
from .results import Result, digest

# A review that weighs nothing: it fixes the general level of a criterion that nobody scored.
NOTHING = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64), np.zeros(1), np.array([1e-12])


@dataclass(frozen=True, eq=False)
class CriteriaPosterior(Result):
    """What the reviews say per criterion and in total, higher is better everywhere."""

    criteria: tuple[Posterior, ...]  # each as `calibrate` gives it for that criterion alone
    combined: Posterior  # the weighted total, on the scale of the first criterion; feed it to `rank`
    weights: Floats  # per criterion, adding up to 1
    item_correlation: Floats  # criteria x criteria: ideas good at one are good at the other
    reviewer_correlation: Floats  # people lenient on one are lenient on the other
    residual_correlation: Floats  # within one review: the halo of a first impression


def calibrate_criteria(
    item: ArrayLike,
    reviewer: ArrayLike,
    scores: ArrayLike,
    weights: ArrayLike,
    *,
    n_items: int,
    n_reviewers: int,
    weight: ArrayLike | None = None,
    scale: Scale | Sequence[Scale] | None = None,
    seed: int = 0,
) -> CriteriaPosterior:
    """Return the posterior of every criterion and of their weighted total.

    :param item: item position per review, likewise `reviewer` (any order of rows)
    :param scores: reviews x criteria; NaN where a review leaves a criterion open
    :param weights: what each criterion counts for, fixed before the round opens
    :param weight: precision of each review relative to a plain one (1)
    :param scale: (lowest, highest, higher_is_better) of all criteria, or one per criterion; a
        reversed one is mirrored, and all are brought to the first one before they are added up
    :raises ValueError: naming the argument that does not fit
    The total of an idea is exactly the weighted sum of its means per criterion. Criteria depend on
    each other, so its variance is not the sum of theirs: covariances of ideas, of leniency and
    within a review are estimated from the fit of each pair of criteria added up, and go through
    the linear predictor. Where fewer than ten reviews hold both criteria they are taken as wholly
    dependent, which widens the interval. In simulated rounds of 60 to 111 ideas an interval of 90 %
    holds 88 %, and 87 to 89 % with a quarter of the scores open: variances are estimated and then taken
    as known, as in `calibrate`. Of the total, `n_per_item` is the fewest scores on any
    criterion that counts, and two items are in one component when they are in every criterion.
    `loo_logscore` of the total is NaN.
    Source: mixed model as in `calibrate`; covariances from sums, Searle, Casella and McCulloch,
    Variance Components (1992), ch. 11.
    """
    seed = whole("seed", seed, 0)
    items = ints("item", item, (-1,))
    people = ints("reviewer", reviewer, items.shape)
    marks = _marks(scores, len(items))
    shares = floats("weights", weights, (marks.shape[1],))
    need(bool((shares >= 0).all() and shares.sum() > 0), "weights", "give weights of 0 or more, one above 0")
    precise = floats("weight", 1.0 if weight is None else weight, items.shape)
    scales = _scales(scale, marks)
    size = whole("n_items", n_items, 1), whole("n_reviewers", n_reviewers, 1)
    table = _Table(items, people, _turned(marks, scales), precise, size, shares / shares.sum(), scales).sorted()
    return _answered(table, seed)


def _marks(scores: ArrayLike, n: int) -> Floats:
    marks = np.asarray(scores, dtype=np.float64)
    fits = marks.ndim == 2 and len(marks) == n and marks.shape[1] > 0
    need(fits, "scores", f"give one row per review ({n}) and one column per criterion")
    need(bool(not np.isinf(marks).any()), "scores", "give finite numbers, NaN where a criterion is open")
    return marks


def _scales(scale: Scale | Sequence[Scale] | None, marks: Floats) -> tuple[Scale, ...]:
    """Return one scale per criterion; without one, from the lowest to the highest score of all."""
    criteria = int(marks.shape[1])
    if scale is None:
        seen = marks[~np.isnan(marks)]
        low = float(seen.min()) if len(seen) else 0.0
        high = float(seen.max()) if len(seen) else 0.0
        return ((low, high if low < high else low + 1.0, True),) * criteria
    one = len(scale) == 3 and not isinstance(scale[0], Sequence | np.ndarray)
    given: Sequence[Scale] = [scale] * criteria if one else list(scale)  # type: ignore[list-item, arg-type]
    need(len(given) == criteria, "scale", f"give one scale, or one per criterion ({criteria})")
    for column, (low, high, _) in zip(marks.T, given, strict=True):
        need(low < high, "scale", "give a lowest below the highest")
        inside = np.isnan(column) | ((column >= low) & (column <= high))
        need(bool(inside.all()), "scores", f"give scores on the scale {low:g} to {high:g}")
    return tuple((float(low), float(high), bool(up)) for low, high, up in given)


def _turned(marks: Floats, scales: tuple[Scale, ...]) -> Floats:
    return np.stack(
        [column if up else low + high - column for column, (low, high, up) in zip(marks.T, scales, strict=True)], axis=1
    )


@dataclass(frozen=True, eq=False)
class _Table:
    """The reviews with all criteria, higher is better."""

    item: Ints
    reviewer: Ints
    score: Floats  # reviews x criteria, NaN where open
    weight: Floats
    size: tuple[int, int]
    shares: Floats
    scales: tuple[Scale, ...]

    @property
    def given(self) -> Bools:
        """Return reviews x criteria: is there a score."""
        return ~np.isnan(self.score)

    @property
    def units(self) -> Floats:
        """Return, per criterion, what one point is on the scale of the first, times its weight."""
        span = np.array([high - low for low, high, _ in self.scales])
        return np.asarray(self.shares * span[0] / span)

    def sorted(self) -> "_Table":
        """Return the same with its rows in an order that only the rows decide."""
        filled = np.nan_to_num(self.score, nan=-1e300)
        order = np.lexsort((self.weight, *filled.T, self.reviewer, self.item))
        return replace(
            self, item=self.item[order], reviewer=self.reviewer[order], score=self.score[order],
            weight=self.weight[order],
        )  # fmt: skip

    def alone(self, column: Floats, scale: Scale | None = None) -> Posterior:
        """Return the posterior of one column of scores."""
        kept = ~np.isnan(column)
        item, reviewer, weight = self.item[kept], self.reviewer[kept], self.weight[kept]
        return calibrate(item, reviewer, column[kept], *self.size, weight=weight, scale=scale)

    def reviews(self, criterion: int) -> Reviews:
        """Return the reviews of one criterion as the mixed model takes them."""
        kept = self.given[:, criterion]
        if not kept.any():
            return reviews(*NOTHING, self.size)
        item, reviewer, weight = self.item[kept], self.reviewer[kept], self.weight[kept]
        return reviews(item, reviewer, self.score[kept, criterion], weight, self.size)


def _answered(table: _Table, seed: int) -> CriteriaPosterior:
    upward = [(low, high, True) for low, high, _ in table.scales]
    alone = tuple(table.alone(column, scale) for column, scale in zip(table.score.T, upward, strict=True))
    joint = dependence([a.var_components for a in alone], table.score, table.alone)
    key = digest(
        item=table.item, reviewer=table.reviewer, scores=table.score, weight=table.weight, weights=table.shares,
        size=table.size, scales=np.array(table.scales, dtype=np.float64),
    )  # fmt: skip
    combined = _combined(table, alone, joint, seed, key)
    return CriteriaPosterior(seed, key, alone, combined, table.shares, joint.item, joint.reviewer, joint.residual)


def _combined(table: _Table, alone: tuple[Posterior, ...], joint: Dependence, seed: int, key: str) -> Posterior:
    units, n_items = table.units, table.size[0]
    fits = [_fit(table, c, a) for c, a in enumerate(alone)]
    cov = total_covariance(units, fits, joint)
    parts = joint.totals(units)
    lows = np.array([low for low, _, _ in table.scales])
    shift = float((table.shares * lows[0] - units * lows).sum())
    counts = table.shares > 0
    label, n_components = _common(alone, counts)
    return Posterior(
        seed=seed,
        input_digest=key,
        mean=shift + _total(units, [a.mean for a in alone]),
        cov=cov[:n_items, :n_items],
        sd=np.sqrt(np.diag(cov)[:n_items]),
        raw_mean=shift + _total(units, [a.raw_mean if c else 0 * a.mean for a, c in zip(alone, counts, strict=True)]),
        intercept=shift + float(units @ [a.intercept for a in alone]),
        reviewer_effect=_total(units, [a.reviewer_effect for a in alone]),
        reviewer_effect_sd=np.sqrt(np.diag(cov)[n_items:]),
        var_components=parts,
        icc=parts[0] / sum(parts),
        n_per_item=np.min([a.n_per_item for a, c in zip(alone, counts, strict=True) if c], axis=0),
        n_per_reviewer=np.min([a.n_per_reviewer for a, c in zip(alone, counts, strict=True) if c], axis=0),
        item_component=label[:n_items],
        reviewer_component=label[n_items:],
        n_components=n_components,
        identifiable=all(a.identifiable for a, c in zip(alone, counts, strict=True) if c),
        loo_logscore=float("nan"),
    )


def _fit(table: _Table, criterion: int, found: Posterior) -> Predictor:
    """Return how this criterion's scores become effects, at the variances that were fitted."""
    item, reviewer, residual = found.var_components
    answer = solve(data := table.reviews(criterion), item / residual, reviewer / residual)
    across = -(data.cross / answer.diagonal[:, None]) @ answer.schur_inverse
    own = answer.root.T @ answer.root + np.diag(1.0 / answer.diagonal)
    inverse = np.block([[own, across], [across.T, answer.schur_inverse]])
    weight = np.where(table.given[:, criterion], table.weight, 0.0)
    return Predictor(inverse, table.size[0], table.item, table.reviewer, weight)


def _total(units: Floats, parts: Sequence[Floats]) -> Floats:
    return np.asarray(sum(unit * part for unit, part in zip(units.tolist(), parts, strict=True)))


def _common(alone: tuple[Posterior, ...], counts: Bools) -> tuple[Ints, int]:
    """Return the components of items, then reviewers, that are together in every criterion that counts."""
    some = [a for a, c in zip(alone, counts, strict=True) if c]
    labels = np.stack([np.append(a.item_component, a.reviewer_component) for a in some], axis=1)
    label = np.full(len(labels), -1, dtype=np.int64)
    seen = (labels >= 0).all(axis=1)
    numbers: dict[tuple[int, ...], int] = {}
    label[seen] = [numbers.setdefault(tuple(row), len(numbers)) for row in labels[seen].tolist()]
    n_items = len(alone[0].item_component)
    return label, len({*label[:n_items].tolist()} - {-1})
