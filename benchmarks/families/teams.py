"""D: who works with whom, for given ideas and jointly with the choice of ideas."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from benchmarks.baselines.staffing import in_turn
from benchmarks.clock import timed
from benchmarks.data import Absent, Shared, staffing
from benchmarks.table import SAME_RUN, Row, skipped
from benchmarks.worlds import SEED
from datamatch.engine import teams

CLOSE = 1e-4
ROLES, UNITS = 7, 60


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return the figures of teams."""
    try:
        for asked in shared.instances("team"):
            yield from _instance(asked)
    except Absent as why:
        yield skipped("D1", "team instances", str(why))
    sizes: tuple[tuple[int, int, int | None], ...] = (
        ((30, 600, None),) if quick else ((100, 5000, None), (111, 5000, 10))
    )
    for ideas, people, select in sizes:
        yield large("" if quick else "D2", ideas, people, select)


def _instance(asked: dict[str, Any]) -> Iterator[Row]:
    question = staffing(asked)
    found, took = timed(lambda: teams(**question))
    chosen = f"{asked['select']} of " if asked["select"] else ""
    told = f"{chosen}{asked['ideas']} x {asked['people']}, energy {asked['energy_from']}"
    seats = int(question["need"][found.selected].sum())
    left, other = sum(gap.missing for gap in found.unfilled), in_turn(question, found.selected)
    beside = f"({100 * other / seats:.0f} %) when people pick in turn"
    met = left == 0
    yield Row("D1", f"seats open, {told}", f"{left} of {seats}", other, beside, SAME_RUN, None, "0", met)
    met = found.gap <= CLOSE and found.status == "optimal" and took <= 10
    yield Row("D1", f"CPU s ({found.status}, gap {found.gap:.0e}), {told}", took, asked="<= 10, proven", met=met)


def large(bar: str, ideas: int, people: int, select: int | None) -> Row:
    question = crowd(ideas, people)
    if select:
        question |= {"select": select, "value": np.random.default_rng(1).normal(size=ideas)}
    found, took = timed(lambda: teams(**question))
    chosen = f"{select} of " if select else ""
    left = sum(gap.missing for gap in found.unfilled)
    told = f"CPU s, {chosen}{ideas} x {people:,} ({found.status}, gap {found.gap:.0e}, {left} open)"
    met = found.gap <= CLOSE and took <= 60
    return Row(bar, told, took, asked="<= 60, gap <= 1e-4" if bar else "", met=met if bar else None)


def crowd(ideas: int, people: int) -> dict[str, Any]:
    """Return a simulated organisation: each with energy for a few ideas and skill for one or two roles."""
    random = np.random.default_rng([SEED, ideas, people])
    energy = np.zeros((people, ideas), dtype=np.int64)
    for person in range(people):
        liked = random.permutation(ideas)[: random.integers(1, 8)]
        energy[person, liked] = random.integers(1, 4, len(liked))
    level = np.zeros((people, ROLES), dtype=np.int64)
    level[np.arange(people), random.integers(0, ROLES, people)] = random.integers(1, 4, people)
    second = random.random(people) < 0.35
    level[np.flatnonzero(second), random.integers(0, ROLES, second.sum())] = 2
    need = (random.random((ideas, ROLES)) < 0.72).astype(np.int64)
    return {
        "energy": energy,
        "level": level,
        "need": need,
        "size_lo": need.sum(axis=1),
        "size_hi": need.sum(axis=1) + 2,
        "capacity": 1 + (random.random(people) < 0.2),
        "unit": random.integers(0, UNITS, people),
    }
