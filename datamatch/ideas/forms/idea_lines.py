"""The file of ideas: its columns in two languages, and one line of it once it is read and found right."""

from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from datamatch.foundation.tables import Table, Upload, read_table
from datamatch.ideas.models import Idea

IDEA_COLUMNS: dict[str, str] = {
    "title": "title", "titel": "title",
    "demand": "demand", "vraag": "demand",
    "data": "data",
    "result": "result", "resultaat": "result",
    "submitter": "submitter", "indiener": "submitter",
    "unit": "unit", "onderdeel": "unit",
    "theme": "theme", "thema": "theme",
    "language": "language", "taal": "language",
}  # fmt: skip
IDEA_REQUIRED = ("title", "demand", "submitter")

LANGUAGES: dict[str, str] = {
    "nl": "nl", "nederlands": "nl", "dutch": "nl",
    "en": "en", "engels": "en", "english": "en",
}  # fmt: skip

TEXTS = ("demand", "data", "result")
# How many characters we keep of each.
MOST: dict[str, int] = {name: getattr(Idea._meta.get_field(name), "max_length", 0) for name in ("title", *TEXTS)}
MOST_OF_ADDRESS = 254


@dataclass(frozen=True)
class IdeaLine:
    """One idea as its file tells it; `row` is its row in the file, the header being row 1."""

    row: int
    title: str
    demand: str
    data: str
    result: str
    submitter: str
    unit: str
    theme: str
    language: str


def read_ideas(path: Path | Upload) -> list[IdeaLine]:
    """Return the ideas of a file.

    :raises FaultyFiles: with every fault of the file, by row and column
    """
    table = read_table(path, columns=IDEA_COLUMNS, required=IDEA_REQUIRED, texts=TEXTS)
    lines = [read_idea(table, row, cells) for row, cells in table.rows]
    table.refuse_faults()
    return lines


def read_idea(table: Table, row: int, cells: dict[str, str]) -> IdeaLine:
    """Return one idea, noting what is wrong with it."""
    for name in IDEA_REQUIRED:
        if not cells[name]:
            table.fault(row, name, _("This cell is empty. It must be filled in."))
    for name, most in MOST.items():
        check_length(table, row, name, cells.get(name, ""), most=most)
    check_email(table, row, "submitter", cells["submitter"])
    language = cells.get("language", "").lower() or "nl"
    if language not in LANGUAGES:
        words = _("“%(word)s” is not a language we know. Write nl or en.")
        table.fault(row, "language", words % {"word": language[:40]})
    return IdeaLine(
        row=row,
        title=cells["title"],
        demand=cells["demand"],
        data=cells.get("data", ""),
        result=cells.get("result", ""),
        submitter=cells["submitter"].lower(),
        unit=cells.get("unit", ""),
        theme=cells.get("theme", ""),
        language=LANGUAGES.get(language, "nl"),
    )


def check_length(table: Table, row: int, name: str, text: str, *, most: int) -> None:
    """Note a text of more characters than fit."""
    if len(text) > most:
        words = _("This text has %(length)s characters, at most %(most)s fit. Shorten it.")
        table.fault(row, name, words % {"length": len(text), "most": most})


def check_email(table: Table, row: int, name: str, address: str) -> None:
    """Note an address that is none, or longer than we keep; an empty one is noted elsewhere."""
    check_length(table, row, name, address, most=MOST_OF_ADDRESS)
    try:
        validate_email(address or "nobody@example.org")
    except ValidationError:
        words = _("“%(word)s” is not an e-mail address. Write it like name@organisation.nl.")
        table.fault(row, name, words % {"word": address[:80]})
