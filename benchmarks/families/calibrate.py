"""B: scores corrected, with honest chances, and where the next reviews go."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.baselines.estimates import (
    Reviews,
    bradley_terry,
    centred,
    in_a_row,
    known_variances,
    least_squares,
    raw_mean,
    z_scored,
)
from benchmarks.clock import usual
from benchmarks.data import Shared
from benchmarks.families.adaptive import rows as adaptive_rows
from benchmarks.families.panels import rows as panel_rows
from benchmarks.table import RECORDED, SAME_RUN, Row
from benchmarks.worlds import SEED, WORLDS, Drawn, Found, columns, drawn, found, level_round, mean_of
from datamatch.engine import calibrate, rank
from datamatch.engine.arrays import Floats

K, WORLD_DRAWS = 10, 2000
PLAIN = {"raw mean": raw_mean, "centred": centred, "z-score": z_scored, "least squares": least_squares}
GAVEL_REGRET = {3: 0.609, 5: 0.393}  # its own update module on these worlds, recorded
BANDS = ((0.0, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.0))


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return the figures of calibrate, rank and next_reviews."""
    n = 40 if quick else 300
    neurips = studied("neurips", 3, n)
    yield from _quality(neurips, n, "neurips", bar="B1")
    for name in () if quick else ("lenient", "grants"):
        yield from _quality(studied(name, 3, 150), 150, name, bar="")
    yield from panel_rows(shared, quick)
    yield from _honesty("neurips", neurips)
    if not quick:
        yield from _honesty("lenient", studied("lenient", 3, n, only_ours=True))
        yield from _honesty("grants", studied("grants", 3, n, only_ours=True))
    yield from adaptive_rows(20 if quick else 100)
    yield from _times()
    yield from _comparisons(20 if quick else 60)


@dataclass(frozen=True, eq=False)
class Study:
    """A table of simulated worlds: per method what it found, and the chances claimed beside the truth."""

    results: dict[str, list[Found]]
    chance: Floats  # per idea of every world: claimed chance to be in the top ten
    truly: Floats  # whether it is
    claimed: list[float]  # per world: claimed overlap


def studied(name: str, per_idea: int, worlds: int, only_ours: bool = False) -> Study:
    """Return what every method finds in the same worlds."""
    results: dict[str, list[Found]] = {}
    chance, truly, claimed = [], [], []
    for number in range(worlds):
        one = drawn(WORLDS[name], number)
        random = np.random.default_rng([SEED, number, 1])
        reviews = columns(level_round(*one.score.shape, per_idea, random), one.score)
        posterior = calibrate(*reviews, *one.score.shape, scale=one.world.scale)
        ranking = rank(posterior, K, draws=WORLD_DRAWS)
        estimates = {"ours": posterior.mean}
        if not only_ours:
            estimates |= {method: plain(reviews, *one.score.shape) for method, plain in PLAIN.items()}
            parts = (one.world.item, one.world.reviewer, one.world.noise)
            estimates["variances known"] = known_variances(reviews, *one.score.shape, parts)
            estimates["oracle"] = oracle(one, reviews)
        for method, estimate in estimates.items():
            ties = np.random.default_rng([SEED, number, 2])
            results.setdefault(method, []).append(found(estimate, one.quality, K, ties))
        chance.append(ranking.p_top)
        truly.append(np.isin(np.arange(len(one.quality)), np.argsort(-one.quality)[:K]))
        claimed.append(ranking.claimed_overlap)
    return Study(results, np.concatenate(chance), np.concatenate(truly).astype(np.float64), claimed)


def oracle(one: Drawn, reviews: Reviews) -> Floats:
    """Return the best estimate of somebody who knows every reviewer's leniency and all variances."""
    item, reviewer, score = reviews
    middle = (one.world.low + one.world.high) / 2
    value = (score - middle) / one.world.unit - one.leniency[reviewer]
    count = np.bincount(item, minlength=len(one.quality))
    return np.asarray(np.bincount(item, value, len(count)) / (count + one.world.noise / one.world.item))


