"""P: a full hall votes by phone while the server is killed."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.data import Shared
from benchmarks.table import Row, skipped

PHONES, SECONDS = 300, 10
ROOT = Path(__file__).resolve().parents[2]


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return per database what was kept, counted twice and lost, how long a vote took, and who heard the end."""
    phones = 30 if quick else PHONES
    command = [sys.executable, "-m", "benchmarks.phones", str(phones), str(SECONDS)]
    runner = [sys.executable, str(ROOT / "scripts" / "with_postgres.py"), "--"]
    for name, words in (("SQLite", command), ("PostgreSQL", [*runner, *command])):
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
        if done.returncode:
            why = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            yield skipped("P1", f"{phones} phones in {SECONDS} s, {name}", why[:80])
        else:
            yield from told(f"{phones} phones in {SECONDS} s, {name}", json.loads(done.stdout))


def told(what: str, found: dict[str, float]) -> Iterator[Row]:
    """Return the rows of one run."""
    phones, all_told = found["phones"], found["answered"] == found["phones"]
    yield Row("P1", f"votes that were answered, {what}", found["answered"], asked="all", met=all_told)
    yield Row("P1", f"votes that were kept, {what}", found["once"], asked="all", met=found["once"] == phones)
    yield Row("P1", f"votes counted twice, {what}", found["twice"], asked="0", met=found["twice"] == 0)
    yield Row("P1", f"answered and lost, {what}", found["lost"], asked="0", met=found["lost"] == 0)
    yield Row("", f"asked again because no answer came, {what}", found["again"])
    yield Row("", f"answered at the first go, median, ms, {what}", found["p50"])
    yield Row("", f"answered at the first go, 95th in 100, ms, {what}", found["p95"])
    yield Row("", f"longest wait, the restart included, ms, {what}", found["worst"])
    yield Row("", f"from the kill until it takes connections again, s, {what}", found["down"])
    back, all_of = found["heard"], found["listeners"]
    heard = f"{back:.0f} of {all_of:.0f}"
    yield Row("P2", f"streams that came back and heard the end, {what}", heard, asked="all", met=back == all_of)
