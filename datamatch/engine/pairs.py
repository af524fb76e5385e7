"""Which two items are compared next."""

from dataclasses import dataclass
from importlib import import_module

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, bools, floats, ints, need, whole
from .graph import components
from .results import Result, digest
from .ties import lots

TIE_DECIMALS = 9


@dataclass(frozen=True, eq=False)
class NextPairs(Result):
    """The pairs that may be compared next, the most wanted first."""

    pair: Ints  # pairs x 2: items, in the order in which they are shown
    doubt: Floats  # per pair: the chance that it is the other way round than is thought now; at most 0.5


def next_pairs(
    mean: ArrayLike,
    sd: ArrayLike,
    times: ArrayLike,
    allowed: ArrayLike,
    *,
    lefts: ArrayLike = 0,
    seed: int = 0,
) -> NextPairs:
    """Return which two items are compared next: where counts stay level, and where the doubt is greatest.

    Only how often items were compared goes in, not what came out: nobody can read from the next pair what others said.
    :param mean: what is thought of each item before, any unit, higher is better; `sd` how unsure that is
    :param times: items x items, how often each pair was compared; likewise `allowed`, whether it may be now
    :param lefts: per item, how much more often it was shown first than second
    :param seed: settles ties
    :raises ValueError: naming the argument that does not fit
    Order: the item with the fewest comparisons, then the fewest of the other one, then pairs that link what was not
    linked yet, then the doubt divided by one more than the times it was asked, then the lot.
    Source: the doubt of two normal guesses; linking first, as Ford, Am. Math. Monthly 64 (1957) needs.
    """
    seed, guess = whole("seed", seed, 0), floats("mean", mean, (-1,))
    n = len(guess)
    width = floats("sd", np.broadcast_to(sd, n) if np.ndim(sd) == 0 else sd, (n,))
    need(bool((width > 0).all()), "sd", "give widths above 0")
    count, may = ints("times", times, (n, n)), bools("allowed", allowed, (n, n))
    ahead = ints("lefts", np.broadcast_to(lefts, n) if np.ndim(lefts) == 0 else lefts, (n,), least=None)
    need(bool((count == count.T).all()), "times", "give a matrix that is its own mirror image")
    one, two = np.nonzero(np.triu(may | may.T, 1))
    spread = np.sqrt(width[one] ** 2 + width[two] ** 2)
    doubt = np.asarray(import_module("scipy.special").ndtr(-np.abs(guess[one] - guess[two]) / spread))
    order = _wanted(count, one, two, doubt, seed)
    one, two, doubt = one[order], two[order], doubt[order]
    turn = (ahead[one] > ahead[two]) | ((ahead[one] == ahead[two]) & (lots(seed, one, two, one) < 0.5))
    return NextPairs(
        seed=seed,
        input_digest=digest(mean=guess, sd=width, times=count, allowed=may, lefts=ahead),
        pair=np.stack([np.where(turn, two, one), np.where(turn, one, two)], axis=1),
        doubt=doubt,
    )


def _wanted(count: Ints, one: Ints, two: Ints, doubt: Floats, seed: int) -> Ints:
    """Return the order of the pairs, the most wanted first."""
    per_item = count.sum(axis=1)
    left, right = np.nonzero(np.triu(count, 1))
    rows = np.arange(len(left))
    linked, _ = components(np.append(left, right), np.append(rows, rows), len(count), len(left))
    same = (linked[one] == linked[two]) & (linked[one] >= 0)
    open_doubt = np.round(doubt / (1.0 + count[one, two]), TIE_DECIMALS)
    fewest, most = np.minimum(per_item[one], per_item[two]), np.maximum(per_item[one], per_item[two])
    return np.lexsort((lots(seed, one, two), -open_doubt, same, most, fewest))