def _quality(study: Study, n: int, world: str, *, bar: str) -> Iterator[Row]:
    means = {method: mean_of(results) for method, results in study.results.items()}
    ours = means["ours"]
    others = [method for method in means if method not in ("ours", "raw mean")]
    for method, limit in (("raw mean", 0.92), *((m, 0.0) for m in others)):
        other = means[method].regret
        ratio = ours.regret / other
        asked, met = (f"<= {limit}", ratio <= limit) if bar and limit else ("", None)
        told = f"regret, {world}, k = 3, {n} worlds"
        name = f"{method} (ratio +- {_error(study, method, ratio):.3f})"
        yield Row(bar if limit else "", told, ours.regret, other, name, SAME_RUN, ratio, asked, met)
    ratio = ours.overlap / means["oracle"].overlap
    told = f"overlap, {world}, k = 3, {n} worlds"
    asked, met = (">= .98", ratio >= 0.98) if bar else ("", None)
    yield Row(bar, told, ours.overlap, means["oracle"].overlap, "oracle", SAME_RUN, ratio, asked, met)


def _error(study: Study, method: str, ratio: float) -> float:
    """Return the standard error of the ratio of our regret to that of a method, over paired worlds."""
    ours, other = (np.array([one.regret for one in study.results[m]]) for m in ("ours", method))
    return float(np.std(ours - ratio * other) / other.mean() / np.sqrt(len(ours)))


def _honesty(name: str, study: Study) -> Iterator[Row]:
    for low, high in BANDS:
        inside = (study.chance >= low) & (study.chance < high if high < 1 else study.chance <= 1)
        said, held = float(study.chance[inside].mean()), float(study.truly[inside].mean())
        told = f"claimed chance {low:g} to {high:g}, {name} ({inside.sum()} ideas)"
        met = abs(said - held) <= 0.04
        yield Row("B3", told, said, held, "came true", SAME_RUN, None, "within .04", met)
    said, held = float(np.mean(study.claimed)), mean_of(study.results["ours"]).overlap
    met = abs(said - held) <= 0.03
    yield Row("B3", f"claimed overlap, {name}", said, held, "came true", SAME_RUN, None, "within .03", met)


def _times() -> Iterator[Row]:
    one = drawn(WORLDS["neurips"], 0)
    reviews = columns(level_round(*one.score.shape, 3, np.random.default_rng(0)), one.score)
    posterior = calibrate(*reviews, *one.score.shape, scale=one.world.scale)
    deeds: dict[str, Callable[[], object]] = {
        "calibrate 111 x 30": lambda: calibrate(*reviews, *one.score.shape, scale=one.world.scale),
        "rank 111, 4,000 draws": lambda: rank(posterior, K),
    }
    for told, deed in deeds.items():
        took = 1000 * usual(deed, 15)
        yield Row("B5", f"{told}, CPU ms", took, asked="<= 50", met=took <= 50)


def _comparisons(worlds: int) -> Iterator[Row]:
    for per_idea, gavel in GAVEL_REGRET.items():
        ours, pairwise = [], []
        for number in range(worlds):
            one = drawn(WORLDS["neurips"], number)
            random = np.random.default_rng([SEED, number, 3])
            reviews = columns(level_round(*one.score.shape, per_idea, random), one.score)
            posterior = calibrate(*reviews, *one.score.shape, scale=one.world.scale)
            strength = bradley_terry(*in_a_row(reviews, random), len(one.quality))
            ours.append(found(posterior.mean, one.quality, K, random))
            pairwise.append(found(strength, one.quality, K, random))
        regret, other = mean_of(ours).regret, mean_of(pairwise).regret
        told = f"regret, neurips, {per_idea} readings per idea"
        met = regret <= 0.5 * gavel
        yield Row("B6", told, regret, gavel, "Gavel (CrowdBT)", RECORDED, regret / gavel, "<= .5", met)
        name = "Bradley-Terry on comparisons in a row"
        yield Row("", told, regret, other, name, SAME_RUN, regret / other)
