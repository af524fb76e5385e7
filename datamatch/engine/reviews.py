"""Where the next reviews tell most: the knowledge gradient at the edge of the top k."""

from dataclasses import dataclass
from importlib import import_module

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, ints, need, whole
from .calibrate import Posterior
from .results import Result, digest
from .ties import lots


@dataclass(frozen=True, eq=False)
class NextReviews(Result):
    """How many more reviews each idea should get; feeds `assign(per_idea=demand)`."""

    demand: Ints  # per idea
    order: Ints  # idea of each review, the most telling first
    gain: Floats  # per review in `order`: expected gain in value; NaN when given for the floor
    line: float  # the middle between the k-th and the next mean
    left: int  # reviews that found no idea below max_per_idea


def next_reviews(
    posterior: Posterior,
    k: int,
    n: int,
    done: ArrayLike | None = None,
    max_per_idea: int = 8,
    *,
    floor: int = 2,
    seed: int = 0,
) -> NextReviews:
    """Return how to spend `n` more reviews so that the top `k` is found best.

    :param done: per idea: reviews already given or promised; by default those of the posterior
    :param max_per_idea: most reviews per idea, those done included
    :param floor: every idea gets this many before any review is steered
    :raises ValueError: naming the argument that does not fit
    Ties: a draw from the seed and the position.
    Source: knowledge gradient, Frazier, Powell and Dayanik, SIAM J. Control Optim. 47 (2008).
    """
    seed = whole("seed", seed, 0)
    size = posterior.n_items
    k, n = whole("k", k, 1, size), whole("n", n, 0)
    most, least = whole("max_per_idea", max_per_idea, 1), whole("floor", floor, 0)
    need(least <= most, "floor", "give at most max_per_idea")
    have = ints("done", posterior.n_per_item if done is None else done, (size,))
    order, gain = _floor(have, least, n, lots(seed, np.arange(size)))
    line = _line(posterior.mean, k)
    demand = np.bincount(np.array(order, dtype=np.int64), minlength=size)
    _steer(posterior, line, have + demand, (order, gain), (n, most, seed))
    demand = np.bincount(np.array(order, dtype=np.int64), minlength=size)
    return NextReviews(
        seed=seed,
        input_digest=digest(mean=posterior.mean, cov=posterior.cov, done=have, limits=(k, n, most, least)),
        demand=demand,
        order=np.array(order, dtype=np.int64),
        gain=np.array(gain, dtype=np.float64),
        line=line,
        left=n - len(order),
    )


def _floor(have: Ints, least: int, n: int, lot: Floats) -> tuple[list[int], list[float]]:
    """Return the ideas below the floor, the barest first, at most `n`."""
    lacking = np.repeat(np.arange(len(have)), np.maximum(least - have, 0))
    level = np.concatenate([np.arange(h, max(h, least)) for h in have.tolist()])
    chosen = lacking[np.lexsort((-lot[lacking], level))][:n]
    return chosen.tolist(), [float("nan")] * len(chosen)


def _line(mean: Floats, k: int) -> float:
    ranked = np.sort(mean)[::-1]
    return float((ranked[k - 1] + ranked[min(k, len(ranked) - 1)]) / 2)


def _steer(
    posterior: Posterior,
    line: float,
    have: Ints,
    spent: tuple[list[int], list[float]],
    limits: tuple[int, int, int],
) -> None:
    """Add, one by one, the review that is expected to move the top most."""
    order, gain = spent
    n, most, seed = limits
    _, reviewer, residual = posterior.var_components
    noise = residual + 0.5 * reviewer
    variance = np.diag(posterior.cov).copy()
    for idea in order:
        variance[idea] *= noise / (variance[idea] + noise)
    lot = 1e-9 * lots(seed, np.arange(len(variance)))
    while len(order) < n and (have < most).any():
        value = expected_gain(posterior.mean, variance, noise, line)
        idea = int(np.argmax(np.where(have < most, value * (1 + lot) + lot * 1e-6, -np.inf)))
        order.append(idea)
        gain.append(float(value[idea]))
        have[idea] += 1
        variance[idea] *= noise / (variance[idea] + noise)


def expected_gain(mean: Floats, variance: Floats, noise: float, line: float) -> Floats:
    """Return, per idea, what one review is expected to gain at the line: d (phi(z) - z Phi(-z))."""
    move = np.sqrt(variance**2 / (variance + noise))
    z = np.abs(mean - line) / np.maximum(move, 1e-300)
    density = np.exp(-0.5 * np.minimum(z, 1e3) ** 2) / np.sqrt(2 * np.pi)
    tail = import_module("scipy.special").ndtr(-z)
    return np.asarray(move * np.maximum(density - z * tail, 0.0))
