"""One cell on its way out and back: what a spreadsheet would run is kept as words."""

import re

# What makes a spreadsheet take a cell for a formula, and the sign that it leaves alone.
RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
SHIELD = "'"
# Characters that no sheet may hold; line breaks and tabs stay.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOST_IN_A_CELL = 32_767


def harmless(cell: object) -> object:
    """Return a cell that a spreadsheet shows as it stands; numbers stay numbers, None becomes empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool | int | float):
        return cell
    text = UNWRITABLE.sub("", str(cell))
    shielded = f"{SHIELD}{text}" if text.lstrip(" \n").startswith((*RUNS, SHIELD)) else text
    return shielded[:MOST_IN_A_CELL]


def fill(cell, value: object):  # type: ignore[no-untyped-def]  # openpyxl has no types
    """Return a cell of a sheet with a value in it, which never runs: words stay words."""
    cell.value = harmless(value)
    if isinstance(cell.value, str):
        cell.data_type = "s"
    return cell


def unshielded(text: str) -> str:
    """Return the words of a cell without the sign that `harmless` put before them."""
    bare = text.removeprefix(SHIELD)
    return bare if bare != text and bare.lstrip(" \n").startswith((*RUNS, SHIELD)) else text
