"""Ranked ballots counted by the Schulze method."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, need, whole
from .results import Result, digest
from .ties import lots

Ballot = Sequence[int | Sequence[int] | Set[int]]


@dataclass(frozen=True, eq=False)
class Verdict(Result):
    """The outcome of a ballot box."""

    winners: Ints  # everyone unbeaten, ascending
    order: Ints  # all candidates, strict: equals settled by the lot
    tied: tuple[tuple[int, ...], ...]  # groups that only the lot separates, each in lot order
    lot: Floats  # per candidate: the published draw, higher first
    pairwise: Ints  # [a, b]: ballots that rank a above b
    strength: Ints  # [a, b]: strongest path from a to b
    beats: Ints  # per candidate: how many others it beats
    n_ballots: int


def schulze(ballots: Iterable[Ballot], n: int, seed: int = 0, *, abstain: bool = False) -> Verdict:
    """Return the winners and a strict order of the `n` candidates.

    :param ballots: each a sequence from best to worst; an entry is one candidate or a group of
        equals; candidates left out share the last place; an empty ballot expresses nothing
    :param abstain: a ballot says nothing about candidates it leaves out: each pair counts only on
        the ballots that hold both (jurors who stepped out)
    :raises ValueError: a ballot names a candidate twice or one that does not exist
    Ties: candidates neither of which beats the other stand in the order of their number of
    victories, and then of `lot`, drawn from the seed and the position alone.
    Source: Schulze, Social Choice and Welfare 36 (2011), winning votes, O(n^3).
    """
    n = whole("n", n, 1)
    ranks = np.array([_ranks(ballot, n) for ballot in ballots], dtype=np.int64).reshape(-1, n)
    above = ranks[:, :, None] < ranks[:, None, :]
    if abstain:
        above &= (ranks < n)[:, None, :]
    told = digest(ballots=ranks[np.lexsort(ranks.T)], n=n, **({"abstain": True} if abstain else {}))
    return _counted(above.sum(axis=0), whole("seed", seed, 0), told, len(ranks))


def schulze_pairs(pairwise: ArrayLike, seed: int = 0, *, n_ballots: int) -> Verdict:
    """Return the winners and a strict order of candidates of whom only the comparisons were kept.

    :param pairwise: candidates x candidates, how many ballots rank the one of the row above the one of the column
    :param n_ballots: how many ballots were cast
    :raises ValueError: the counts are no square, are negative, or a pair was compared on more ballots than there are
    Ties and source: as `schulze`, which gives the same verdict on the ballots themselves.
    """
    counts = np.asarray(pairwise)
    need(counts.ndim == 2 and counts.shape[0] == counts.shape[1] > 0, "pairwise", "give a square of counts")
    need(np.issubdtype(counts.dtype, np.integer) and bool((counts >= 0).all()), "pairwise", "give counts of 0 or more")
    ballots = whole("n_ballots", n_ballots, 0)
    need(bool((counts + counts.T <= ballots).all()), "pairwise", "compare a pair on no more ballots than there are")
    counts = counts.astype(np.int64)
    told = digest(pairwise=counts, n_ballots=ballots)
    return _counted(counts, whole("seed", seed, 0), told, ballots)


def _counted(pairwise: Ints, seed: int, told: str, n_ballots: int) -> Verdict:
    """Return the verdict on counted comparisons."""
    n = len(pairwise)
    strength = _strength(pairwise)
    wins = strength > strength.T
    lot = lots(seed, np.arange(n))
    beats = wins.sum(axis=1)
    order = np.lexsort((-lot, -beats))
    return Verdict(
        seed=seed,
        input_digest=told,
        winners=np.flatnonzero(~wins.any(axis=0)),
        order=order,
        tied=_tied(order, beats),
        lot=lot,
        pairwise=pairwise,
        strength=strength,
        beats=beats,
        n_ballots=n_ballots,
    )


def _ranks(ballot: Ballot, n: int) -> list[int]:
    ranks = [n] * n
    for place, entry in enumerate(ballot):
        for candidate in [entry] if isinstance(entry, int | np.integer) else entry:
            number = whole("ballots", candidate, 0, n - 1)
            need(ranks[number] == n, "ballots", f"name candidate {number} once per ballot")
            ranks[number] = place
    return ranks


def _strength(pairwise: Ints) -> Ints:
    path = np.where(pairwise > pairwise.T, pairwise, 0)
    for middle in range(len(path)):
        path = np.maximum(path, np.minimum(path[:, [middle]], path[[middle], :]))
    np.fill_diagonal(path, 0)
    return path


def _tied(order: Ints, beats: Ints) -> tuple[tuple[int, ...], ...]:
    groups = (order[beats[order] == count] for count in np.unique(beats)[::-1])
    return tuple(tuple(int(c) for c in group) for group in groups if len(group) > 1)
