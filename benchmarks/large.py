"""Assign 10,000 ideas to 5,000 reviewers with own-unit conflicts; prints seconds, gap and memory as JSON."""

import json
import resource
import sys

import numpy as np

from benchmarks.clock import timed
from datamatch.engine import assign

IDEAS, REVIEWERS, UNITS = 10_000, 5_000, 60


def main(ideas: int = IDEAS, reviewers: int = REVIEWERS) -> None:
    """Measure and print."""
    random = np.random.default_rng(10)
    similarity = random.random((ideas, reviewers))
    units = random.integers(0, UNITS, ideas), random.integers(0, UNITS, reviewers)
    forbid = units[0][:, None] == units[1][None, :]
    found, seconds = timed(lambda: assign(similarity, 3, 8, forbid=forbid))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    gigabytes = most / (1e9 if sys.platform == "darwin" else 1e6)
    short = len(found.shortfall)
    print(json.dumps({"seconds": seconds, "gap": found.gap, "short": short, "gigabytes": gigabytes}))


if __name__ == "__main__":
    main()
