"""The file of ideas: what each cell must hold."""

import pytest

from datamatch.story.forms import read_ideas
from tests.story.files import IDEA, as_csv, csv_file, faults_of, rows_of

EMPTY = "This cell is empty. It must be filled in."


def ideas_file(folder, *lines):
    return csv_file(folder, as_csv(rows_of(*lines)))


def test_only_three_cells_are_needed(tmp_path):
    (idea,) = read_ideas(ideas_file(tmp_path, IDEA))
    assert (idea.data, idea.result, idea.unit, idea.theme, idea.language) == ("", "", "", "", "nl")


@pytest.mark.parametrize("name", ["title", "demand", "submitter"])
def test_cell_that_must_be_filled_in_is_named(tmp_path, name):
    assert faults_of(read_ideas, ideas_file(tmp_path, IDEA | {name: "  "})) == [(2, name, EMPTY)]


@pytest.mark.parametrize(("name", "most"), [("title", 120), ("demand", 2000), ("data", 2000), ("result", 2000)])
def test_text_may_be_as_long_as_an_idea_holds_and_no_longer(tmp_path, name, most):
    assert len(read_ideas(ideas_file(tmp_path, IDEA | {name: "x" * most}))) == 1
    words = f"This text has {most + 1} characters, at most {most} fit. Shorten it."
    assert faults_of(read_ideas, ideas_file(tmp_path, IDEA | {name: "x" * (most + 1)})) == [(2, name, words)]


@pytest.mark.parametrize(
    "address", ["anna", "anna@", "@example.org", "anna@example", "a b@example.org", "a@b.nl, c@d.nl"]
)
def test_submitter_must_be_an_address(tmp_path, address):
    words = f"“{address}” is not an e-mail address. Write it like name@organisation.nl."
    assert faults_of(read_ideas, ideas_file(tmp_path, IDEA | {"submitter": address})) == [(2, "submitter", words)]


def test_address_that_is_longer_than_we_keep_is_a_fault(tmp_path):
    address = f"{'a' * 243}@example.org"
    words = "This text has 255 characters, at most 254 fit. Shorten it."
    assert faults_of(read_ideas, ideas_file(tmp_path, IDEA | {"submitter": address})) == [(2, "submitter", words)]


@pytest.mark.parametrize(
    ("written", "language"), [("", "nl"), ("NL", "nl"), ("Dutch", "nl"), ("Engels", "en"), ("english", "en")]
)
def test_language_is_read_by_code_or_name(tmp_path, written, language):
    assert read_ideas(ideas_file(tmp_path, IDEA | {"language": written}))[0].language == language


def test_unknown_language_is_a_fault(tmp_path):
    words = "“frans” is not a language we know. Write nl or en."
    assert faults_of(read_ideas, ideas_file(tmp_path, IDEA | {"taal": "Frans"})) == [(2, "taal", words)]


def test_one_person_may_send_several_ideas(tmp_path):
    assert len(read_ideas(ideas_file(tmp_path, IDEA, IDEA | {"title": "Full barns"}))) == 2


def test_every_fault_of_every_row_is_told_in_order(tmp_path):
    wrong = IDEA | {"title": "", "submitter": "nobody"}
    faults = faults_of(read_ideas, ideas_file(tmp_path, wrong, IDEA, wrong))
    assert [(row, column) for row, column, _text in faults] == [
        (2, "title"), (2, "submitter"), (4, "title"), (4, "submitter"),
    ]  # fmt: skip
