"""Simulated rounds of reviews in which the true quality is known.

Quality q ~ N(0, f), leniency b ~ N(0, b), slope a = max(.2, 1 + N(0, slope sd)), noise of a reviewer
sqrt(s) exp(N(0, log-noise sd)). Score = middle + unit (leniency + a q + noise), with
unit = 1.6 (hi - lo) / 8 / sqrt(f + b + s), rounded and clipped to the scale. Every pair has a score;
a round reads only some of them. Seeds: world number i of a table is drawn from [SEED, i].
"""

from dataclasses import dataclass

import numpy as np

from datamatch.engine.arrays import Bools, Floats, Ints

SEED = 2016


@dataclass(frozen=True)
class World:
    """How ideas and reviewers are spread; variances on the scale of true quality."""

    item: float
    reviewer: float
    noise: float
    slope_sd: float
    log_noise_sd: float
    low: int
    high: int
    careless: int = 0  # reviewers who score without looking

    @property
    def scale(self) -> tuple[float, float, bool]:
        """Return the scale as calibrate wants it."""
        return (float(self.low), float(self.high), True)

    @property
    def unit(self) -> float:
        """Return how many points of the scale one unit of quality is."""
        return 1.6 * (self.high - self.low) / 8 / float(np.sqrt(self.item + self.reviewer + self.noise))


WORLDS = {
    "neurips": World(1.28, 0.24, 1.27, 0.0, 0.0, 1, 10),
    "lenient": World(1.0, 0.6, 1.2, 0.0, 0.0, 1, 10),
    "grants": World(0.38, 0.02, 0.60, 0.0, 0.0, 1, 9),
    "slopes": World(1.0, 0.25, 1.0, 0.35, 0.35, 1, 5),
    "careless": World(1.28, 0.24, 1.27, 0.2, 0.2, 1, 10, careless=5),
}


@dataclass(frozen=True, eq=False)
class Drawn:
    """One world: true qualities and the score that every reviewer would give."""

    world: World
    quality: Floats
    leniency: Floats
    score: Floats  # ideas x reviewers
    jury: Floats  # ideas x jurors, each juror a person of the same kind


def drawn(world: World, number: int, ideas: int = 111, reviewers: int = 30, jurors: int = 0) -> Drawn:
    """Return world number `number`."""
    random = np.random.default_rng([SEED, number])
    quality = random.normal(0, np.sqrt(world.item), ideas)
    people = reviewers + jurors
    leniency = random.normal(0, np.sqrt(world.reviewer), people)
    slope = np.maximum(0.2, 1 + random.normal(0, world.slope_sd, people))
    noise = np.sqrt(world.noise) * np.exp(random.normal(0, world.log_noise_sd, people))
    seen = leniency + slope * quality[:, None] + noise * random.normal(size=(ideas, people))
    score = np.clip(np.rint((world.low + world.high) / 2 + world.unit * seen), world.low, world.high)
    blind = random.permutation(reviewers)[: world.careless]
    score[:, blind] = random.integers(world.low, world.high + 1, (ideas, len(blind)))
    return Drawn(world, quality, leniency[:reviewers], score[:, :reviewers], score[:, reviewers:])


def level_round(ideas: int, reviewers: int, per_idea: int, random: np.random.Generator) -> Bools:
    """Return ideas x reviewers: who reads what, with loads as level as can be, at random otherwise."""
    read = np.zeros((ideas, reviewers), dtype=np.bool_)
    load = np.zeros(reviewers)
    for idea in random.permutation(ideas):
        chosen = np.lexsort((random.random(reviewers), load))[:per_idea]
        read[idea, chosen] = True
        load[chosen] += 1
    return read


def columns(read: Bools, score: Floats) -> tuple[Ints, Ints, Floats]:
    """Return the reviews as item, reviewer and score."""
    item, reviewer = np.nonzero(read)
    return item, reviewer, score[item, reviewer]


@dataclass(frozen=True)
class Found:
    """How good a choice of k ideas is."""

    overlap: float  # share of the true k that is chosen
    best_in: float  # 1 when the true best three are all chosen
    regret: float  # lost mean quality, in standard deviations of quality


def found(estimate: Floats, quality: Floats, k: int, random: np.random.Generator) -> Found:
    """Return how good the k highest estimates are; ties are broken at random, alike for every method."""
    chosen = np.lexsort((random.random(len(estimate)), -np.round(estimate, 9)))[:k]
    best = np.argsort(-quality)
    lost = quality[best[:k]].mean() - quality[chosen].mean()
    overlap = len(set(chosen.tolist()) & set(best[:k].tolist())) / k
    return Found(overlap, float(set(best[:3].tolist()) <= set(chosen.tolist())), float(lost / quality.std()))


def mean_of(results: list[Found]) -> Found:
    """Return the mean over worlds."""
    table = np.array([(one.overlap, one.best_in, one.regret) for one in results])
    return Found(*table.mean(axis=0).tolist())
