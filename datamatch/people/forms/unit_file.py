"""The file of units: the open organisation data, or your own in the same form; read whole, or refused."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from datamatch.foundation.tables.faults import Fault, FaultyFiles
from datamatch.people.forms.unit_register import lines_of_register, one_line
from datamatch.people.queries.unit_lines import NameLine, UnitLine

MOST_BYTES, MOST_UNITS, MOST_ABOVE = 20_000_000, 20_000, 100
MOST_OF_NAME, MOST_OF_ABBREVIATION, MOST_OF_ID = 200, 30, 200
HISTORIC = "/hv_"
"""In the address of a historic version in the register of ministries."""


class UnitFile:
    """One file while it is read, with the faults found so far."""

    def __init__(self, name: str) -> None:
        """Begin without faults."""
        self.name = name
        self.faults: list[Fault] = []

    def fault(self, row: int, field: str, text: str) -> None:
        """Note what is wrong and what to do."""
        self.faults.append(Fault(self.name, row, field, text))

    def refuse_faults(self) -> None:
        """Refuse the file when something is wrong with it. :raises FaultyFiles: with every fault"""
        if self.faults:
            raise FaultyFiles(self.faults)


def read_units(content: bytes, *, name: str) -> list[UnitLine]:
    """Return the units of a file. Rows count the units in the file, from 1.

    :raises FaultyFiles: with every fault of the file, by row and field
    """
    file = UnitFile(name)
    records = records_of(file, content)
    if any("@id" in record for record in records):
        lines = lines_of_register(records)
        if not lines:
            file.fault(0, "", _("There are no organisations in this register file."))
    else:
        lines = [line for at, record in enumerate(records, 1) if (line := line_of(file, at, record)) is not None]
        check_identities(file, lines)
        file.refuse_faults()
        lines = folded(lines, {line.key: successor_of(records[line.row - 1]) for line in lines})
    check_identities(file, lines)
    check_places(file, lines)
    file.refuse_faults()
    return lines


def records_of(file: UnitFile, content: bytes) -> list[dict[str, Any]]:
    """Return the records of a file. :raises FaultyFiles: it is no list of records, or too long"""
    if len(content) > MOST_BYTES:
        file.fault(0, "", _("The file is larger than 20 MB. Split it."))
        file.refuse_faults()
    try:
        stored = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        file.fault(0, "", _("This is not a JSON file. Take the file as it was published."))
        file.refuse_faults()
    if not isinstance(stored, list) or not stored or not all(isinstance(record, dict) for record in stored):
        file.fault(0, "", _("This is not a list of units. See the reference of the file of units."))
    elif len(stored) > MOST_UNITS:
        file.fault(0, "", _("There are more than 20,000 units. Split the file."))
    file.refuse_faults()
    return list(stored)


def line_of(file: UnitFile, row: int, record: dict[str, Any]) -> UnitLine | None:
    """Return one unit, noting what is wrong with it; None where it has no name or no identity."""
    key = text_of(file, row, record, "id", most=MOST_OF_ID)
    names = record.get("names")
    if not key:
        file.fault(row, "id", _("A unit needs an id of its own, as in “org:water”. Fill it in."))
    if not isinstance(names, list) or not names or not all(isinstance(name, dict) for name in names):
        file.fault(row, "names", _("A unit needs at least one name. Fill it in."))
        return None
    dated = [dated_name(file, row, name) for name in names]
    ended = day_of(file, row, record, "valid_until")
    now = next((name for name in dated if name[3] is None and not ended), dated[0])
    former = former_names(file, row, dated, now[0])
    parents = record.get("parent_id") or []
    return UnitLine(
        row=row, key=key, name=now[0], abbreviation=now[1], named_on=now[2], former=former,
        ended_on=ended + timedelta(days=1) if ended else None,
        parents=tuple(one_line(str(parent)) for parent in (parents if isinstance(parents, list) else [parents])),
        belongs_to=text_of(file, row, record, "ministry_tooi", most=MOST_OF_NAME),
        tooi=text_of(file, row, record, "tooi", most=MOST_OF_NAME),
        roo_id=text_of(file, row, record, "roo_id", most=20), oin=text_of(file, row, record, "oin", most=30),
        file_id=key,
    )  # fmt: skip


DatedName = tuple[str, str, date | None, date | None]


def dated_name(file: UnitFile, row: int, record: dict[str, Any]) -> DatedName:
    """Return name, abbreviation, first day and the day after the last; the file gives the last day itself."""
    name = text_of(file, row, record, "value", most=MOST_OF_NAME)
    if not name:
        file.fault(row, "names", _("A name is empty. Fill it in."))
    since, last = day_of(file, row, record, "valid_from"), day_of(file, row, record, "valid_until")
    if since and last and last < since:
        file.fault(row, "names", _("The name “%(name)s” ends before it begins. Change a day.") % {"name": name[:80]})
    short = text_of(file, row, record, "abbr", most=MOST_OF_ABBREVIATION)
    return name, short, since, last + timedelta(days=1) if last else None


def former_names(file: UnitFile, row: int, names: list[DatedName], now: str) -> tuple[NameLine, ...]:
    """Return the earlier names with both days; a name without days is a second spelling, which we do not keep."""
    ended = [(name, short, since, until) for name, short, since, until in names if since and until and name != now]
    return tuple(NameLine(*name) for name in sorted(ended, key=lambda name: name[3]))


def text_of(file: UnitFile, row: int, record: dict[str, Any], field: str, *, most: int) -> str:
    """Return a text with single spaces, noting one that is too long or no text at all."""
    value = record.get(field) or ""
    if not isinstance(value, (str, int)):
        file.fault(row, field, _("This is not a text. Write it between quotes."))
        return ""
    text = one_line(str(value))
    if len(text) > most:
        words = _("This text has %(length)s characters, at most %(most)s fit. Shorten it.")
        file.fault(row, field, words % {"length": len(text), "most": most})
    return text


def day_of(file: UnitFile, row: int, record: dict[str, Any], field: str) -> date | None:
    """Return a day, noting what is none."""
    written = record.get(field)
    if not written:
        return None
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        words = _("“%(day)s” is not a day. Write it like 2026-05-16.")
        file.fault(row, field, words % {"day": str(written)[:40]})
        return None


def successor_of(record: dict[str, Any]) -> str:
    """Return the first unit that a unit went over into, or an empty word."""
    after = record.get("successor_id") or ""
    return str(after[0] if isinstance(after, list) and after else after)


def folded(lines: list[UnitLine], successors: dict[str, str]) -> list[UnitLine]:
    """Return the units that live or lived; a historic version becomes a former name of what it went over into."""
    historic = {line.key for line in lines if HISTORIC in line.tooi}
    whose = {key: owner for key in historic if (owner := _owner(key, successors, historic))}
    versions = {line.key: line for line in lines if line.key in whose}
    living = {line.key: line for line in lines if line.key not in whose}
    for key, line in list(living.items()):
        mine = [versions[other] for other, owner in whose.items() if owner == key]
        parents = (whose.get(parent, parent) for parent in line.parents)
        if line.ended_on is None:
            parents = (_lasting(parent, successors, living) for parent in parents)
        living[key] = replace(with_versions(line, mine), parents=tuple(dict.fromkeys(parents)))
    return list(living.values())


def _lasting(key: str, successors: dict[str, str], living: dict[str, UnitLine]) -> str:
    """Return what an ended unit went over into, if the file says so; a unit that lives cannot stand under it."""
    after = successors.get(key, "")
    over = key in living and living[key].ended_on is not None and after in living and living[after].ended_on is None
    return after if over else key


def _owner(key: str, successors: dict[str, str], historic: set[str]) -> str:
    """Return what a historic version went over into in the end, or an empty word when the file does not say."""
    seen: set[str] = set()
    while key in historic and key not in seen:
        seen.add(key)
        key = successors.get(key, "")
    return key if key in successors and key not in historic else ""


def with_versions(line: UnitLine, versions: list[UnitLine]) -> UnitLine:
    """Return a unit with the names of its historic versions; those count before other dated names."""
    ended = sorted((v for v in versions if v.ended_on), key=lambda version: version.ended_on or date.max)
    former: list[NameLine] = []
    for version in ended:
        since = version.named_on or (former[-1].until if former else None)
        former.append(NameLine(version.name, version.abbreviation, since, version.ended_on or date.max))
    former += [name for name in line.former if not any(overlap(name, other) for other in former)]
    former.sort(key=lambda name: name.until)
    return replace(line, former=tuple(former), named_on=former[-1].until if former else line.named_on)


def overlap(one: NameLine, other: NameLine) -> bool:
    """Tell whether two names hold on one day."""
    return (one.since or date.min) < other.until and (other.since or date.min) < one.until


def check_identities(file: UnitFile, lines: list[UnitLine]) -> None:
    """Note an identity that two units share, and an address of the register that is too long to keep."""
    for field in ("key", "tooi", "roo_id"):
        seen: dict[str, int] = {}
        for line in lines:
            value = getattr(line, field)
            if value and value in seen:
                words = _("Row %(row)s has this identity too. One unit, one row.")
                file.fault(line.row, "id" if field == "key" else field, words % {"row": seen[value]})
            if len(value) > MOST_OF_ID:
                words = _("This text has %(length)s characters, at most %(most)s fit. Shorten it.")
                file.fault(line.row, field, words % {"length": len(value), "most": MOST_OF_ID})
            seen.setdefault(value, line.row)


def check_places(file: UnitFile, lines: list[UnitLine]) -> None:
    """Note units that stand under themselves, or under more than anybody believes."""
    parents = {line.key: line.parents for line in lines}
    for line in lines:
        above = _above(line.key, parents)
        if line.key in above:
            file.fault(line.row, "parent_id", _("This unit stands under itself. Change what it stands under."))
        elif len(above) > MOST_ABOVE:
            file.fault(
                line.row, "parent_id", _("More than 100 units stand above this one. Change what it stands under.")
            )


def _above(key: str, parents: dict[str, tuple[str, ...]]) -> set[str]:
    """Return everything above a unit; the unit itself where going up leads back to it."""
    found: set[str] = set()
    waiting = list(parents[key])
    while waiting and len(found) <= MOST_ABOVE:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting.extend(parents.get(above, ()))
    return found
