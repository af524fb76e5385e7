"""How likely the chosen set is the best one, over draws of the ideas' true value."""

import numpy as np

from ..arrays import Floats, Ints

CHUNK = 4_000_000  # cells of sets x draws held at once


def chances(members: Ints, draws: Floats, watched: Ints) -> tuple[Floats, float]:
    """Return the chance of each watched set to be the best, and the regret of the first of them.

    :param members: feasible sets x k
    :param draws: draws x ideas
    :param watched: rows of `members`; the first is the chosen one
    Regret is the expected value between the best set of each draw and the chosen one.
    """
    best = np.full(len(draws), -np.inf)
    winner = np.zeros(len(draws), dtype=np.int64)
    columns = np.ascontiguousarray(draws.T)
    step = max(1, CHUNK // len(draws))
    for start in range(0, len(members), step):
        total = columns[members[start : start + step]].sum(axis=1)  # sets x draws
        at = total.argmax(axis=0)
        top = total[at, np.arange(len(draws))]
        winner = np.where(top > best, at + start, winner)
        best = np.maximum(best, top)
    chosen = columns[members[watched[0]]].sum(axis=0)
    share = np.array([(winner == row).mean() for row in watched])
    return share, float((best - chosen).mean())
