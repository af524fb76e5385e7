"""The story from anybody's files: each way to write them ends well, and each fault is told with row and column."""

import csv
import io
import json
import re
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from datamatch.editions.models import Edition

ENGLISH = (
    ["title", "demand", "data", "result", "submitter", "unit", "theme", "language"],
    ["name", "email", "unit", "discipline", "skills", "hours_per_week", "role", "languages"],
)
DUTCH = (
    ["titel", "vraag", "data", "resultaat", "indiener", "onderdeel", "thema", "taal"],
    ["naam", "e-mail", "onderdeel", "discipline", "vaardigheden", "uren_per_week", "rol", "talen"],
)
DISCIPLINES = ["data-scientist", "jurist", "projectleider", "data-engineer", "ethicus", "domeinspecialist"]
UNITS = ["North", "South", "East", "West", "Middle"]


def idea_rows(count=12):
    """Return plain ideas, each of another person."""
    return [
        [f"Idea {n}", f"Which question does {n} answer, and for whom?", "A register", "A map",
         f"person{n}@example.org", UNITS[n % 5], "Water" if n % 2 else "Energy", "en" if n % 3 else "nl"]
        for n in range(count)
    ]  # fmt: skip


def person_rows(count=25):
    """Return people of every discipline with eight hours a week; the last ones have a duty."""
    duties = {24: "manager", 23: "screener", 22: "screener", 21: "screener", 20: "juror", 19: "juror", 18: "juror"}
    return [
        [f"Person {n}", f"person{n}@example.org", UNITS[n % 5], DISCIPLINES[n % 6], "python:3;statistiek:2", 8,
         duties.get(n, ""), "nl,en"]
        for n in range(count)
    ]  # fmt: skip


def write_csv(path, rows, *, separator=",", encoding="utf-8"):
    """Write a table as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_excel(path, rows):
    """Write a table as an Excel file."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


WAYS = {
    "English-comma": (ENGLISH, "csv", {}),
    "Dutch-semicolon-BOM": (DUTCH, "csv", {"separator": ";", "encoding": "utf-8-sig"}),
    "Dutch-Excel": (DUTCH, "xlsx", {}),
}


@pytest.fixture(params=WAYS.values(), ids=WAYS.keys())
def files(request, tmp_path):
    """A file of ideas and a file of people, written in one of the ways."""
    headers, kind, options = request.param
    write = write_excel if kind == "xlsx" else write_csv
    tables = {"ideas": idea_rows(), "people": person_rows()}
    named = zip(tables.items(), headers, strict=True)
    return {name: write(tmp_path / f"{name}.{kind}", [header, *rows], **options) for (name, rows), header in named}


@pytest.mark.django_db
def test_small_files_end_well_however_they_are_written(files, tmp_path):
    out, told = tmp_path / "out", io.StringIO()
    call_command("story", **files, pitches=3, projects=1, reviews=2, out=out, language="en", stdout=told)
    assert "12 ideas, 3 pitches, 1 projects, 13 weeks, DataDag, 1 cases" in told.getvalue().splitlines()
    trace = json.loads((out / "trace.json").read_text(encoding="utf-8"))
    assert (trace["edition"]["stage"], len(trace["ideas"]), len(trace["cases"])) == ("closed", 12, 1)
    assert "screener" not in trace["simulated"]


FAULTY_IDEAS = [
    ["title", "demand", "submitter", "language"],
    ["", "A question?", "a@example.org", "en"],
    ["Idea", "A question?", "no address", "en"],
    ["Idea", "A question?", "a@example.org", "Klingon"],
    ["Good idea", "A question?", "a@example.org", "nl"],
]
FAULTY_PEOPLE = [
    ["naam", "e-mail", "discipline", "vaardigheden", "uren_per_week", "rol"],
    ["Ada", "a@example.org", "wizard", "python:3", "4", ""],
    ["Bo", "a@example.org", "jurist", "python:9", "4", ""],
    ["Cas", "c@example.org", "jurist", "", "veel", "boss"],
]
FAULTS = [
    ("ideas.csv", 2, "title"), ("ideas.csv", 3, "submitter"), ("ideas.csv", 4, "language"),
    ("people.csv", 2, "discipline"), ("people.csv", 3, "e-mail"), ("people.csv", 3, "vaardigheden"),
    ("people.csv", 4, "rol"), ("people.csv", 4, "uren_per_week"),
]  # fmt: skip


def faults_in(words):
    """Return file, row and column of every fault in what was printed."""
    found = re.findall(r"^(\S+), row (\d+), column “([^”]+)”: \S", words, re.MULTILINE)
    return sorted((file, int(row), column) for file, row, column in found)


@pytest.fixture
def faulty(tmp_path):
    """Two files with every kind of fault in a cell."""
    return {
        "ideas": write_csv(tmp_path / "ideas.csv", FAULTY_IDEAS),
        "people": write_csv(tmp_path / "people.csv", FAULTY_PEOPLE, separator=";"),
    }


@pytest.mark.django_db
def test_wrong_files_are_told_with_every_row_and_column_and_change_nothing(faulty, tmp_path):
    out, told = tmp_path / "out", io.StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("story", **faulty, out=out, language="en", stderr=told)
    assert refused.value.returncode == 2
    assert faults_in(told.getvalue()) == FAULTS
    assert not out.exists()
    assert not Edition.objects.exists()


def test_the_command_itself_ends_with_code_2_on_wrong_files(faulty, tmp_path):
    files = [word for name, path in faulty.items() for word in (f"--{name}", str(path))]
    command = [sys.executable, "-m", "datamatch.config.cli", "story", *files, "--language", "en"]
    run = subprocess.run([*command, "--out", str(tmp_path / "out")], check=False, capture_output=True, text=True)
    assert run.returncode == 2
    assert faults_in(run.stderr) == FAULTS
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b"", 1),
        (b"title,demand,submitter\n", 2),
        (b"title,demand\nIdea,Question?\n", 1),
        (b"title,demand,submitter\nIdea,\xe9\xe9n vraag,a@example.org\n", 2),
        (b"title,demand,submitter\nIdea,one,two,a@example.org,en\n", 2),
        (b'title,demand,submitter\nIdea,"open,a@example.org\n', 2),
    ],
    ids=["empty", "no rows", "a column too few", "not UTF-8", "cells too many", "a quote not closed"],
)
def test_a_file_that_cannot_be_read_says_where_it_goes_wrong(faulty, content, row):
    faulty["ideas"].write_bytes(content)
    told = io.StringIO()
    with pytest.raises(CommandError):
        call_command("story", **faulty, language="en", stderr=told)
    assert told.getvalue().startswith(f"ideas.csv, row {row}: ")
