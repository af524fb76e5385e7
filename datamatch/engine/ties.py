"""Ties: hash-based numbers that look drawn by lot and are the same on every machine."""

import numpy as np
from numpy.typing import NDArray

from .arrays import Floats, Ints

TIE_SHARE = 1e-6  # of the span of the values: far below any difference that people can mean


def lots(seed: int, *where: Ints) -> Floats:
    """Return one number in [0, 1) per position, from the seed and the position alone.

    The mixing function is splitmix64 (Steele, Lea and Flood, OOPSLA 2014).
    """
    with np.errstate(over="ignore"):
        state = _mixed(np.asarray(seed & 0xFFFFFFFFFFFFFFFF, dtype=np.uint64))
        for index in where:
            state = _mixed(state ^ index.astype(np.uint64))
    return (state >> np.uint64(11)).astype(np.float64) * 2.0**-53


def nudges(values: Floats, seed: int, *where: Ints, span: float) -> Floats:
    """Return the values plus at most a millionth of `span`, so that equal values differ."""
    return values + TIE_SHARE * (span or 1.0) * lots(seed, *where)


def _mixed(state: NDArray[np.uint64]) -> NDArray[np.uint64]:
    state = state + np.uint64(0x9E3779B97F4A7C15)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return state ^ (state >> np.uint64(31))
