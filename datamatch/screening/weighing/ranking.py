"""The ranking: reviews corrected for strict and mild screeners, with what is certain and what is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from datamatch.editions.models import Edition
from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.engine.calibrate import Posterior
from datamatch.engine.calibrate import calibrate as fit
from datamatch.engine.rank import Ranking, rank
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.screening import queries
from datamatch.screening.enums import WEIGHT
from datamatch.screening.models import Advice, Calibration, Review, Severity, Standing
from datamatch.screening.weighing.advising import advised
from datamatch.screening.weighing.sharing import refusing

# Half the width, in standard deviations, of an interval that holds with a chance of nine in ten.
NINE_IN_TEN = 1.6449


@dataclass(frozen=True)
class Reviews:
    """The reviews of an edition as columns; `total` is the weighted mean over the criteria, 1 to 5."""

    item: np.ndarray
    reviewer: np.ndarray
    total: np.ndarray
    weight: np.ndarray
    people: list[int]

    @property
    def screeners(self) -> int:
        """Return how many people gave these reviews."""
        return len(self.people)


@dataclass(frozen=True)
class Ranked:
    """One calculation with everything that came out of it, not stored yet."""

    calibration: Calibration
    standings: list[Standing]
    severities: list[Severity]
    advice: list[Advice]


def ranked(*, edition: Edition, at: datetime) -> Ranked:
    """Return the calculation with standings, strictness per screener and the reviews that would help most.

    Each review counts as one number, the weighted mean of its criteria: criteria of one review lean on each
    other, and adding them as if they did not would claim more certainty than there is.

    :raises Refused: the engine does not take the reviews
    """
    ideas = list(sent_ideas(edition))
    reviews = columns(edition, ideas)
    with refusing():
        scale = (float(LOWEST), float(HIGHEST), True)
        posterior = fit(
            reviews.item,
            reviews.reviewer,
            reviews.total,
            len(ideas),
            reviews.screeners,
            weight=reviews.weight,
            scale=scale,
            seed=edition.seed,
        )
        ranking = rank(posterior, min(edition.shortlist_size, len(ideas)), seed=edition.seed)
        advice = advised(edition=edition, posterior=posterior)
    calibration = calculation(edition, at, reviews, posterior, ranking)
    spreads = [spread_of(reviews.total[reviews.item == i]) for i in range(len(ideas))]
    rows = enumerate(zip(ideas, spreads, strict=True))
    standings = [standing(idea, i, spread, posterior, ranking) for i, (idea, spread) in rows]
    return Ranked(calibration, standings, severities(reviews, posterior), advice)


def columns(edition: Edition, ideas: Sequence[Idea]) -> Reviews:
    """Return the reviews that count, in an order that does not depend on the database."""
    place = {idea.pk: i for i, idea in enumerate(ideas)}
    ordered = queries.counting_reviews(edition).order_by("assignment__idea__number", "assignment__screener_id")
    rows = list(ordered.prefetch_related("scores__criterion"))
    people = {pk: i for i, pk in enumerate(sorted({row.assignment.screener_id for row in rows}))}
    return Reviews(
        item=np.array([place[row.assignment.idea_id] for row in rows]),
        reviewer=np.array([people[row.assignment.screener_id] for row in rows]),
        total=np.array([total_of(row) for row in rows]),
        weight=np.array([WEIGHT[row.confidence] for row in rows]),
        people=list(people),
    )


def total_of(review: Review) -> float:
    """Return one review as one number on the 1-5 scale: its criteria by their weights."""
    scores = [(score.criterion.weight, score.criterion.points(score.value)) for score in review.scores.all()]
    return sum(weight * value for weight, value in scores) / sum(weight for weight, _value in scores)


def spread_of(totals: np.ndarray) -> float | None:
    """Return how far the reviews of one idea lie apart (standard deviation), or None with fewer than two."""
    return float(totals.std(ddof=1)) if len(totals) > 1 else None


def calculation(
    edition: Edition, at: datetime, reviews: Reviews, posterior: Posterior, ranking: Ranking
) -> Calibration:
    """Return the calculation as it is kept: enough to make it again."""
    idea, screener, rest = posterior.var_components
    return Calibration(
        edition=edition,
        made_at=at,
        review_count=len(reviews.item),
        screener_count=reviews.screeners,
        seed=edition.seed,
        input_digest=posterior.input_digest,
        variances={"idea": idea, "screener": screener, "rest": rest, "icc": posterior.icc},
        identifiable=posterior.identifiable,
        claimed_overlap=ranking.claimed_overlap,
    )


def standing(idea: Idea, i: int, spread: float | None, posterior: Posterior, ranking: Ranking) -> Standing:
    """Return where the idea in row `i` stands."""
    score, width = float(posterior.mean[i]), NINE_IN_TEN * float(posterior.sd[i])
    known = int(posterior.n_per_item[i])
    return Standing(
        idea=idea,
        place=int(ranking.place[i]),
        raw_place=int(ranking.raw_place[i]),
        review_count=known,
        raw=float(posterior.raw_mean[i]) if known else None,
        score=float(np.clip(score, LOWEST, HIGHEST)),
        low=float(np.clip(score - width, LOWEST, HIGHEST)),
        high=float(np.clip(score + width, LOWEST, HIGHEST)),
        chance=float(ranking.p_top[i]),
        expected_rank=float(ranking.expected_rank[i]),
        spread=spread,
        zone=ranking.zone[i],
    )


def severities(reviews: Reviews, posterior: Posterior) -> list[Severity]:
    """Return how strict or mild each screener scores beside the others together, with its interval."""
    middle = float(posterior.reviewer_effect.mean()) if reviews.screeners else 0.0
    return [
        Severity(
            screener_id=screener,
            review_count=int(posterior.n_per_reviewer[i]),
            lean=(lean := float(posterior.reviewer_effect[i]) - middle),
            low=lean - NINE_IN_TEN * float(posterior.reviewer_effect_sd[i]),
            high=lean + NINE_IN_TEN * float(posterior.reviewer_effect_sd[i]),
        )
        for i, screener in enumerate(reviews.people)
    ]
