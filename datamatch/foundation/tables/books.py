"""Files of several sheets with lists to choose from, to be filled in away from the site."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from datamatch.foundation.tables.cells import fill

LONGEST_NAME = 31
UNNAMEABLE = str.maketrans(dict.fromkeys(":\\/?*[]", " "))


@dataclass(frozen=True)
class Sheet:
    """One sheet: a header and its rows, how wide its columns are, and what can be chosen in some of them.

    `widths` in characters by place of the column, `choices` by place too; `hidden` columns are there for us only.
    """

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[object]]
    widths: Mapping[int, int] = field(default_factory=dict)
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    hidden: Sequence[int] = ()


def as_book(sheets: Sequence[Sheet], *, lists: str) -> bytes:
    """Return an Excel file; what can be chosen stands on a last sheet with the name `lists`.

    A spreadsheet takes a list of more than 255 characters from cells only.
    """
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.remove(book.active)
    choosing = [(sheet, place, options) for sheet in sheets for place, options in sorted(sheet.choices.items())]
    pages = {sheet.name: written(book.create_sheet(sheet_name(sheet.name)), sheet) for sheet in sheets}
    if choosing:
        page = book.create_sheet(sheet_name(lists))
    for column, (sheet, place, options) in enumerate(choosing, 1):
        for row, option in enumerate(options, 1):
            fill(page.cell(row, column), option)
        letter = page.cell(1, column).column_letter
        rule = DataValidation(
            type="list", formula1=f"'{page.title}'!${letter}$1:${letter}${len(options)}", allow_blank=True
        )
        rule.showErrorMessage = True
        pages[sheet.name].add_data_validation(rule)
        chosen = pages[sheet.name].cell(1, place + 1).column_letter
        rule.add(f"{chosen}2:{chosen}{len(sheet.rows) + 1}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(page, sheet: Sheet):  # type: ignore[no-untyped-def]  # openpyxl has no types
    """Return the page with the words of a sheet on it; long words go on below each other."""
    from openpyxl.styles import Alignment, Font

    page.freeze_panes = "B2"
    for row, line in enumerate([sheet.header, *sheet.rows], 1):
        for place, value in enumerate(line):
            cell = fill(page.cell(row, place + 1), value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if row == 1:
                cell.font = Font(bold=True)
    for place, width in sheet.widths.items():
        page.column_dimensions[page.cell(1, place + 1).column_letter].width = width
    for place in sheet.hidden:
        page.column_dimensions[page.cell(1, place + 1).column_letter].hidden = True
    return page


def sheet_name(name: str) -> str:
    """Return a name that a sheet may have."""
    return name.translate(UNNAMEABLE).replace("'", "’")[:LONGEST_NAME].strip()
