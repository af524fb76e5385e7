"""The table of docs/reference/permissions.md, as its readers and the tests read it."""

import re
from dataclasses import dataclass

from tests.architecture.house import ROOT
from tests.permissions.roles import ROLES

PAGE = ROOT / "docs" / "reference" / "permissions.md"
HEAD = ["address", "what", "how", "when", *ROLES]
ORDER = ("always", "call", "screening", "matching")
DRAFT = "draft"


@dataclass(frozen=True)
class Row:
    """One line: who gets what at an address, from a stage on until a later line of the same address."""

    room: str
    address: str
    ways: tuple[str, ...]
    when: str
    cells: dict[str, str]


def rows() -> list[Row]:
    """Return every line of the page, room by room."""
    found, room = [], ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## .*`(\w+)`", line):
            room = heading[1]
        if line.startswith("| `") and room:
            found.append(row_of(room, [cell.strip() for cell in line.strip().strip("|").split("|")]))
    return found


def row_of(room: str, cells: list[str]) -> Row:
    """Return one line; it has as many cells as the head of the table."""
    address, _what, how, when, *answers = cells
    ways = tuple(way.strip() for way in how.split(","))
    return Row(room, address.strip("`"), ways, when, dict(zip(ROLES, answers, strict=True)))


def lines_in(stage: str, room: str, *, only_new: bool) -> list[Row]:
    """Return the line that holds in a stage for every address and way of a room; or only those that begin there."""
    holding: dict[tuple[str, str], Row] = {}
    for row in rows():
        if row.room == room and row.when != DRAFT and ORDER.index(row.when) <= ORDER.index(stage):
            for way in row.ways:
                key = (row.address, way)
                if key not in holding or ORDER.index(holding[key].when) <= ORDER.index(row.when):
                    holding[key] = Row(room, row.address, (way,), row.when, row.cells)
    return [row for row in holding.values() if not only_new or row.when == stage]


def lines_of_drafts() -> list[Row]:
    """Return the lines about an idea that was not sent yet."""
    found = [row for row in rows() if row.when == DRAFT]
    return [Row(row.room, row.address, (way,), row.when, row.cells) for row in found for way in row.ways]
