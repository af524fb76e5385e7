"""What a file says of one unit: plain values, that can be kept until somebody says yes."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class NameLine:
    """A name a unit had before, with its days; on `until` it no longer held."""

    name: str
    abbreviation: str
    since: date | None
    until: date


@dataclass(frozen=True)
class UnitLine:
    """One unit of a file: its identities, its name, what it was called before, and what it stands under.

    `parents` are keys of this file; `belongs_to` is a register's address of the ministry somewhere above, or empty.
    """

    row: int
    key: str
    name: str
    abbreviation: str
    named_on: date | None
    former: tuple[NameLine, ...]
    ended_on: date | None
    parents: tuple[str, ...]
    belongs_to: str
    tooi: str
    roo_id: str
    oin: str
    file_id: str


def to_json(lines: Iterable[UnitLine]) -> list[dict[str, Any]]:
    """Return lines as plain values that a JSON column can hold."""
    return [_plain(asdict(line)) for line in lines]


def _plain(value: Any) -> Any:
    """Return a value with its days written out."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def from_json(stored: Iterable[dict[str, Any]]) -> list[UnitLine]:
    """Return lines from the values that `to_json` gave."""
    return [_line(dict(line)) for line in stored]


def _line(stored: dict[str, Any]) -> UnitLine:
    former = tuple(
        NameLine(name["name"], name["abbreviation"], _day(name["since"]), date.fromisoformat(name["until"]))
        for name in stored.pop("former")
    )
    days: dict[str, Any] = {name: _day(stored.pop(name)) for name in ("named_on", "ended_on")}
    return UnitLine(former=former, parents=tuple(stored.pop("parents")), **(stored | days))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
