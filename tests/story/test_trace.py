"""The trace of a replay: its schema as documented, and the names it does not hold."""

import csv
import re
from pathlib import Path

import pytest

from datamatch.story.queries.trace import SCHEMA

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "trace.md"


def tables():
    """Return the keys that the page documents, by heading."""
    parts = re.split(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        name: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def documented(name):
    """Return the keys that the page documents for one part."""
    return tables().get(name) or tables()["edition and next_call"]


def people_with(role, home):
    with (home.parent / "people.csv").open(encoding="utf-8", newline="") as file:
        return [line for line in csv.DictReader(file, delimiter=";") if line["rol"] == role]


def test_trace_has_the_keys_of_the_page(replayed):
    assert sorted(documented("The whole")) == sorted(replayed.trace)
    assert replayed.trace["schema"] == SCHEMA


@pytest.mark.parametrize(
    "name", ["edition", "ideas", "reviews", "decisions", "teams", "pitches", "ballots", "gates", "projects", "datadag",
             "cases", "next_call"],
)  # fmt: skip
def test_part_of_the_trace_has_the_keys_of_the_page(replayed, name):
    part = replayed.trace[name]
    for one in part if isinstance(part, list) else [part]:
        assert sorted(documented(name)) == sorted(one)


def test_ranking_has_the_keys_of_the_page(replayed):
    ranking = replayed.trace["ranking"]
    standing = {key for one in ranking["ideas"] for key in one}
    assert sorted(documented("ranking")) == sorted([*ranking, *standing])


@pytest.mark.parametrize(
    ("part", "inner"), [("edition", "plan"), ("edition", "moves"), ("teams", "members"), ("teams", "gaps"),
                        ("projects", "reports"), ("cases", "reused_in"), ("ranking", "variances")],
)  # fmt: skip
def test_inner_keys_stand_on_the_page(replayed, part, inner):
    text = PAGE.read_text(encoding="utf-8")
    rows = replayed.trace[part]
    found = [one[inner] for one in (rows if isinstance(rows, list) else [rows])]
    keys = {key for one in found for each in (one if isinstance(one, list) else [one]) for key in each}
    assert keys
    assert {key for key in keys if f"`{key}`" not in text} == set()


def test_trace_names_no_screener_and_no_juror(replayed):
    text = (replayed.folder / "trace.json").read_text(encoding="utf-8")
    hidden = [*people_with("screener", replayed.home), *people_with("juror", replayed.home)]
    assert len(hidden) == 7
    assert [one for one in hidden if one["e-mail"] in text or f'"{one["naam"]}"' in text] == []
    assert {review["screener"] for review in replayed.trace["reviews"]} <= {"S01", "S02", "S03", "S04"}


def test_addresses_in_the_trace_are_of_submitters_and_members_only(replayed):
    text = (replayed.folder / "trace.json").read_text(encoding="utf-8")
    trace = replayed.trace
    known = {idea["submitter"] for idea in trace["ideas"]}
    known |= {member["person"] for team in trace["teams"] for member in team["members"]}
    assert set(re.findall(r"[\w.]+@[\w.]+", text)) == known


def test_trace_counts_what_was_asked(replayed):
    trace = replayed.trace
    assert [idea["id"] for idea in trace["ideas"]] == [f"I{number:03d}" for number in range(1, 13)]
    assert (len(trace["pitches"]), len(trace["projects"]), len(trace["cases"])) == (4, 2, 2)
    assert len(trace["reviews"]) == 36
    assert sorted(case["ending"] for case in trace["cases"])[0] == "did_not_work"
    assert sum(case["ending"] == "did_not_work" for case in trace["cases"]) == 1
    assert sum(len(case["reused_in"]) for case in trace["cases"]) == 1
    assert trace["simulated"] == ["answers", "ballots", "energy", "projects", "reviews"]


def test_every_idea_gets_a_reason_and_a_letter(replayed):
    first = [one for one in replayed.trace["decisions"] if one["round"] == "shortlist"]
    assert len(first) == 12
    assert all(one["reason"] and one["published_at"] and one["letters"] == 1 for one in first)
    assert len(replayed.letters) == sum(one["letters"] for one in replayed.trace["decisions"]) == 16


def test_themes_are_those_of_the_file_and_one_for_the_rest(replayed):
    assert {idea["theme"] for idea in replayed.trace["ideas"]} == {"water", "land", "overig"}
