"""What comparisons of two at a time say about items that lie close together."""

from dataclasses import dataclass
from importlib import import_module

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Bools, Floats, Ints, floats, ints, need, sums, whole
from .graph import components
from .rank import draws_of
from .results import Result, digest

TOLD, FEW, APART = "told", "few", "apart"
FEWEST = 4  # comparisons of one item before anything can be told of it
FEWEST_JUDGES = 3  # people behind them, so that no single answer can be read off
PRIOR_SD = 1.0  # of a strength, in log odds: of two items the better wins three times in four or so
STEPS, SMALL = 100, 1e-12


@dataclass(frozen=True, eq=False)
class Compared(Result):
    """What the comparisons say. Strengths are log odds: of two items the first wins 1 / (1 + exp(-difference))."""

    strength: Floats  # per item, beside the mean of its component; 0 without comparisons
    cov: Floats  # items x items: of the strengths (differences are what counts)
    n_per_item: Ints  # comparisons behind each item
    judges_per_item: Ints  # people behind them
    component: Ints  # per item; -1 without comparisons. Items of two components were never linked
    code: tuple[str, ...]  # per item: "told", "few" (comparisons or people), or "apart" from most others
    others: Ints  # per item: how many others it was linked with; 0 when nothing is told
    above: Floats  # per item: how many of those it is expected to stand above; 0 when nothing is told
    interval: Ints  # items x 2: between how many of those it stands above with chance `level`; 0 when nothing is told
    level: float


def compare(
    first: ArrayLike,
    second: ArrayLike,
    share: ArrayLike,
    judge: ArrayLike,
    n_items: int,
    *,
    draws: int = 4000,
    level: float = 0.9,
    seed: int = 0,
) -> Compared:
    """Return how items stand to each other after comparisons of two at a time.

    :param first: item position per comparison; likewise `second` (any order of rows)
    :param share: 1 the first wins, 0 the second, 0.5 they are equal: a tie is half a win for both
    :param judge: who compared, a position per comparison
    :param draws: number of draws for the interval
    :param level: chance that the interval holds
    :raises ValueError: naming the argument that does not fit
    Ties: equal comparisons give equal strengths. Too little is told as such, never as a figure: an item needs four
    comparisons by three people, and a chain of comparisons to more than half of the items.
    Source: Bradley and Terry, Biometrika 39 (1952), with a normal prior on the strengths; that only linked items
    can be compared: Ford, Am. Math. Monthly 64 (1957); the answer by Newton's method, its width by Laplace.
    """
    seed, n_items, draws = whole("seed", seed, 0), whole("n_items", n_items, 1), whole("draws", draws, 1)
    need(0.0 < level < 1.0, "level", "give a chance between 0 and 1")
    one, two, won, people = _rows(first, second, share, judge, n_items)
    wins = np.zeros((n_items, n_items))
    np.add.at(wins, (one, two), won)
    np.add.at(wins, (two, one), 1.0 - won)
    strength, cov = _fitted(wins)
    behind = np.unique(np.stack([np.append(one, two), np.append(people, people)]), axis=1)
    judges = np.bincount(behind[0], minlength=n_items)
    rows = np.arange(len(one))
    component, _ = components(np.append(one, two), np.append(rows, rows), n_items, len(one))
    drawn = draws_of(strength, cov, draws, seed)
    return _read(wins, (strength, cov, drawn), judges, component, level=level, seed=seed)


def _rows(
    first: ArrayLike, second: ArrayLike, share: ArrayLike, judge: ArrayLike, n_items: int
) -> tuple[Ints, Ints, Floats, Ints]:
    """Return the comparisons as columns. :raises ValueError: naming the one that does not fit"""
    one = ints("first", first, (-1,))
    two, won = ints("second", second, one.shape), floats("share", share, one.shape)
    people = ints("judge", judge, one.shape)
    for name, items in (("first", one), ("second", two)):
        need(bool((items < n_items).all()), name, f"give positions below n_items = {n_items}")
    need(bool((one != two).all()), "second", "give another item than the first")
    need(bool(np.isin(won, (0.0, 0.5, 1.0)).all()), "share", "give 0, 0.5 or 1")
    return one, two, won, people


