"""What every answer of the engine shares: byte-stable JSON and a digest of its input."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np

DECIMALS = 9
DIGITS = 30  # binary ones, about nine decimal ones


@dataclass(frozen=True, eq=False)
class Result:
    """An answer that can be stored with a decision and compared byte for byte."""

    seed: int
    input_digest: str

    def to_json(self) -> str:
        """Return the answer as JSON: keys sorted, floats rounded to 9 decimals, NaN as null."""
        return json.dumps(plain(self), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: Any) -> Any:
    """Return `value` as the lists, dicts, numbers and words that JSON knows.

    Fields whose name starts with an underscore are working material and left out.
    """
    if is_dataclass(value) and not isinstance(value, type):
        shown = [field.name for field in fields(value) if not field.name.startswith("_")]
        return {name: plain(getattr(value, name)) for name in shown}
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return _number(value) if isinstance(value, float) else value


def digest(**inputs: Any) -> str:
    """Return the sha256 of the inputs in canonical form: by name, shape and 64-bit values."""
    found = hashlib.sha256()
    for name in sorted(inputs):
        array = canonical(inputs[name])
        found.update(f"{name}|{array.dtype.str}|{array.shape}|".encode())
        found.update(array.data.cast("B") if array.size else b"")
    return found.hexdigest()


def canonical(value: Any) -> np.ndarray[Any, Any]:
    """Return `value` as a contiguous little-endian array whose bytes mean the same everywhere.

    Floats keep nine digits of the largest one: what was calculated before (the mean of a posterior)
    may differ in its last bits between two processes, and is the same input all the same.
    """
    if value is None or isinstance(value, str):
        return np.frombuffer(repr(value).encode(), dtype=np.uint8)
    array = np.asarray(value)
    if array.dtype.kind == "f":
        size = np.abs(np.where(np.isfinite(array), array, 0.0)).max(initial=0.0)
        step = np.ldexp(1.0, int(np.frexp(size)[1]) - DIGITS)
        return np.ascontiguousarray(np.rint(array / step) * step + 0.0, dtype="<f8")
    return np.ascontiguousarray(array, dtype="|u1" if array.dtype.kind == "b" else "<i8")


def _number(value: float) -> float | None:
    return round(value, DECIMALS) + 0.0 if math.isfinite(value) else None
