"""Array types of the engine and the checks that turn a caller's argument into one."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def need(condition: bool, name: str, advice: str) -> None:
    """Refuse a bad argument by name. :raises ValueError: the condition does not hold"""
    if not condition:
        raise ValueError(f"{name}: {advice}")


def floats(name: str, value: ArrayLike, shape: tuple[int, ...]) -> Floats:
    """Return `value` as finite float64 of `shape`; -1 is any size.

    One number fills any known shape, one row any known matrix.
    """
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise ValueError(f"{name}: give numbers only, one per place") from None
    array = _shaped(name, array, shape)
    need(bool(np.isfinite(array).all()), name, "give finite numbers; leave missing values out")
    return array + 0.0


def ints(name: str, value: ArrayLike, shape: tuple[int, ...], least: int | None = 0) -> Ints:
    """Return `value` as int64 of `shape`, none below `least`."""
    array = floats(name, value, shape)
    need(bool((array == np.rint(array)).all()), name, "give whole numbers")
    if least is not None:
        need(bool((array >= least).all()), name, f"give numbers of {least} or more")
    return array.astype(np.int64)


def bools(name: str, value: ArrayLike, shape: tuple[int, ...]) -> Bools:
    """Return `value` as bool of `shape`; only 0, 1, False and True are understood."""
    array = floats(name, value, shape)
    need(bool(np.isin(array, (0.0, 1.0)).all()), name, "give True or False")
    return array.astype(np.bool_)


def positions(name: str, value: Iterable[Any], width: int, limits: Sequence[int]) -> Ints:
    """Return `value` as distinct rows of `width` positions, column c in 0..limits[c]-1, sorted."""
    rows = [tuple(np.atleast_1d(np.asarray(row)).tolist()) for row in value]
    need(all(len(row) == width for row in rows), name, f"give {width} position(s) per entry")
    array = ints(name, np.array(rows, dtype=np.float64).reshape(-1, width), (-1, width))
    inside = (array < np.asarray(limits)[None, :]).all()
    need(bool(inside), name, f"give positions below {tuple(limits)}")
    return np.unique(array, axis=0) if len(array) else array


def whole(name: str, value: float, least: int, most: int | None = None) -> int:
    """Return one whole number between `least` and `most`."""
    number = int(ints(name, value, (), least=least))
    need(most is None or number <= most, name, f"give at most {most}")
    return number


def _shaped(name: str, array: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    one_per_column = len(shape) == 2 and array.shape == shape[1:]
    if -1 not in shape and shape and (array.ndim == 0 or one_per_column):
        array = np.broadcast_to(array, shape)
    wanted = " x ".join("any" if size < 0 else str(size) for size in shape) or "one number"
    fits = array.ndim == len(shape) and all(size in (-1, got) for size, got in zip(shape, array.shape, strict=True))
    need(fits, name, f"give the shape {wanted}, not {array.shape}")
    return array


def sums(position: Ints, value: Floats, n: int) -> Floats:
    """Return, per position 0..n-1, the sum of the values there, as float64 even when empty."""
    return np.bincount(position, value, n).astype(np.float64)
