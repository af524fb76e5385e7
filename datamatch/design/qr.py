"""A QR code as one drawn path, so that it is sharp on a wall and on paper, and needs no picture file."""

from dataclasses import dataclass
from functools import lru_cache

import qrcode  # type: ignore[import-untyped]
from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]

# The empty edge that a camera needs around the code, in modules.
EDGE = 4


@dataclass(frozen=True)
class Drawing:
    """A path of dark modules on a square of this many units."""

    size: int
    path: str


@lru_cache(maxsize=64)
def drawn(text: str) -> Drawing:
    """Return the QR code of a text; up to 15 % of it may be damaged or covered."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    rows = code.get_matrix()
    runs = [f"M{start} {y + EDGE}h{length}v1h-{length}z" for y, row in enumerate(rows) for start, length in _runs(row)]
    return Drawing(len(rows) + 2 * EDGE, "".join(runs))


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Return where dark runs of a row begin, the edge included, and how long they are."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row, start=EDGE):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs
