"""Tables out: CSV and Excel that a spreadsheet opens as words, never as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

from datamatch.foundation.tables.cells import fill, harmless

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return the table as CSV: UTF-8 with byte order mark and semicolons, as Dutch spreadsheets expect."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in [header, *rows]:
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_excel(header: Sequence[str], rows: Iterable[Sequence[object]], *, sheet: str) -> bytes:
    """Return the table as one sheet of an Excel file; `sheet` is its name, at most 31 characters."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet[:31])
    page.freeze_panes = "A2"
    for row in [header, *rows]:
        page.append([fill(WriteOnlyCell(page), value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
