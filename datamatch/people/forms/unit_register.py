"""The register of ministries as TOOI publishes it, in JSON-LD: living organisations and their historic versions."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from datamatch.people.queries.unit_lines import NameLine, UnitLine

ONTOLOGY = "https://identifier.overheid.nl/tooi/def/ont/"
VERSION, VERSION_OF = f"{ONTOLOGY}HistorischeVersie", "http://www.w3.org/ns/prov#specializationOf"
Record = dict[str, Any]


def lines_of_register(records: list[Record]) -> list[UnitLine]:
    """Return the organisations of a register; changes of the register itself and other things are passed over."""
    named = [(row, record) for row, record in enumerate(records, 1) if _said(record, "officieleNaamExclSoort")]
    versions: dict[str, list[Record]] = defaultdict(list)
    for _row, record in named:
        if VERSION in record.get("@type", ()):
            versions[_first(record.get(VERSION_OF), "@id")].append(record)
    return [_line(row, record, versions) for row, record in named if VERSION not in record.get("@type", ())]


def _line(row: int, record: Record, versions: dict[str, list[Record]]) -> UnitLine:
    """Return one organisation with the names of its versions; the register gives the last day of each."""
    address = one_line(str(record.get("@id", "")))
    since, former = _day(record, "begindatum"), []
    for version in sorted(versions[address], key=lambda one: _said(one, "einddatum")):
        if (last := _day(version, "einddatum")) is not None:
            until = last + timedelta(days=1)
            former.append(NameLine(*_names(version), _day(version, "begindatum") or since, until))
            since = until
    name, abbreviation = _names(record)
    last = _day(record, "einddatum")
    return UnitLine(
        row=row, key=address, name=name, abbreviation=abbreviation, named_on=since if former else None,
        former=tuple(former), ended_on=last + timedelta(days=1) if last else None, parents=(), belongs_to="",
        tooi=address, roo_id="", oin="", file_id="",
    )  # fmt: skip


def _names(record: Record) -> tuple[str, str]:
    return _said(record, "officieleNaamExclSoort")[:200], _said(record, "afkorting")[:30]


def _said(record: Record, field: str) -> str:
    return _first(record.get(ONTOLOGY + field), "@value")


def _first(values: Any, part: str) -> str:
    """Return the first value of a property, or an empty word."""
    first = values[0] if isinstance(values, list) and values else {}
    return one_line(str(first.get(part, ""))) if isinstance(first, dict) else ""


def one_line(text: str) -> str:
    """Return a text with single spaces and without signs that cannot be shown, which no database likes."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _day(record: Record, field: str) -> date | None:
    try:
        return date.fromisoformat(_said(record, field)[:10])
    except ValueError:
        return None
