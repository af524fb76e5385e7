"""B4: the same number of reviews, spread evenly or steered to the edge of the top ten."""

from collections.abc import Iterator

import numpy as np

from benchmarks.table import SAME_RUN, Row
from benchmarks.worlds import SEED, WORLDS, Drawn, Found, columns, drawn, found, level_round, mean_of
from datamatch.engine import assign, calibrate, next_reviews
from datamatch.engine.arrays import Bools

K, FLOOR, MOST = 10, 2, 8  # of the top; reviews per idea, least and most
BUDGET = 333


def rows(worlds: int) -> Iterator[Row]:
    """Return regret of the policies in two worlds."""
    for name in ("neurips", "grants"):
        means = _policies(name, worlds)
        for ours, other, limit in (
            ("4 rounds", "uniform 333", 0.65),
            ("4 rounds", "uniform 555", 1.0),
            ("1 round", "uniform 333", 0.80),
        ):
            left, right = means[ours].regret, means[other].regret
            told, met = f"regret, {name}, 333 reviews in 2 + {ours}, {worlds} worlds", left <= limit * right
            yield Row("B4", told, left, right, other, SAME_RUN, left / right, f"<= {limit:g}", met)


def _policies(name: str, worlds: int) -> dict[str, Found]:
    results: dict[str, list[Found]] = {}
    for number in range(worlds):
        one = drawn(WORLDS[name], number)
        for policy, read in {
            "uniform 333": _uniform(one, 3, number),
            "uniform 555": _uniform(one, 5, number),
            "1 round": _steered(one, 1, number),
            "4 rounds": _steered(one, 4, number),
        }.items():
            posterior = calibrate(*columns(read, one.score), *one.score.shape, scale=one.world.scale)
            ties = np.random.default_rng([SEED, number, 6])
            results.setdefault(policy, []).append(found(posterior.mean, one.quality, K, ties))
    return {policy: mean_of(each) for policy, each in results.items()}


def _uniform(one: Drawn, per_idea: int, number: int) -> Bools:
    return level_round(*one.score.shape, per_idea, np.random.default_rng([SEED, number, 5]))


def _steered(one: Drawn, rounds: int, number: int) -> Bools:
    """Return who reads what after a level floor and the given number of steered rounds."""
    read = _uniform(one, FLOOR, number)
    random = np.random.default_rng([SEED, number, 7])
    left = BUDGET - int(read.sum())
    for batch in (part.size for part in np.array_split(np.arange(left), rounds)):
        posterior = calibrate(*columns(read, one.score), *one.score.shape, scale=one.world.scale)
        more = next_reviews(posterior, K, batch, max_per_idea=MOST, seed=number)
        room = -(-BUDGET // read.shape[1]) + 3 - read.sum(axis=0)
        chance = random.random(read.shape)
        given = assign(chance, more.demand, np.maximum(room, 0), forbid=read, seed=number)
        read[tuple(given.pairs.T)] = True
    return read
