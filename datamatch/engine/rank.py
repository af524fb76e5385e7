"""The chance of every item to belong to the top k, and who needs to be discussed."""

from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints, need, sums, whole
from .calibrate import Posterior
from .results import Result, digest
from .ties import lots

IN, DISCUSS, OUT = "in", "discuss", "out"
TIE_DECIMALS = 9
FEWEST = 2  # reviews before anything can be told
ZONE = 0.1  # in above 1 - ZONE, out below ZONE, to be discussed between


@dataclass(frozen=True)
class Standing:
    """What to tell about one item.

    code: "few" (fewer than two reviews: too few to say), else its zone: "in", "discuss", "out".
    """

    item: int
    code: str
    place: int
    raw_place: int  # where it would stand without correction; 0 without reviews
    p_top: float
    low: int  # best place of the interval
    high: int
    reviews: int


@dataclass(frozen=True, eq=False)
class Ranking(Result):
    """The order of the items and how sure it is. Places count from 1."""

    k: int
    draws: int
    order: Ints  # items, best first: by mean, then p_top, then the lot
    place: Ints  # per item
    p_top: Floats  # per item: chance to belong to the true top k; sums to k
    expected_rank: Floats  # per item
    interval: Ints  # items x 2: places between which the item stands with chance `level`
    level: float
    zone: tuple[str, ...]  # per item: "in", "discuss" or "out"
    grey_zone: Ints  # the items to be discussed, best first
    claimed_overlap: float  # expected share of the first k that belongs to the true top k
    raw_place: Ints  # per item: place by plain mean; 0 without reviews
    lot: Floats  # per item: the published draw that settles exact ties, higher first
    n_per_item: Ints  # reviews behind each item

    def why(self, item: int) -> Standing:
        """Return what can be told about one item, in numbers that mean something to people."""
        reviews = int(self.n_per_item[item])
        return Standing(
            item=item,
            code=self.zone[item] if reviews >= FEWEST else "few",
            place=int(self.place[item]),
            raw_place=int(self.raw_place[item]),
            p_top=float(self.p_top[item]),
            low=int(self.interval[item, 0]),
            high=int(self.interval[item, 1]),
            reviews=reviews,
        )


def rank(posterior: Posterior, k: int, draws: int = 4000, seed: int = 0, level: float = 0.9) -> Ranking:
    """Return the ranking with chances, from seeded draws of the posterior.

    :param k: size of the top, 1 to the number of items
    :param draws: number of draws; 4,000 gives chances within about 1.6 points
    :param level: chance that the interval of places holds
    :raises ValueError: naming the argument that does not fit
    Ties: by mean (to 9 decimals), then p_top (items equally sure count as equal, so that no noise
    of the draws decides), then `lot`, a draw from the seed and the position.
    Source: expected rank and the zone that crosses the line, Heyard et al., Stat. Public Policy
    9 (2022).
    """
    seed = whole("seed", seed, 0)
    k, draws = whole("k", k, 1, posterior.n_items), whole("draws", draws, 1)
    need(0.0 < level < 1.0, "level", "give a chance between 0 and 1")
    counts = rank_counts(posterior, draws, seed)
    p_top = counts[:, :k].sum(axis=1) / draws
    lot = lots(seed, np.arange(posterior.n_items))
    mean = np.round(posterior.mean, TIE_DECIMALS)
    order = np.lexsort((-lot, -_level(posterior, p_top), -mean))
    zone = np.where(p_top >= 1 - ZONE, IN, np.where(p_top <= ZONE, OUT, DISCUSS))
    return Ranking(
        seed=seed,
        input_digest=digest(mean=posterior.mean, cov=posterior.cov, k=k, draws=draws, level=level),
        k=k,
        draws=draws,
        order=order,
        place=_places(order),
        p_top=p_top,
        expected_rank=counts @ np.arange(1.0, posterior.n_items + 1) / draws,
        interval=_interval(counts, draws, level),
        level=level,
        zone=tuple(str(word) for word in zone),
        grey_zone=order[zone[order] == DISCUSS],
        claimed_overlap=float(p_top[order[:k]].sum() / k),
        raw_place=_raw_places(posterior, lot),
        lot=lot,
        n_per_item=posterior.n_per_item,
    )


def draws_of(mean: Floats, cov: Floats, draws: int, seed: int) -> Floats:
    """Return draws x items from the normal distribution, the same for the same seed."""
    n = len(mean)
    scale = float(np.trace(cov)) / n
    root = np.linalg.cholesky(cov + np.eye(n) * (1e-10 * scale + 1e-18))
    noise = np.random.default_rng(seed).standard_normal((draws, n))
    return np.asarray(mean + noise @ root.T)


def rank_counts(posterior: Posterior, draws: int, seed: int) -> Ints:
    """Return items x places: in how many draws the item stands at that place."""
    n = posterior.n_items
    order = np.argsort(-draws_of(posterior.mean, posterior.cov, draws, seed), axis=1)
    cells = order * n + np.arange(n)
    return np.bincount(cells.ravel(), minlength=n * n).reshape(n, n)


def _level(posterior: Posterior, p_top: Floats) -> Floats:
    """Return p_top, averaged over items of equal mean and equal standard deviation."""
    twins = np.round(np.stack([posterior.mean, posterior.sd], axis=1), TIE_DECIMALS)
    _, group = np.unique(twins, axis=0, return_inverse=True)
    total, count = sums(group, p_top, len(p_top)), np.bincount(group, minlength=len(p_top))
    return np.asarray(total[group] / count[group])


def _interval(counts: Ints, draws: int, level: float) -> Ints:
    below = np.cumsum(counts, axis=1)
    tail = draws * (1 - level) / 2
    low = (below <= tail).sum(axis=1) + 1
    high = (below < draws - tail).sum(axis=1) + 1
    return np.stack([low, high], axis=1)


def _places(order: Ints) -> Ints:
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(1, len(order) + 1)
    return place


def _raw_places(posterior: Posterior, lot: Floats) -> Ints:
    known = posterior.n_per_item > 0
    value = np.where(known, np.round(posterior.raw_mean, TIE_DECIMALS), -np.inf)
    return np.where(known, _places(np.lexsort((-lot, -value))), 0)
