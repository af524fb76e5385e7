"""Which reviews would tell most about the edge of the shortlist, and who has room to give them."""

from collections import defaultdict

import numpy as np

from datamatch.editions.models import Edition
from datamatch.engine.assign import assign
from datamatch.engine.calibrate import Posterior
from datamatch.engine.reviews import NextReviews, next_reviews
from datamatch.screening import queries
from datamatch.screening.enums import ADVISED
from datamatch.screening.models import Advice
from datamatch.screening.weighing.sharing import Sharing, question_of

ROOM = 3  # reviews above a level share that somebody may be advised


def advised(*, edition: Edition, posterior: Posterior) -> list[Advice]:
    """Return the reviews that would help most, the most telling first, not stored yet.

    Reviews that were asked and not given yet count as given: they are on their way.
    """
    sharing = question_of(edition)
    if not sharing.screeners or len(sharing.ideas) != posterior.n_items:
        return []
    promised = np.array([len(sharing.asked[idea.pk]) for idea in sharing.ideas])
    answer = next_reviews(
        posterior,
        min(edition.shortlist_size, len(sharing.ideas)),
        ADVISED,
        done=np.maximum(promised, posterior.n_per_item),
        max_per_idea=max(len(sharing.screeners), queries.FLOOR),
        floor=queries.FLOOR,
        seed=edition.seed,
    )
    return matched(sharing, answer)


def matched(sharing: Sharing, answer: NextReviews) -> list[Advice]:
    """Return every review of the answer that somebody can give, with who."""
    readers = readers_of(sharing, answer.demand)
    pairs = [
        (sharing.ideas[idea], sharing.screeners[readers[idea].pop(0)], gain)
        for idea, gain in zip(answer.order.tolist(), answer.gain.tolist(), strict=True)
        if readers[idea]
    ]
    return [
        Advice(idea=idea, screener=screener, place=place, gain=None if np.isnan(gain) else gain)
        for place, (idea, screener, gain) in enumerate(pairs, 1)
    ]


def readers_of(sharing: Sharing, demand: np.ndarray) -> dict[int, list[int]]:
    """Return per idea (row) the screeners (columns) who may read it and have the lightest loads."""
    load = sharing.load()
    level = -(-int(demand.sum() + load.sum()) // len(load))
    answer = assign(
        sharing.similarity(),
        demand,
        np.minimum(np.maximum(level + ROOM - load, 0), sharing.room()),
        forbid=sharing.forbidden,
        unit=sharing.units,
        seed=sharing.edition.seed,
    )
    found: dict[int, list[int]] = defaultdict(list)
    for idea, screener in sorted(answer.pairs.tolist()):
        found[idea].append(screener)
    return found
