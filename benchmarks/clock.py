"""Processor time, which a busy machine disturbs less than the clock on the wall."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def timed(deed: Callable[[], T]) -> tuple[T, float]:
    """Return what the deed returns and the seconds of processor time it took, all threads together."""
    start = time.process_time()
    answer = deed()
    return answer, time.process_time() - start


def usual(deed: Callable[[], object], times: int = 7) -> float:
    """Return the middle of several measurements, in seconds; the first call only warms up."""
    deed()
    taken = sorted(timed(deed)[1] for _ in range(times))
    return taken[times // 2]
