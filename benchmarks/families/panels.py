"""B2: real panels, of which only a part is read; the truth is the full panel."""

from collections.abc import Iterator

import numpy as np

from benchmarks.data import Absent, Shared
from benchmarks.table import SAME_RUN, Row, skipped
from benchmarks.worlds import SEED
from datamatch.engine import calibrate
from datamatch.engine.arrays import Floats

READ = 3  # judges per item that are read
LENIENCY = 0.5  # injected: standard deviation between judges, in standard deviations of a score
FEWEST = 10  # items of a skating panel


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return overlap of the top with that of the full panel, as judged and with leniency injected."""
    times = 2 if quick else 10
    try:
        grants = [shared.grants()] * (10 * times)
        skating = [panel for panel in shared.skating() if panel.shape[1] >= FEWEST] * max(1, times // 4)
    except Absent as why:
        yield skipped("B2", "real panels", str(why))
        return
    for name, panels, top, gain in (("skating", skating, 5, 0.03), ("grant panel", grants, 6, 0.12)):
        for added, least in ((0.0, -0.02), (LENIENCY, gain)):
            ours, raw = _overlaps(panels, top, added)
            told = f"overlap, {name}, 3 judges" + (", leniency injected" if added else "")
            met = ours - raw >= least
            yield Row("B2", told, ours, raw, "raw mean", SAME_RUN, ours / raw, f">= raw {least:+.2f}", met)


def _overlaps(panels: list[Floats], top: int, leniency: float) -> tuple[float, float]:
    """Return the mean overlap of ours and of the raw mean."""
    shares = []
    for number, panel in enumerate(panels):
        random = np.random.default_rng([SEED, number, 4])
        truth = np.nanmean(panel, axis=0)
        judged = panel + leniency * np.nanstd(panel) * random.normal(size=(len(panel), 1))
        item, judge = _part(panel, random)
        posterior = calibrate(item, judge, judged[judge, item], panel.shape[1], panel.shape[0])
        ties = random.random(panel.shape[1])
        best = set(np.argsort(-truth)[:top].tolist())
        chosen = [np.lexsort((ties, -np.round(x, 9)))[:top] for x in (posterior.mean, posterior.raw_mean)]
        shares.append([len(best & set(one.tolist())) / top for one in chosen])
    ours, raw = np.mean(shares, axis=0).tolist()
    return ours, raw


def _part(panel: Floats, random: np.random.Generator) -> tuple[Floats, Floats]:
    """Return item and judge of the marks that are read: judges present, loads as level as can be."""
    load, pairs = np.zeros(len(panel)), []
    for item in random.permutation(panel.shape[1]):
        present = np.flatnonzero(~np.isnan(panel[:, item]))
        order = np.lexsort((random.random(len(present)), load[present]))
        chosen = present[order[:READ]]
        load[chosen] += 1
        pairs += [(item, judge) for judge in chosen]
    item, judge = np.array(pairs).T
    return item, judge
