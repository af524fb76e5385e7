"""What every question shares: a light start, and the same bytes wherever it is asked."""

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.data import Shared
from benchmarks.table import Row

IMPORT = "import time; import datamatch.engine; print(time.process_time())"
ASKED = """
import hashlib
import numpy as np
from benchmarks.worlds import WORLDS, columns, drawn, level_round
from datamatch.engine import assign, calibrate, choose, rank
one = drawn(WORLDS["neurips"], 3)
reviews = columns(level_round(*one.score.shape, 3, np.random.default_rng(1)), one.score)
turned = np.random.default_rng({seed}).permutation(len(reviews[0]))
p = calibrate(*(column[turned] for column in reviews), *one.score.shape, scale=one.world.scale)
r = rank(p, 10)
ten = r.order[:10]
c = choose(p.mean[ten], np.zeros((10, 1)), [1.0], 3, cov=p.cov[np.ix_(ten, ten)])
a = assign(one.score, 3, 12)
print(hashlib.sha256("".join(x.to_json() for x in (p, r, c, a)).encode()).hexdigest())
"""


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return seconds to import, and whether order of rows and process change a byte."""
    took = min(float(_told(IMPORT)) for _ in range(3))
    yield Row("start", "import datamatch.engine, CPU s", took, asked="<= .5", met=took <= 0.5)
    digests = {_told(ASKED.format(seed=seed)) for seed in (1, 2, 3)}
    told = "different answers in 3 processes, rows in any order"
    yield Row("start", told, len(digests), asked="1", met=len(digests) == 1)


def _told(program: str) -> str:
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return answer.stdout.strip()