def _fitted(wins: Floats) -> tuple[Floats, Floats]:
    """Return the strengths of largest posterior density and their covariance; each step halved until it helps."""
    times, won = wins + wins.T, wins.sum(axis=1)
    at = np.zeros(len(wins))
    loss = _loss(wins, at)
    for _ in range(STEPS):
        chance = _chance(at)
        slope = won - (times * chance).sum(axis=1) - at / PRIOR_SD**2
        step = np.linalg.solve(_curvature(times, chance), slope)
        while (after := _loss(wins, at + step)) > loss and np.abs(step).max() > SMALL:
            step = step / 2
        at, loss = at + step, min(after, loss)
        if np.abs(step).max() < SMALL:
            break
    cov = np.linalg.inv(_curvature(times, _chance(at)))
    return at + 0.0, np.asarray((cov + cov.T) / 2)


def _chance(strength: Floats) -> Floats:
    """Return items x items: the chance that the row wins."""
    return np.asarray(1.0 / (1.0 + np.exp(strength[None, :] - strength[:, None])))


def _curvature(times: Floats, chance: Floats) -> Floats:
    pull = times * chance * (1.0 - chance)
    return np.asarray(np.diag(pull.sum(axis=1) + 1.0 / PRIOR_SD**2) - pull)


def _loss(wins: Floats, strength: Floats) -> float:
    lost = wins * np.logaddexp(0.0, strength[None, :] - strength[:, None])
    return float(lost.sum() + (strength**2).sum() / (2 * PRIOR_SD**2))


def _read(
    wins: Floats, fit: tuple[Floats, Floats, Floats], judges: Ints, component: Ints, *, level: float, seed: int
) -> Compared:
    n, (strength, cov, drawn) = len(wins), fit
    per_item = np.rint((wins + wins.T).sum(axis=1)).astype(np.int64)
    size = np.bincount(component[component >= 0], minlength=1)
    main = component == (int(size.argmax()) if 2 * int(size.max(initial=0)) > n else -2)
    few = (per_item < FEWEST) | (judges < FEWEST_JUDGES)
    known = main & ~few
    beaten = _beaten(strength, cov) * (main[None, :] & ~np.eye(n, dtype=np.bool_))
    return Compared(
        seed=seed,
        input_digest=digest(wins=wins, judges=judges, level=level, draws=len(drawn)),
        strength=strength,
        cov=cov,
        n_per_item=per_item,
        judges_per_item=judges,
        component=component,
        code=tuple(FEW if f else TOLD if m else APART for f, m in zip(few, main, strict=True)),
        others=np.where(known, main.sum() - 1, 0),
        above=np.where(known, sums(np.repeat(np.arange(n), n), beaten.ravel(), n), 0.0),
        interval=_interval(drawn, main, level) * known[:, None],
        level=level,
    )


def _interval(drawn: Floats, main: Bools, level: float) -> Ints:
    """Return items x 2: between how many items of the main component each stands above, in most of the draws."""
    found = np.zeros((len(main), 2), dtype=np.int64)
    below = np.argsort(np.argsort(drawn[:, main], axis=1), axis=1)
    tails = ((1 - level) / 2, (1 + level) / 2)
    found[main] = np.quantile(below, tails, axis=0, method="closest_observation").T if main.any() else 0
    return found


def _beaten(strength: Floats, cov: Floats) -> Floats:
    """Return items x items: the chance that the row is truly stronger than the column."""
    variance = np.diag(cov)[:, None] + np.diag(cov)[None, :] - 2 * cov
    gap = strength[:, None] - strength[None, :]
    return np.asarray(import_module("scipy.special").ndtr(gap / np.sqrt(np.maximum(variance, SMALL))))
