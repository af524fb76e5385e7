"""E: who is on stage when."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from benchmarks.clock import timed
from benchmarks.data import Absent, Shared
from benchmarks.table import SAME_RUN, Row, skipped
from datamatch.engine import schedule

SEEDS = 5


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return the figures of schedule."""
    try:
        instances = shared.instances("programme")
    except Absent as why:
        yield skipped("E1", "programme instances", str(why))
        return
    for asked in instances:
        yield from _instance(asked, 2 if quick else SEEDS)


def _instance(asked: dict[str, Any], seeds: int) -> Iterator[Row]:
    answers = [timed(lambda seed=seed: _made(asked, seed)) for seed in range(seeds)]  # type: ignore[misc]
    worst = min(answer.objective for answer, _ in answers)
    slowest = max(took for _, took in answers)
    broken = sum(len(answer.clashes) for answer, _ in answers)
    best, plain = -asked["best_known_objective"], _at_random(asked)
    told = f"{asked['sessions']} sessions, {len(asked['wants'])} visitors"
    ratio = worst / best
    what = f"objective, worst of {seeds} seeds, {told}"
    yield Row("E1", what, worst, best, "best known", "recorded", ratio, ">= .99", ratio >= 0.99)
    met = slowest <= 5 and not broken
    yield Row("E1", f"CPU s, slowest seed ({broken} clashes), {told}", slowest, asked="<= 5, 0 clashes", met=met)
    kept = min(answer.wishes_kept for answer, _ in answers)
    yield Row("", f"wishes kept, {told}", kept, plain, "random schedule", SAME_RUN, kept / plain)


def _made(asked: dict[str, Any], seed: int) -> Any:
    return schedule(
        asked["sessions"],
        asked["slots"],
        asked["rooms"],
        seats=asked["room_seats"],
        speakers=asked["speakers"],
        wants=asked["wants"],
        unavailable=asked["unavailable"],
        attendance=asked["attendance_rate"],
        seat_weight=asked["seat_weight"],
        seed=seed,
    )


def _at_random(asked: dict[str, Any], times: int = 200) -> float:
    """Return the wishes kept by a random programme, one per visitor and slot, on average."""
    random = np.random.default_rng(0)
    places = np.repeat(np.arange(asked["slots"]), asked["rooms"])
    kept = []
    for _ in range(times):
        slot = random.permutation(places)[: asked["sessions"]]
        kept.append(sum(len({int(slot[s]) for s in wanted}) for wanted in asked["wants"]))
    return float(np.mean(kept))
