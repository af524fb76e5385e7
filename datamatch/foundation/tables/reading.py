"""Tables from CSV (comma or semicolon, UTF-8 with or without BOM) and from Excel (.xlsx)."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from datamatch.foundation.tables.cells import unshielded
from datamatch.foundation.tables.faults import Fault, FaultyFiles

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 20_000, 200
MOST_SHEET_ROWS = 3 * MOST_ROWS

Line = list[str]


@dataclass(frozen=True)
class Upload:
    """A file that came with a form: its name, and all of its bytes."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """Return how its name ends, with the dot."""
        return Path(self.name).suffix


@dataclass
class Table:
    """The rows of a file under our own column names; `faults` says what could not be read."""

    file: str
    shown: dict[str, str] = field(default_factory=dict)
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    sheet: str = ""

    def fault(self, row: int, column: str, text: str) -> None:
        """Note a fault, naming the column as the file does."""
        self.faults.append(Fault(self.file, row, self.shown.get(column, column), text, self.sheet))

    def refuse_faults(self) -> None:
        """Stop where something was noted.

        :raises FaultyFiles: with every fault noted, in the order of the rows
        """
        if self.faults:
            raise FaultyFiles(sorted(self.faults, key=lambda fault: fault.row))


def read_table(
    path: Path | Upload,
    *,
    columns: Mapping[str, str],
    required: Sequence[str],
    texts: Sequence[str] = (),
    sheets: Sequence[str] = (),
) -> Table:
    """Return the rows of a file; its headers may be Dutch or English, in any order; other columns are left out.

    Line breaks count in the columns named by `texts` only; elsewhere they become spaces. Empty rows are passed over.
    Of an Excel file the first sheet with one of the names `sheets` is read; without such a name the first of all.
    """
    table = Table(path.name)
    lines = [line for line in lines_of(path, table, sheets) if any(cell.strip() for cell in line[1])]
    if not lines and not table.faults:
        table.fault(1, "", _("The file is empty. Give it a header and at least one row."))
    if table.faults:
        return table
    header_row, header = lines[0]
    places = read_header(table, header_row, header, columns, required)
    if not table.faults:
        read_rows(table, lines[1:], places, width=len(header), texts=texts)
    if not table.faults and not table.rows:
        table.fault(header_row + 1, "", _("There is a header but no row below it."))
    return table


def read_header(
    table: Table, row: int, header: Line, columns: Mapping[str, str], required: Sequence[str]
) -> dict[str, int]:
    """Return the place of each column; note columns that are missing or stand there twice."""
    places: dict[str, int] = {}
    for place, written in enumerate(header):
        word = written.strip().lower()
        name = columns.get(word) or columns.get(word.replace(" ", "_"))
        if name and name in places:
            table.fault(row, written.strip(), _("This column stands there twice. Remove one."))
        elif name:
            places[name] = place
            table.shown[name] = written.strip()
    for name in required:
        if name not in places:
            names = " / ".join(written for written, ours in columns.items() if ours == name)
            table.fault(row, "", _("The column “%(names)s” is missing. Add it to the header.") % {"names": names})
    return places


def read_rows(
    table: Table, lines: Sequence[tuple[int, Line]], places: Mapping[str, int], *, width: int, texts: Sequence[str]
) -> None:
    """Add the rows; one with more cells than the header is a fault, and so are too many of them."""
    if len(lines) > MOST_ROWS:
        words = _("There are more than %(most)s rows. Split the file.")
        table.fault(lines[MOST_ROWS][0], "", words % {"most": MOST_ROWS})
        return
    for row, line in lines:
        if any(cell.strip() for cell in line[width:]):
            words = _("This row has more cells than the header. Put quotes around a text that holds the separator.")
            table.fault(row, "", words)
            continue
        cells = {name: unshielded(line[place].strip()) if place < len(line) else "" for name, place in places.items()}
        table.rows.append((row, {name: text if name in texts else one_line(text) for name, text in cells.items()}))


def one_line(text: str) -> str:
    """Return a text on one line, as it must be in the subject of a letter."""
    return " ".join(text.split())


def lines_of(path: Path | Upload, table: Table, sheets: Sequence[str] = ()) -> Iterator[tuple[int, Line]]:
    """Yield row number and cells; note why a file cannot be read."""
    try:
        size = path.stat().st_size if isinstance(path, Path) else len(path.content)
        if size > MOST_BYTES:
            table.fault(1, "", _("The file is larger than 20 MB. Split it."))
            return
        content = path.read_bytes() if isinstance(path, Path) else path.content
    except OSError:
        table.fault(1, "", _("The file cannot be read. Check its name and whether you may open it."))
        return
    if path.suffix.lower() == ".xlsx":
        yield from lines_of_excel(content, table, sheets)
    else:
        yield from lines_of_csv(content, table)


def lines_of_csv(content: bytes, table: Table) -> Iterator[tuple[int, Line]]:
    """Yield the records of a CSV file; a record is one row in a spreadsheet, however many lines its texts take."""
    text = text_of(content, table)
    row = 0
    try:
        for row, line in enumerate(records_in(text, strict=True), 1):
            yield row, line
    except csv.Error:
        table.fault(row + 1, "", _('A quote is opened and not closed, or stands inside a text. Double it: "".'))


def text_of(content: bytes, table: Table) -> str:
    """Return the text of a file, empty after noting the first row that is not UTF-8 text; text holds no zero bytes."""
    try:
        text = content.decode("utf-8-sig")
        before, wrong, _rest = text.partition("\0")
    except UnicodeDecodeError as problem:
        before, wrong = problem.object[: problem.start].decode(), "?"
    if not wrong:
        return text
    row = sum(1 for _record in records_in(before + "?", strict=False))
    table.fault(row, "", _("This is not UTF-8. Save the file as “CSV UTF-8”."))
    return ""


def records_in(text: str, *, strict: bool) -> Iterator[Line]:
    """Yield the records; the separator is the one that the first line holds most of. :raises csv.Error: when strict"""
    header = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]
    separator = ";" if header.count(";") >= header.count(",") else ","
    csv.field_size_limit(MOST_BYTES)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)


def lines_of_excel(content: bytes, table: Table, sheets: Sequence[str] = ()) -> Iterator[tuple[int, Line]]:
    """Yield the rows of one sheet of an Excel file, every cell as text, as wide as the header."""
    from openpyxl import load_workbook

    lines: list[tuple[int, Line]] = []
    try:
        if unpacked_size(content) > MOST_UNPACKED:
            table.fault(1, "", _("Unpacked this file is larger than 200 MB. Remove what is not needed, or split it."))
            return
        with warnings.catch_warnings(action="ignore"):
            pages = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets
            sheet = next((page for page in pages if page.title in sheets), pages[0])
            table.sheet = sheet.title if sheets else ""
            for row, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1):
                if row > MOST_SHEET_ROWS:
                    table.fault(
                        row, "", _("This sheet goes on for too long. Remove its empty rows, or split the file.")
                    )
                    return
                if any(cell is not None for cell in cells):
                    lines.append((row, [as_text(cell) for cell in cells]))
    except Exception:  # the library raises whatever the broken part of a file makes it stumble over
        table.fault(1, "", _("This is not an Excel file (.xlsx). Save it again from your spreadsheet."))
        return
    width = len(lines[0][1]) if lines else 0
    yield from ((row, line[:width]) for row, line in lines)


def unpacked_size(content: bytes) -> int:
    """Return how many bytes an Excel file says to hold once unpacked. :raises BadZipFile: it is not packed at all"""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(part.file_size for part in archive.infolist())


def as_text(cell: object) -> str:
    """Return a cell as text; a whole number without its decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    return str(cell)
