"""Where the marks of a chart stand: numbers in, places on the drawing out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import cos, pi, sin, sqrt
from typing import Any

EDGE = 3.0
INK = 0.45
GOLDEN_ANGLE = pi * (3 - sqrt(5))
MOST_DOTS = 250
MOST_RADIUS, LEAST_RADIUS = 14, 2.5

Row = Mapping[str, Any]


def place(value: float, low: float, high: float) -> str:
    """Return where a value stands between low and high, as a percentage that leaves room for the mark."""
    share = (value - low) / (high - low) if high > low else 0.5
    return f"{EDGE + min(max(share, 0.0), 1.0) * (100 - 2 * EDGE):.2f}%"


def bars(rows: Iterable[Row], most: float = 0.0) -> list[dict[str, Any]]:
    """Return the rows with the width of their bar; the widest fills the drawing unless `most` is given."""
    rows = list(rows)
    most = most or max((float(row["value"]) for row in rows), default=0.0) or 1.0
    return [{**row, "width": f"{min(float(row['value']) / most, 1.0) * 100:.2f}%"} for row in rows]


def intervals(rows: Iterable[Row], low: float, high: float) -> list[dict[str, Any]]:
    """Return the rows with the places of their value, of both ends of their interval and of the value `before`."""
    return [
        {
            **row,
            "from": place(row["low"], low, high),
            "at": place(row["value"], low, high),
            "to": place(row["high"], low, high),
            "was": place(row["before"], low, high) if row.get("before") is not None else "",
        }
        for row in rows
    ]


def dots(rows: Iterable[Row], low: float, high: float) -> list[dict[str, Any]]:
    """Return the rows with a place for each of their values; equal values are stacked."""
    return [
        {**row, "marks": list(_stacked(row["values"], low, high)), "at": place(row["value"], low, high)} for row in rows
    ]


def _stacked(values: Iterable[float], low: float, high: float) -> Iterable[dict[str, Any]]:
    for value, count in sorted(Counter(values).items()):
        for level in range(count):
            yield {"x": place(value, low, high), "y": f"{18 + (level - (count - 1) / 2) * 9:g}"}


def grid(rows: Iterable[Row], most: float = 0.0) -> list[dict[str, Any]]:
    """Return the rows with a radius for each cell: the area of a disk follows its value, the largest has radius 14."""
    rows = list(rows)
    most = most or max((float(cell["value"]) for row in rows for cell in row["cells"]), default=0.0) or 1.0
    return [{**row, "cells": [{**cell, "r": _radius(cell["value"], most)} for cell in row["cells"]]} for row in rows]


def _radius(value: float, most: float) -> str:
    return f"{max(MOST_RADIUS * sqrt(min(float(value) / most, 1.0)), LEAST_RADIUS if value else 0):.1f}"


def cluster(number: int) -> list[dict[str, str]]:
    """Return `number` dots in a disk of radius 100: fewer dots are larger, the ink stays the same.

    At most 250 dots are drawn; the number itself always stands beside the drawing.
    """
    drawn = min(number, MOST_DOTS)
    radius = 100 * sqrt(INK / max(drawn, 1))
    return [{"x": f"{x:.1f}", "y": f"{y:.1f}", "r": f"{radius:.1f}"} for x, y in _centres(drawn, radius)]


def _centres(number: int, radius: float) -> list[tuple[float, float]]:
    if number in (1, 3, 6, 10):
        return _triangle(number, radius * 2.28)
    reach = 97 - radius
    polar = [(reach * sqrt((i + 0.5) / number), i * GOLDEN_ANGLE) for i in range(number)]
    return [(far * cos(angle), far * sin(angle)) for far, angle in polar]


def _triangle(number: int, gap: float) -> list[tuple[float, float]]:
    rows = int((sqrt(8 * number + 1) - 1) / 2)
    depth = gap * sqrt(3) / 2
    return [
        ((rows - 1 - row) * depth - (rows - 1) * depth / 3, (i - row / 2) * gap)
        for row in range(rows)
        for i in range(row + 1)
    ]
