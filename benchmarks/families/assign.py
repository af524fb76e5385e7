"""A: who reviews what."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from benchmarks.baselines.assigning import has_ortools, in_turn, linear_bound, ortools_flow, two_stage
from benchmarks.clock import timed, usual
from benchmarks.data import LOADS, PER_IDEA, Absent, Shared
from benchmarks.table import PUBLISHED, RECORDED, SAME_RUN, Row, skipped
from datamatch.engine import assign
from datamatch.engine.arrays import Floats

# Lowest idea and total, measured earlier beside the same question (another machine, their own programs).
FAIR_FLOW = {"preflib1": (0.75, 124.25), "preflib3": (0.75, 454.25), "aamas2015": (1.25, 1363.0)}
FAIR_SEQUENCE = {"preflib1": (0.75, 123.25), "preflib3": (0.75, 445.0), "aamas2015": (1.0, 1367.5)}
# Q, quality of the linear program, and L2 norm of PM-Q at that quality: Xu et al., NeurIPS 2023, their logs.
PUBLISHED_RANDOM = {
    "preflib1": ((0.6611328125, 0.9001528703, 8.225773147), (0.818359375, 0.9499300490, 9.062399745)),
    "preflib3": ((0.60546875, 0.8999746319, 14.68604741), (0.7626953125, 0.9500072019, 16.26730510)),
    "aamas2015": ((0.65234375, 0.900075, 28.86130149), (0.8046875, 0.9501027778, 32.33166286)),
}
OPENREVIEW_SECONDS = 10.7  # its MinMax solver on the AAMAS bids, recorded
EXACT, CLOSE = 1e-6, 1e-7


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return the figures of assign."""
    for name in LOADS:
        try:
            question = shared.bids(name)
        except Absent as why:
            yield from (skipped(bar, f"bids {name}", str(why)) for bar in ("A1", "A2", "A3"))
            continue
        yield from _total(name, question)
        yield from _fair(name, question)
        yield from _random(name, question)
    yield from _times(shared)
    if not quick:
        yield _large()


def _scores(pairs: Any, similarity: Floats) -> Floats:
    return np.asarray((similarity * pairs).sum(axis=1))


def _total(name: str, question: dict[str, Any]) -> Iterator[Row]:
    plain = {"per_idea": PER_IDEA, "load_max": LOADS[name], "forbid": question["forbid"]}
    found, bound = assign(**question).objective, linear_bound(question["similarity"], **plain)
    met = found >= bound * (1 - EXACT)
    yield Row("A1", f"total, {name}", found, bound, "linear bound", SAME_RUN, found / bound, ">= 1 - 1e-6", met)
    least = question["similarity"].shape[0] * PER_IDEA // question["similarity"].shape[1]
    for load_min in (0, least):
        ours = assign(**question, load_min=load_min).objective
        pairs = two_stage(question["similarity"], load_min=load_min, **plain)
        other = float(_scores(pairs, question["similarity"]).sum())
        what = f"total, {name}, {load_min} or more each"
        yield Row("A1", what, ours, other, "two-stage flow", SAME_RUN, ours / other, ">= 1", ours >= other - CLOSE)


def _fair(name: str, question: dict[str, Any]) -> Iterator[Row]:
    found, seconds = timed(lambda: assign(**question, mode="fair"))
    lowest, bound = found.min_score, found.min_bound
    met = bool(lowest >= bound - EXACT)
    yield Row("A2", f"lowest idea, {name}", lowest, bound, "upper bound", SAME_RUN, lowest / bound, ">= 1", met)
    pairs = in_turn(question["similarity"], PER_IDEA, LOADS[name], question["forbid"])
    scores = _scores(pairs, question["similarity"])
    peers = {
        "picking in turn": (float(scores.min()), float(scores.sum()), SAME_RUN),
        "FairFlow": (*FAIR_FLOW[name], RECORDED),
        "FairSequence": (*FAIR_SEQUENCE[name], RECORDED),
    }
    for peer, (low, total, source) in peers.items():
        told = f"total at lowest {lowest:.4g}, {name}"
        beside = f"{peer} (lowest {low:.4g})"
        ratio = found.objective / total
        yield Row("A2", told, found.objective, total, beside, source, ratio, ">= 1", ratio >= 1 - CLOSE)
    yield Row("A2", f"fair mode, {name}, s", seconds, asked="<= 60", met=seconds <= 60)


def _random(name: str, question: dict[str, Any]) -> Iterator[Row]:
    best = assign(**question).objective
    for most, quality, norm in PUBLISHED_RANDOM[name]:
        found = assign(**question, mode="random", q=most)
        assert found.marginals is not None
        ours = float((question["similarity"] * found.marginals).sum()) / best
        told = f"quality at Q = {most:.3g}, {name}"
        met = ours >= quality - 0.0005
        yield Row("A3", told, ours, quality, "PLRA", PUBLISHED, ours / quality, ">= published - .0005", met)
        ours = float(np.linalg.norm(found.marginals))
        told = f"L2 at Q = {most:.3g}, {name}"
        yield Row("A3", told, ours, norm, "PM-Q", PUBLISHED, ours / norm, "<= 1.01", ours <= 1.01 * norm)


def _times(shared: Shared) -> Iterator[Row]:
    value = np.random.default_rng(1).random((111, 30))
    took = 1000 * usual(lambda: assign(value, 3, 12))
    yield Row("A4", "assign 111 x 30, CPU ms", took, asked="<= 50", met=took <= 50)
    try:
        question = shared.bids("aamas2015")
    except Absent as why:
        yield skipped("A4", "assign 613 x 201", str(why))
        return
    took = usual(lambda: assign(**question), 3)
    plain = {"per_idea": PER_IDEA, "load_max": LOADS["aamas2015"], "forbid": question["forbid"]}
    told = f"assign 613 x 201 ({'OR-tools' if has_ortools() else 'HiGHS'}), CPU s"
    yield Row("A4", told, took, asked="<= 1", met=took <= 1)
    name, ratio = "OpenReview MinMax, whole call, wall s", took / OPENREVIEW_SECONDS
    yield Row("A4", told, took, OPENREVIEW_SECONDS, name, RECORDED, ratio, "<= .1", ratio <= 0.1)
    if has_ortools():
        _, other = timed(lambda: two_stage(question["similarity"], load_min=0, flow=ortools_flow, **plain))
        yield Row("", told, took, other, "our two-stage flow in OR-tools", SAME_RUN, took / other)


def _large() -> Row:
    """Return the largest question, asked in a process of its own so that its memory can be read."""
    answer = subprocess.run([sys.executable, "-m", "benchmarks.large"], capture_output=True, text=True, check=True)
    told = json.loads(answer.stdout)
    met = told["gap"] <= EXACT * 10 and told["seconds"] <= 60 and told["gigabytes"] <= 2
    what = f"assign 10,000 x 5,000, CPU s (gap {told['gap']:.0e}, {told['gigabytes']:.2f} GB)"
    return Row("A4", what, told["seconds"], asked="<= 60, <= 2 GB", met=met)
