"""Whatever a file holds: it is read, or every fault is told; nothing else happens."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datamatch.ideas.forms.idea_lines import IDEA_COLUMNS, IdeaLine
from datamatch.story.enums import PERSON_COLUMNS, PersonLine
from datamatch.story.forms import FaultyFiles, read_ideas, read_people, read_skills
from tests.story.files import IDEA, as_csv, excel_file, rows_of

READERS = [read_ideas, read_people, read_skills]
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.sampled_from(["", "a@b.nl", "A@B.NL", "nl", "en", "screener", "python:3", "4", "jurist", "=1+1", "\n", '"'])
CELLS = WORDS | st.text(st.characters(codec="utf-8"), max_size=12)
HEADERS = st.lists(st.sampled_from([*IDEA_COLUMNS, *PERSON_COLUMNS, "colour", ""]), min_size=1, max_size=9)


@pytest.fixture
def place(tmp_path):
    return tmp_path / "any.csv"


def lines_or_faults(read, path):
    """Return what was read; faults must tell a row and say something."""
    lines, faults = [], None
    try:
        lines = read(path)
    except FaultyFiles as faulty:
        faults = faulty.faults
    assert faults != ()
    assert all(fault.row >= 1 and fault.text and str(fault) for fault in faults or ())
    return lines


@QUICK
@given(content=st.binary(max_size=400), suffix=st.sampled_from(["csv", "xlsx"]))
def test_any_bytes_are_read_or_refused(content, suffix):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"any.{suffix}"
        path.write_bytes(content)
        for read in READERS:
            lines_or_faults(read, path)


@QUICK
@given(header=HEADERS, rows=st.lists(st.lists(CELLS, max_size=9), max_size=6), separator=st.sampled_from(";,"))
def test_any_table_is_read_or_refused(place, header, rows, separator):
    place.write_text(as_csv([header, *rows], separator=separator), encoding="utf-8", newline="")
    for read in READERS:
        lines_or_faults(read, place)


@QUICK
@given(
    lines=st.lists(st.fixed_dictionaries(dict.fromkeys(sorted(set(IDEA_COLUMNS.values())), CELLS)), min_size=1),
)
def test_idea_that_is_read_holds_what_an_idea_may_hold(place, lines):
    place.write_text(as_csv(rows_of(*lines)), encoding="utf-8", newline="")
    for idea in lines_or_faults(read_ideas, place):
        assert isinstance(idea, IdeaLine)
        assert idea.title == " ".join(idea.title.split()) != ""
        assert idea.demand
        assert idea.language in {"nl", "en"}
        assert "@" in idea.submitter


@QUICK
@given(
    lines=st.lists(st.fixed_dictionaries(dict.fromkeys(sorted(set(PERSON_COLUMNS.values())), CELLS)), min_size=1),
)
def test_person_who_is_read_holds_what_a_profile_may_hold(place, lines):
    place.write_text(as_csv(rows_of(*lines)), encoding="utf-8", newline="")
    found = lines_or_faults(read_people, place)
    assert len({person.email for person in found}) == len(found)
    for person in found:
        assert isinstance(person, PersonLine)
        assert 0 <= person.hours_per_week <= 40
        assert set(person.skills.values()) <= {1, 2, 3, 4}
        assert set(person.languages) <= {"nl", "en"} != set()


@QUICK
@given(at=st.integers(0, 4000), byte=st.integers(0, 255))
def test_excel_file_with_a_wrong_byte_is_read_or_refused(tmp_path, at, byte):
    content = bytearray(excel_file(tmp_path, rows_of(IDEA)).read_bytes())
    content[at % len(content)] = byte
    path = tmp_path / "bent.xlsx"
    path.write_bytes(content)
    lines_or_faults(read_ideas, path)
