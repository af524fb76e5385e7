"""Tables in and out: what is written is read back as it was, and a spreadsheet runs none of it."""

import csv
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from datamatch.foundation.tables import Upload, as_csv, as_excel, read_table
from datamatch.foundation.tables.cells import RUNS, harmless, unshielded

NAMES = {"title": "title", "demand": "demand"}
TEXTS = ("title", "demand")
QUICK = settings(max_examples=150, deadline=None)
# What one cell of a form can hold: words with line breaks, and beginnings that a spreadsheet would run.
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20).map(str.strip)
CELLS = st.one_of(
    WORDS,
    st.tuples(st.sampled_from([*RUNS, "'", "'=", "''+", " =", "\n-"]), WORDS).map("".join).map(str.strip),
)
WRITERS = [("csv", as_csv), ("xlsx", lambda header, rows: as_excel(header, rows, sheet="Ideas"))]


def read_back(suffix, content):
    """Return the rows of a written table as our own reader finds them."""
    table = read_table(Upload(f"any.{suffix}", content), columns=NAMES, required=["title"], texts=TEXTS)
    assert table.faults == []
    return [(cells["title"], cells["demand"]) for _row, cells in table.rows]


@pytest.mark.parametrize(("suffix", "write"), WRITERS)
@QUICK
@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_what_is_written_is_read_back(suffix, write, rows):
    rows = [row for row in rows if row[0]]
    if not any(any(row) for row in rows):
        return
    assert read_back(suffix, write(["title", "demand"], rows)) == rows


@QUICK
@given(cell=CELLS)
def test_no_cell_begins_as_a_formula(cell):
    written = str(harmless(cell))
    assert not written.lstrip(" \n").startswith(RUNS)
    assert unshielded(written) == cell


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+31 6", "-5 %", "@someone", "\tx", "＝1+1", " =1"])
def test_a_formula_is_kept_as_words(text):
    assert harmless(text) == f"'{text}"


def test_numbers_stay_numbers_and_nothing_is_empty():
    assert [harmless(cell) for cell in (3, -2.5, True, None)] == [3, -2.5, True, ""]


def test_a_sheet_holds_no_formula():
    sheet = load_workbook(io.BytesIO(as_excel(["=a"], [["=1+1"], ["x"]], sheet="S"))).active
    assert [(cell.value, cell.data_type) for row in sheet.iter_rows() for cell in row] == [
        ("'=a", "s"),
        ("'=1+1", "s"),
        ("x", "s"),
    ]


def test_characters_that_no_sheet_may_hold_are_left_out():
    assert harmless("a\x00b\x0bc\uffff\nd") == "abc\nd"


def test_csv_opens_in_a_dutch_spreadsheet():
    content = as_csv(["title", "demand"], [["één", 'zij zei: "ja; nu"']])
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [["title", "demand"], ["één", 'zij zei: "ja; nu"']]


def faults_of(name, content):
    return [str(fault) for fault in read_table(Upload(name, content), columns=NAMES, required=["title"]).faults]


def test_a_file_that_unpacks_to_too_much_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/{number}.xml", b"0" * (70 * 1024 * 1024))
    assert len(packed.getvalue()) < 1024 * 1024
    [fault] = faults_of("bomb.xlsx", packed.getvalue())
    assert "larger than 200 MB" in fault


def test_a_large_file_is_refused():
    [fault] = faults_of("large.csv", b"title\n" + b"x" * (21 * 1024 * 1024))
    assert "larger than 20 MB" in fault


def test_a_file_that_is_no_spreadsheet_is_refused():
    [fault] = faults_of("photo.xlsx", b"\x89PNG\r\n\x1a\n")
    assert "not an Excel file" in fault
