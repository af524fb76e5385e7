"""A rehearsal before the call: simulated editions in which the true order of the ideas is known."""

from dataclasses import dataclass, replace

import numpy as np
from django.utils.translation import gettext as _

from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.engine.assign import assign
from datamatch.engine.calibrate import Posterior
from datamatch.engine.calibrate import calibrate as fit
from datamatch.engine.reviews import next_reviews
from datamatch.foundation.refusal import refuse_if
from datamatch.screening.queries import FLOOR, Variances

# The NeurIPS 2014 experiment, in which two committees judged the same papers: paper 1.28, reviewer 0.24, the rest
# 1.27. Here a score varies by eight tenths of a point.
SPREAD = 0.8
POINTS = SPREAD**2 / (1.28 + 0.24 + 1.27)
PUBLISHED = Variances(1.28 * POINTS, 0.24 * POINTS, 1.27 * POINTS)
BEST = 3
# Beyond a level share, what a screener may be asked in steered rounds; and per idea, what is the most.
EXTRA_SHARE, MOST_REVIEWS = 3, 8
LARGEST = 2_000


@dataclass(frozen=True)
class Plan:
    """How the screening would be run."""

    ideas: int
    screeners: int
    reviews_per_idea: int
    pick: int
    steered_rounds: int = 0  # 0: all reviews are shared out evenly, at once
    minutes: int = 12  # per review

    @property
    def reviews(self) -> int:
        """Return how many reviews are given in all."""
        return self.ideas * self.reviews_per_idea

    def hours(self, reviews: float) -> float:
        """Return the hours that these reviews take."""
        return reviews * self.minutes / 60


@dataclass(frozen=True)
class Outlook:
    """What to expect of a plan."""

    plan: Plan
    most_per_screener: float  # reviews of whoever has most, on average
    found: float  # how many of the true best are picked
    low: int  # in nine of ten editions, at least and at most
    high: int
    best_in: float  # chance that the true best three are all picked
    lost: float  # points of the scale: how much better the true best are than the picked, on average


@dataclass(frozen=True)
class Rehearsal:
    """The plan that was asked for, first, and what else could be done."""

    outlooks: tuple[Outlook, ...]
    variances: Variances
    worlds: int
    seed: int


def rehearsed(*, plan: Plan, adaptive: int, variances: Variances | None, worlds: int, seed: int) -> Rehearsal:
    """Return what to expect of the plan, of `adaptive` steered rounds, and of one more review per idea.

    :raises Refused: the plan cannot be run
    """
    for reason in reasons_against(plan, adaptive, worlds):
        refuse_if(reason)
    spread = variances or PUBLISHED
    outlooks = tuple(outlook(one, spread, worlds, seed) for one in plans(plan, adaptive))
    return Rehearsal(outlooks, spread, worlds, seed)


def reasons_against(plan: Plan, adaptive: int, worlds: int) -> list[str]:
    """Return why this plan cannot be run."""
    reasons = {
        _("Every idea needs at least two reviews."): plan.reviews_per_idea < FLOOR,
        _("At least one idea goes on, and at most all of them."): not 1 <= plan.pick <= plan.ideas,
        _("A screener reads an idea once: there must be at least as many screeners as reviews per idea."): (
            plan.screeners < plan.reviews_per_idea
        ),
        _("Rehearse with at most %(count)s ideas and as many screeners.") % {"count": LARGEST}: (
            max(plan.ideas, plan.screeners) > LARGEST
        ),
        _("Give at least 10 simulated editions, and rounds of 0 or more."): worlds < 10 or adaptive < 0,
        _("A review takes at least one minute."): plan.minutes < 1,
    }
    return [reason for reason, holds in reasons.items() if holds]


def plans(plan: Plan, adaptive: int) -> list[Plan]:
    """Return the plan and what it is set beside."""
    beside = [plan]
    if adaptive and plan.reviews_per_idea > FLOOR:
        beside.append(replace(plan, steered_rounds=adaptive))
    if plan.screeners > plan.reviews_per_idea:
        beside.append(replace(plan, reviews_per_idea=plan.reviews_per_idea + 1))
    return beside


def outlook(plan: Plan, variances: Variances, worlds: int, seed: int) -> Outlook:
    """Return what a plan brings over many simulated editions, the same ones for every plan."""
    rows = np.array([simulated(plan, variances, (seed, world)) for world in range(worlds)])
    found, best_in, lost, most = rows.mean(axis=0).tolist()
    low, high = np.quantile(rows[:, 0], [0.05, 0.95], method="nearest")
    return Outlook(plan, most, found, int(low), int(high), best_in, lost)


def simulated(plan: Plan, variances: Variances, seed: tuple[int, int]) -> tuple[float, float, float, float]:
    """Return of one simulated edition: true best picked, whether the best three are in, points lost, most reviews."""
    random = np.random.default_rng(seed)
    quality = random.normal(0, np.sqrt(variances.idea), plan.ideas)
    leniency = random.normal(0, np.sqrt(variances.screener), plan.screeners)
    taste = random.normal(0, np.sqrt(variances.rest), (plan.ideas, plan.screeners))
    middle = (LOWEST + HIGHEST) / 2
    score = np.clip(np.round(middle + quality[:, None] + leniency + taste, 1), LOWEST, HIGHEST)
    read = read_in(plan, score, random)
    mean = fitted(read, score).mean
    picked = np.lexsort((random.random(plan.ideas), -np.round(mean, 9)))[: plan.pick]
    best = np.argsort(-quality)
    found = len(np.intersect1d(picked, best[: plan.pick]))
    best_in = bool(np.isin(best[: min(BEST, plan.pick)], picked).all())
    lost = float(quality[best[: plan.pick]].mean() - quality[picked].mean())
    return float(found), float(best_in), lost, float(read.sum(axis=0).max())


def read_in(plan: Plan, score: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return ideas x screeners: who has read what in the end."""
    rounds = plan.steered_rounds
    read = evenly(plan, FLOOR if rounds else plan.reviews_per_idea, random)
    left = plan.reviews - int(read.sum())
    most = -(-plan.reviews // plan.screeners) + EXTRA_SHARE
    for batch in (len(part) for part in np.array_split(np.arange(left), rounds or 1)):
        if batch:
            more = next_reviews(fitted(read, score), plan.pick, batch, max_per_idea=min(MOST_REVIEWS, plan.screeners))
            room = np.maximum(most - read.sum(axis=0), 0)
            given = assign(random.random(read.shape), more.demand, room, forbid=read)
            read[tuple(given.pairs.T)] = True
    return read


def evenly(plan: Plan, per_idea: int, random: np.random.Generator) -> np.ndarray:
    """Return who reads what when every idea gets as many reviews and every screener almost as many."""
    read = np.zeros((plan.ideas, plan.screeners), dtype=np.bool_)
    load = np.zeros(plan.screeners)
    for idea in random.permutation(plan.ideas):
        chosen = np.lexsort((random.random(plan.screeners), load))[:per_idea]
        read[idea, chosen] = True
        load[chosen] += 1
    return read


def fitted(read: np.ndarray, score: np.ndarray) -> Posterior:
    """Return what the reviews given say."""
    item, screener = np.nonzero(read)
    return fit(item, screener, score[item, screener], *score.shape, scale=(float(LOWEST), float(HIGHEST), True))
