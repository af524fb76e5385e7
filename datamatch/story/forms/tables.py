"""Tables from CSV (comma or semicolon, UTF-8 with or without BOM) and from Excel (.xlsx)."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

from django.utils.translation import gettext as _

from datamatch.story.forms.faults import Fault

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000

Line = list[str]


@dataclass
class Table:
    """The rows of a file under our own column names; `faults` says what could not be read."""

    file: str
    shown: dict[str, str] = field(default_factory=dict)
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, row: int, column: str, text: str) -> None:
        """Note a fault, naming the column as the file does."""
        self.faults.append(Fault(self.file, row, self.shown.get(column, column), text))


def read_table(path: Path, *, columns: Mapping[str, str], required: Sequence[str]) -> Table:
    """Return the rows of a file; its headers may be Dutch or English, in any order; other columns are left out."""
    table = Table(path.name)
    lines = list(lines_of(path, table))
    if not lines and not table.faults:
        table.fault(1, "", _("The file is empty. Give it a header and at least one row."))
    if table.faults:
        return table
    places = read_header(table, lines[0][1], columns, required)
    if not table.faults:
        for row, line in lines[1:]:
            read_row(table, row, line, places, width=len(lines[0][1]))
    if not table.faults and not table.rows:
        table.fault(2, "", _("There is a header but no row below it."))
    return table


def read_header(table: Table, header: Line, columns: Mapping[str, str], required: Sequence[str]) -> dict[str, int]:
    """Return the place of each column; note columns that are missing or stand there twice."""
    places: dict[str, int] = {}
    for place, written in enumerate(header):
        word = written.strip().lower()
        name = columns.get(word) or columns.get(word.replace(" ", "_"))
        if name and name in places:
            table.fault(1, written.strip(), _("This column stands there twice. Remove one."))
        elif name:
            places[name] = place
            table.shown[name] = written.strip()
    for name in required:
        if name not in places:
            names = " / ".join(written for written, ours in columns.items() if ours == name)
            table.fault(1, "", _("The column “%(names)s” is missing. Add it to the header.") % {"names": names})
    return places


def read_row(table: Table, row: int, line: Line, places: Mapping[str, int], *, width: int) -> None:
    """Add one row; an empty one is passed over, one with more cells than the header is a fault."""
    if not any(cell.strip() for cell in line):
        return
    if any(cell.strip() for cell in line[width:]):
        words = _("This row has more cells than the header. Put quotes around a text that holds the separator.")
        table.fault(row, "", words)
    elif len(table.rows) == MOST_ROWS:
        table.fault(row, "", _("There are more than %(most)s rows. Split the file.") % {"most": MOST_ROWS})
    elif len(table.rows) < MOST_ROWS:
        cells = {name: line[place].strip() if place < len(line) else "" for name, place in places.items()}
        table.rows.append((row, cells))


def lines_of(path: Path, table: Table) -> Iterator[tuple[int, Line]]:
    """Yield row number and cells; note why a file cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            table.fault(1, "", _("The file is larger than 20 MB. Split it."))
            return
        content = path.read_bytes()
    except OSError:
        table.fault(1, "", _("The file cannot be read. Check its name and whether you may open it."))
        return
    read = lines_of_excel if path.suffix.lower() == ".xlsx" else lines_of_csv
    yield from read(content, table)


def lines_of_csv(content: bytes, table: Table) -> Iterator[tuple[int, Line]]:
    """Yield the records of a CSV file; the separator is the one that the header holds most of."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        row = content[: problem.start].count(b"\n") + 1
        table.fault(row, "", _("This is not UTF-8. Save the file as “CSV UTF-8”."))
        return
    header = text.partition("\n")[0]
    separator = ";" if header.count(";") >= header.count(",") else ","
    csv.field_size_limit(MOST_BYTES)
    row = 0
    try:
        for row, line in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            yield row, line
    except csv.Error:
        table.fault(row + 1, "", _('A quote is opened and not closed, or stands inside a text. Double it: "".'))


def lines_of_excel(content: bytes, table: Table) -> Iterator[tuple[int, Line]]:
    """Yield the rows of the first sheet of an Excel file, every cell as text."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError):
        table.fault(1, "", _("This is not an Excel file (.xlsx). Save it again from your spreadsheet."))
        return
    for row, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
        yield row, [as_text(cell) for cell in cells]


def as_text(cell: object) -> str:
    """Return a cell as text; a whole number without its decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
