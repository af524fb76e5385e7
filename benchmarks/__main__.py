"""The command: `python -m benchmarks [FAMILY ...] [--quick] [--data FOLDER]`; `--help` names the families."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.data import USUAL, Shared
from benchmarks.families import assign, beyond, calibrate, choose, phones, schedule, start, teams, text
from benchmarks.table import Row, printed, verdict

FAMILIES: dict[str, Callable[[Shared, bool], Iterator[Row]]] = {
    "assign": assign.rows,
    "calibrate": calibrate.rows,
    "choose": choose.rows,
    "teams": teams.rows,
    "schedule": schedule.rows,
    "text": text.rows,
    "start": start.rows,
    "phones": phones.rows,
    "beyond": beyond.rows,
}
USUAL_ONES = "all"
USUALLY = [name for name in FAMILIES if name != "beyond"]


def main(arguments: list[str] | None = None) -> int:
    """Measure the families asked for, print their tables, and return 1 when a bar is not met."""
    asked = _parser().parse_args(arguments)
    shared, every = Shared(asked.data), []
    for name in USUALLY if USUAL_ONES in asked.family else asked.family:
        begun = time.process_time()
        rows = list(FAMILIES[name](shared, asked.quick))
        every += rows
        spent = time.process_time() - begun
        print(f"\n## {title_of(name)}\n\n{printed(rows)}\n\n{spent:.0f} s of processor time.", flush=True)
    print(f"\n{verdict(every)}")
    return int(any(row.met is False for row in every))


def title_of(name: str) -> str:
    """Return what a family measures: the docstring of its module."""
    return str(sys.modules[FAMILIES[name].__module__].__doc__).strip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Figures of the engine beside others.")
    names = [*FAMILIES, USUAL_ONES]
    parser.add_argument("family", nargs="*", choices=names, default=USUAL_ONES, help="default: all but beyond")
    parser.add_argument("--quick", action="store_true", help="fewer worlds, nothing large: a minute")
    parser.add_argument("--data", type=Path, default=USUAL, help="folder of the shared data")
    return parser


if __name__ == "__main__":
    sys.exit(main())
