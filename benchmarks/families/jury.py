"""C1: a jury that carries the screening along, beside one that starts from nothing."""

from collections.abc import Iterator

import numpy as np

from benchmarks.table import SAME_RUN, Row
from benchmarks.worlds import SEED, WORLDS, columns, drawn, level_round
from datamatch.engine import calibrate, choose
from datamatch.engine.arrays import Floats

TEN, THREE = 10, 3
SETTINGS = (("neurips", 3, 5), ("neurips", 3, 7), ("grants", 3, 5))


def rows(worlds: int) -> Iterator[Row]:
    """Return regret and honesty per setting."""
    for name, per_idea, jurors in SETTINGS:
        table = np.array([_one(name, per_idea, jurors, number) for number in range(worlds)])
        ours, mean, exact, claimed = table.mean(axis=0).tolist()
        told = f"{name}, {jurors} jurors, {worlds} worlds"
        met, ratio = ours <= 0.9 * mean, ours / mean
        error = float(np.std(table[:, 0] - ratio * table[:, 1]) / mean / np.sqrt(worlds))
        beside = f"jury mean (ratio +- {error:.3f})"
        yield Row("C1", f"regret, {told}", ours, mean, beside, SAME_RUN, ratio, "<= .90", met)
        met = abs(claimed - exact) <= 0.06
        said = f"claimed chance of the best 3, {told}"
        yield Row("C1", said, claimed, exact, "came true", SAME_RUN, None, "within .06", met)


def _one(name: str, per_idea: int, jurors: int, number: int) -> tuple[float, float, float, float]:
    """Return regret of ours and of the jury mean, whether ours are the best three, and the chance claimed."""
    one = drawn(WORLDS[name], number, jurors=jurors)
    ideas, screeners = one.score.shape
    random = np.random.default_rng([SEED, number, 8])
    screening = columns(level_round(ideas, screeners, per_idea, random), one.score)
    first = calibrate(*screening, ideas, screeners, scale=one.world.scale)
    ten = np.argsort(-first.mean)[:TEN]
    seen = np.zeros(one.jury.shape, dtype=np.bool_)
    seen[ten] = True
    item, juror, score = columns(seen, one.jury)
    both = calibrate(
        np.concatenate([screening[0], item]),
        np.concatenate([screening[1], screeners + juror]),
        np.concatenate([screening[2], score]),
        ideas, screeners + jurors, scale=one.world.scale,
    )  # fmt: skip
    free = np.zeros((TEN, 1)), np.ones(1)
    chosen = choose(both.mean[ten], *free, THREE, cov=both.cov[np.ix_(ten, ten)], seed=number)
    truth = one.quality[ten]
    mean = np.lexsort((random.random(TEN), -one.jury[ten].mean(axis=1)))[:THREE]
    exact = set(chosen.ideas) == set(np.argsort(-truth)[:THREE].tolist())
    lost = (_lost(truth, np.array(chosen.ideas)), _lost(truth, mean))
    return lost[0] / one.quality.std(), lost[1] / one.quality.std(), float(exact), float(chosen.p_best or 0.0)


def _lost(truth: Floats, chosen: Floats) -> float:
    return float(np.sort(truth)[::-1][:THREE].mean() - truth[chosen].mean())
