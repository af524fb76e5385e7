"""Files for the tests of the story: written, read, and a small world that can be replayed."""

import csv
import io

import pytest
from openpyxl import Workbook

from datamatch.story.forms import FaultyFiles

IDEA = {"title": "Empty barns", "demand": "Which barns stand empty?", "submitter": "anna@example.org"}
PERSON = {"name": "Anna", "email": "anna@example.org"}
DISCIPLINES = ("data-scientist", "jurist", "data-engineer", "projectleider", "ethicus", "domeinspecialist")


def as_csv(rows, *, separator=";"):
    """Return rows as the text of a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue()


def rows_of(*lines):
    """Return a header and rows for lines that all have the same columns."""
    return [list(lines[0]), *(list(line.values()) for line in lines)]


def csv_file(folder, content, *, name="ideas.csv"):
    """Write text or bytes, and return the path."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def excel_file(folder, rows, *, name="ideas.xlsx"):
    """Write rows in the first sheet of an Excel file, and return the path."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def faults_of(read, path):
    """Return the faults that reading raises, as (row, column, text)."""
    with pytest.raises(FaultyFiles) as faulty:
        read(path)
    assert {fault.file for fault in faulty.value.faults} == {path.name}
    return [(fault.row, fault.column, fault.text) for fault in faulty.value.faults]


def small_world(folder, *, ideas=12, people=30, roles=True, units=9):
    """Write files that a replay can go through in a few seconds, and return their paths."""
    who = [f"p{number:02d}@example.org" for number in range(1, people + 1)]
    duties = dict(zip(who[-8:], ["manager", *["screener"] * 4, *["juror"] * 3], strict=False))
    person_rows = [["naam", "e-mail", "onderdeel", "discipline", "vaardigheden", "uren_per_week", "rol"]]
    for place, email in enumerate(who):
        duty = duties.get(email, "") if roles else ""
        discipline = DISCIPLINES[place % len(DISCIPLINES)]
        person_rows.append(
            [f"Person {place + 1}", email, f"Unit {place % units}", discipline, "python:3;statistiek:2", 8, duty]
        )
    idea_rows = [["titel", "vraag", "data", "resultaat", "indiener", "thema"]]
    for place in range(ideas):
        words = [f"Idea about {place}", f"What is {place}?", "The register.", "A map."]
        idea_rows.append([*words, who[place % max(1, people - 8)], ("Water", "Land", "")[place % 3]])
    return (
        csv_file(folder, as_csv(idea_rows)),
        csv_file(folder, as_csv(person_rows), name="people.csv"),
    )
