"""What the pitched ideas are worth: the reviews of the screening and the cards of the jury, taken together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.core.cache import cache
from numpy.typing import NDArray

from datamatch.editions.models import Edition
from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.engine import calibrate
from datamatch.engine.arrays import Floats
from datamatch.engine.results import digest
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.jury.queries import cards_by_juror
from datamatch.screening.weighing.ranking import NINE_IN_TEN, columns

KEPT_SECONDS = 86_400


@dataclass(frozen=True)
class Worth:
    """The value of each pitched idea on the 1-5 scale, and how sure that is; rows follow the pitches."""

    mean: Floats
    cov: Floats
    reviews: int
    cards: int
    input_digest: str

    def half_width(self, at: Sequence[int]) -> float:
        """Return half the interval of the value of these rows together; nine times in ten the truth lies in it."""
        rows = list(at)
        return NINE_IN_TEN * float(np.sqrt(max(float(self.cov[np.ix_(rows, rows)].sum()), 0.0)))

    def half_width_between(self, one: Sequence[int], other: Sequence[int]) -> float:
        """Return half the interval of the difference between two sets of rows."""
        sign = np.zeros(len(self.mean))
        sign[list(one)] += 1
        sign[list(other)] -= 1
        return NINE_IN_TEN * float(np.sqrt(max(float(sign @ self.cov @ sign), 0.0)))


@dataclass(frozen=True)
class Scores:
    """Every score that counts as columns: of which idea, by whom, how high, how much it weighs."""

    item: Floats
    judge: Floats
    score: Floats
    weight: Floats
    size: tuple[int, int]

    @property
    def input_digest(self) -> str:
        """Return a fingerprint of these scores."""
        return digest(item=self.item, judge=self.judge, score=self.score, weight=self.weight, size=self.size)


def worth_of(edition: Edition, ideas: Sequence[Idea]) -> Worth | None:
    """Return what these ideas are worth, or None when nobody scored them.

    Reviews of every idea count, because they tell how strict each screener is. Jurors do not see them before they
    vote; without that, what a screener wrote would count twice.

    :raises ValueError: the engine does not take the scores
    """
    sent = list(sent_ideas(edition))
    every = sent + [idea for idea in ideas if idea not in sent]
    at = {idea.pk: row for row, idea in enumerate(every)}
    given = columns(edition, every)
    cards = [card for card in cards_by_juror(edition) if card.idea_id in at]
    if not len(given.item) + len(cards):
        return None
    jurors = {pk: given.screeners + row for row, pk in enumerate(sorted({card.juror_id for card in cards}))}
    scores = Scores(
        item=_joined(given.item, [at[card.idea_id] for card in cards]),
        judge=_joined(given.reviewer, [jurors[card.juror_id] for card in cards]),
        score=_joined(given.total, [card.mean for card in cards]),
        weight=_joined(given.weight, [1.0] * len(cards)),
        size=(len(every), given.screeners + len(jurors)),
    )
    mean, cov = _posterior(scores, edition.seed)
    rows = [at[idea.pk] for idea in ideas]
    return Worth(mean[rows], cov[np.ix_(rows, rows)], len(given.item), len(cards), scores.input_digest)


def _posterior(scores: Scores, seed: int) -> tuple[Floats, Floats]:
    """Return mean and covariance of every idea; the same scores are fitted once a day."""
    key = f"jury.worth.{seed}.{scores.input_digest}"
    known: tuple[Floats, Floats] | None = cache.get(key)
    if known is None:
        scale = (float(LOWEST), float(HIGHEST), True)
        found = calibrate(
            scores.item, scores.judge, scores.score, *scores.size, weight=scores.weight, scale=scale, seed=seed
        )
        known = found.mean, found.cov
        cache.set(key, known, KEPT_SECONDS)
    return known


def _joined(one: NDArray[np.generic], two: Sequence[float]) -> Floats:
    return np.concatenate([np.asarray(one, dtype=np.float64), np.asarray(two, dtype=np.float64)])
