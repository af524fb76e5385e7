"""The file of people."""

from pathlib import Path

from django.utils.text import slugify
from django.utils.translation import gettext as _

from datamatch.foundation.tables.reading import Table, read_table
from datamatch.ideas.forms.idea_lines import LANGUAGES, check_email
from datamatch.people.enums import disciplines
from datamatch.story.enums import PERSON_COLUMNS, PERSON_REQUIRED, ROLES, SAFEGUARDS, PersonLine


def read_people(path: Path) -> list[PersonLine]:
    """Return the people of a file.

    :raises FaultyFiles: with every fault of the file, by row and column
    """
    table = read_table(path, columns=PERSON_COLUMNS, required=PERSON_REQUIRED)
    lines = [read_person(table, row, cells) for row, cells in table.rows]
    seen: dict[str, int] = {}
    for line in lines:
        if line.email and line.email in seen:
            words = _("This address stands in row %(row)s too. One person, one row.")
            table.fault(line.row, "email", words % {"row": seen[line.email]})
        seen.setdefault(line.email, line.row)
    table.refuse_faults()
    return lines


def read_person(table: Table, row: int, cells: dict[str, str]) -> PersonLine:
    """Return one person, noting what is wrong with them."""
    for name in PERSON_REQUIRED:
        if not cells[name]:
            table.fault(row, name, _("This cell is empty. It must be filled in."))
    if len(cells["name"]) > 120:
        table.fault(row, "name", _("A name has at most 120 characters. Shorten it."))
    check_email(table, row, "email", cells["email"])
    return PersonLine(
        row=row,
        name=cells["name"],
        email=cells["email"].lower(),
        unit=cells.get("unit", ""),
        discipline=read_discipline(table, row, cells.get("discipline", "")),
        skills=read_levels(table, row, cells.get("skills", "")),
        hours_per_week=read_hours(table, row, cells.get("hours_per_week", "")),
        role=read_role(table, row, cells.get("role", "")),
        languages=read_languages(table, row, cells.get("languages", "")),
        learning=tuple(read_levels(table, row, cells.get("learning", ""), "learning")),
        safeguards=read_safeguards(table, row, cells.get("safeguards", "")),
        about=cells.get("about", "")[:1000],
    )


def read_discipline(table: Table, row: int, word: str) -> str:
    """Return the id of a discipline, given by id or by Dutch or English name; note an unknown one."""
    known = {name.lower(): d.id for d in disciplines().values() for name in (d.id, d.nl, d.en)}
    if word and word.lower() not in known:
        words = _("“%(word)s” is not a discipline we know. Choose one of: %(known)s.")
        table.fault(row, "discipline", words % {"word": word[:40], "known": ", ".join(disciplines())})
    return known.get(word.lower(), "")


def read_safeguards(table: Table, row: int, written: str) -> tuple[str, ...]:
    """Return the aspects somebody can safeguard, given in Dutch or English; note an unknown one."""
    words = [word.strip().lower() for word in written.replace(";", ",").split(",") if word.strip()]
    for word in words:
        if word not in SAFEGUARDS:
            told = _("“%(word)s” is no aspect we know. Write legal, technical or ethical.")
            table.fault(row, "safeguards", told % {"word": word[:40]})
    return tuple(dict.fromkeys(SAFEGUARDS[word] for word in words if word in SAFEGUARDS))


def read_levels(table: Table, row: int, written: str, column: str = "skills") -> dict[str, int]:
    """Return the level per skill of `python:3;statistiek:2`; a skill without a level counts as 2."""
    levels: dict[str, int] = {}
    for part in filter(None, (part.strip() for part in written.replace(",", ";").split(";"))):
        name, _colon, level = part.partition(":")
        slug = slugify(name)[:60]
        if not slug or (level.strip() or "2") not in {"1", "2", "3", "4"}:
            words = _("“%(word)s” is not a skill with a level from 1 to 4. Write it like python:3.")
            table.fault(row, column, words % {"word": part[:80]})
        else:
            levels[slug] = int(level.strip() or 2)
    return levels


def read_hours(table: Table, row: int, word: str) -> int:
    """Return the hours per week; an empty cell is none; note what is not a whole number from 0 to 40."""
    if not word:
        return 0
    if not word.isdecimal() or len(word) > 4 or int(word) > 40:
        table.fault(row, "hours_per_week", _("“%(word)s” is not a whole number from 0 to 40.") % {"word": word[:20]})
        return 0
    return int(word)


def read_role(table: Table, row: int, word: str) -> str:
    """Return manager, screener, juror or an empty word; note what is none of these."""
    if word and word.lower() not in ROLES:
        words = _("“%(word)s” is not a role here. Write manager, screener or juror, or leave it empty.")
        table.fault(row, "role", words % {"word": word[:40]})
    return ROLES.get(word.lower(), "")


def read_languages(table: Table, row: int, written: str) -> tuple[str, ...]:
    """Return the languages, Dutch when none is given; note unknown ones."""
    words = [word.strip().lower() for word in written.replace(";", ",").split(",") if word.strip()]
    for word in words:
        if word not in LANGUAGES:
            words_of_fault = _("“%(word)s” is not a language we know. Write nl or en.")
            table.fault(row, "languages", words_of_fault % {"word": word[:40]})
    return tuple(dict.fromkeys(LANGUAGES[word] for word in words if word in LANGUAGES)) or ("nl",)
