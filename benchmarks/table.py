"""What was measured, and how it is printed."""

from collections.abc import Iterable
from dataclasses import dataclass

SAME_RUN, PUBLISHED, RECORDED = "same run", "published", "recorded"
HEADINGS = ("bar", "measured", "ours", "beside it", "from", "ratio", "asked", "met")


@dataclass(frozen=True)
class Row:
    """One figure of ours beside another.

    source: "same run" (measured here, just now), "published" (by the authors of the method),
    "recorded" (measured earlier, on another machine).
    """

    bar: str  # as in docs/reference/benchmarks.md; "" tells something that no bar asks
    measured: str
    ours: float | str
    other: float | str = ""
    name: str = ""  # whose figure the other one is
    source: str = ""
    ratio: float | None = None
    asked: str = ""
    met: bool | None = None  # None: no bar, or not measured
    skipped: str = ""  # why there is nothing

    def cells(self) -> tuple[str, ...]:
        """Return the row as words."""
        beside = f"{shown(self.other)} {self.name}".strip()
        met = "skipped" if self.skipped else {True: "yes", False: "NO", None: ""}[self.met]
        ratio = "" if self.ratio is None else f"{self.ratio:.3f}"
        ours = self.skipped or shown(self.ours)
        return (self.bar, self.measured, ours, beside, self.source, ratio, self.asked, met)


def skipped(bar: str, measured: str, why: str) -> Row:
    """Return a row that could not be measured, with the reason."""
    return Row(bar, measured, "", skipped=why)


def shown(value: float | str) -> str:
    """Return a figure in at most five digits that count."""
    return value if isinstance(value, str) else f"{value:.5g}"


def printed(rows: Iterable[Row]) -> str:
    """Return the rows as a table in Markdown, aligned to be read as plain text too."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    told = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    rule = "|".join("-" * (width + 2) for width in widths)
    return "\n".join([f"| {told[0]} |", f"|{rule}|", *(f"| {line} |" for line in told[1:])])


def verdict(rows: Iterable[Row]) -> str:
    """Return which bars are met, which are not and which were not measured."""
    rows = [row for row in rows if row.bar]
    bars = sorted({row.bar for row in rows})
    unmet = [bar for bar in bars if any(row.met is False for row in rows if row.bar == bar)]
    silent = [bar for bar in bars if all(row.met is None for row in rows if row.bar == bar)]
    met = [bar for bar in bars if bar not in unmet and bar not in silent]
    told = [f"Met: {', '.join(met) or 'none'}.", f"Not met: {', '.join(unmet) or 'none'}."]
    return " ".join([*told, f"Not measured: {', '.join(silent)}."] if silent else told)
