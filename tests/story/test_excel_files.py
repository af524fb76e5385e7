"""Excel files as people save them."""

from datetime import date

import pytest
from openpyxl import Workbook

from datamatch.story.forms import read_ideas, read_people
from tests.story.files import IDEA, csv_file, excel_file, faults_of, rows_of

NOT_EXCEL = "This is not an Excel file (.xlsx). Save it again from your spreadsheet."
PEOPLE = ["Naam", "E-mail", "Uren per week", "Vaardigheden"]


def test_ideas_are_read_from_the_first_sheet(tmp_path):
    (idea,) = read_ideas(excel_file(tmp_path, rows_of(IDEA)))
    assert (idea.row, idea.title, idea.submitter) == (2, IDEA["title"], IDEA["submitter"])


def test_numbers_and_days_count_as_they_read(tmp_path):
    rows = [["title", "demand", "submitter"], [42.0, date(2026, 3, 2), "a@b.nl"], [4.5, True, "a@b.nl"]]
    ideas = read_ideas(excel_file(tmp_path, rows))
    assert [(idea.title, idea.demand) for idea in ideas] == [("42", "2026-03-02 00:00:00"), ("4.5", "True")]


def test_hours_are_whole_numbers(tmp_path):
    rows = [PEOPLE, ["Anna", "a@b.nl", 4.0, "python:3"], ["Bob", "b@b.nl", 4.5, None]]
    assert faults_of(read_people, excel_file(tmp_path, rows)) == [
        (3, "Uren per week", "“4.5” is not a whole number from 0 to 40.")
    ]


@pytest.mark.parametrize("hours", [1e300, 1e15, -1, "9" * 5000, "١٢٣٤٥"])
def test_huge_number_is_a_fault_and_no_failure(tmp_path, hours):
    ((row, column, text),) = faults_of(read_people, excel_file(tmp_path, [PEOPLE, ["Anna", "a@b.nl", hours, ""]]))
    assert (row, column, text.partition("”")[2]) == (2, "Uren per week", " is not a whole number from 0 to 40.")


def test_formula_without_a_saved_value_is_an_empty_cell(tmp_path):
    rows = [["title", "demand", "submitter"], ["=1+1", "Which?", "a@b.nl"]]
    assert faults_of(read_ideas, excel_file(tmp_path, rows)) == [
        (2, "title", "This cell is empty. It must be filled in.")
    ]


def test_rows_count_as_the_sheet_shows_them(tmp_path):
    rows = [[], ["title", "demand", "submitter"], [], ["A", "B", "a@b.nl"], [], ["C", "", "a@b.nl"]]
    assert faults_of(read_ideas, excel_file(tmp_path, rows)) == [
        (6, "demand", "This cell is empty. It must be filled in.")
    ]


def test_what_stands_beside_the_table_is_left_out(tmp_path):
    rows = [["title", "demand", "submitter"], ["A", "B", "a@b.nl", None, "my own note"]]
    assert read_ideas(excel_file(tmp_path, rows))[0].title == "A"


@pytest.mark.parametrize("content", [b"title;demand\n", b"", b"PK\x03\x04 but broken", b"\0" * 100])
def test_something_else_named_xlsx_is_refused(tmp_path, content):
    assert faults_of(read_ideas, csv_file(tmp_path, content, name="ideas.xlsx")) == [(1, "", NOT_EXCEL)]


def test_half_an_excel_file_is_refused(tmp_path):
    whole = excel_file(tmp_path, rows_of(IDEA)).read_bytes()
    path = csv_file(tmp_path, whole[: len(whole) // 2], name="half.xlsx")
    assert faults_of(read_ideas, path) == [(1, "", NOT_EXCEL)]


def test_excel_file_with_another_name_is_not_text(tmp_path):
    path = excel_file(tmp_path, rows_of(IDEA)).rename(tmp_path / "ideas.csv")
    assert faults_of(read_ideas, path)[0][2] == "This is not UTF-8. Save the file as “CSV UTF-8”."


def test_workbook_with_charts_only_is_refused(tmp_path):
    book = Workbook()
    book.create_chartsheet("chart")
    book.remove(book.worksheets[0])
    book.save(tmp_path / "chart.xlsx")
    assert faults_of(read_ideas, tmp_path / "chart.xlsx") == [(1, "", NOT_EXCEL)]


def test_empty_sheet_says_so(tmp_path):
    empty = (1, "", "The file is empty. Give it a header and at least one row.")
    assert faults_of(read_ideas, excel_file(tmp_path, [])) == [empty]
