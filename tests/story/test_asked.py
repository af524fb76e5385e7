"""What may be asked of a replay."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from datamatch.story.enums import DEMO_THEMES
from datamatch.story.forms import FaultyFiles
from datamatch.story.forms.journeys import Asked, journey_from
from tests.story.files import IDEA, PERSON, as_csv, csv_file, rows_of

NOTHING = Asked(
    ideas=None, people=None, skills=None, seed=7, pitches=10, projects=3, reviews=3, starts_on=date(2026, 1, 12)
)  # fmt: skip


def faults_in(**given):
    with pytest.raises(FaultyFiles) as faulty:
        journey_from(replace(NOTHING, **given), tell=print)
    return [str(fault) for fault in faulty.value.faults]


def own_files(folder, **given):
    ideas = csv_file(folder, as_csv(rows_of(IDEA)))
    people = csv_file(folder, as_csv(rows_of(PERSON)), name="people.csv")
    return replace(NOTHING, ideas=ideas, people=people, **given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"seed": -1}, "--seed: -1 is not between 0 and 2147483647."),
        ({"seed": 2**31}, "--seed: 2147483648 is not between 0 and 2147483647."),
        ({"reviews": 1}, "--reviews: 1 is not between 2 and 20."),
        ({"reviews": 21}, "--reviews: 21 is not between 2 and 20."),
        ({"pitches": 0}, "--pitches: 0 is not between 1 and 32767."),
        ({"projects": 0}, "--projects: 0 is not between 1 and 32767."),
        ({"starts_on": date(9999, 12, 31)}, "--starts-on: 9999 is not between 2000 and 2100."),
        ({"starts_on": date(1, 1, 1)}, "--starts-on: 1 is not between 2000 and 2100."),
        ({"out": Path(__file__)}, f"--out: “{__file__}” is a file. Name a folder."),
        (
            {"skills": Path("nowhere.csv")},
            "nowhere.csv, row 1: The file cannot be read. Check its name and whether you may open it.",
        ),
    ],
)
def test_option_that_cannot_be_is_a_fault(given, words):
    assert faults_in(**given) == [words]


def test_one_of_the_two_files_is_not_enough(tmp_path):
    ideas = csv_file(tmp_path, as_csv(rows_of(IDEA)))
    assert faults_in(ideas=ideas) == ["--ideas, --people: Give both files, or neither for the demo edition."]


def test_faults_of_all_files_are_told_together(tmp_path):
    asked = own_files(tmp_path)
    asked.ideas.write_text("titel;vraag;indiener\n;Welke?;a@b.nl\n", encoding="utf-8")
    asked.people.write_text("naam;e-mail\nAnna;anna\n", encoding="utf-8")
    assert faults_in(ideas=asked.ideas, people=asked.people) == [
        "ideas.csv, row 2, column “titel”: This cell is empty. It must be filled in.",
        "people.csv, row 2, column “e-mail”: “anna” is not an e-mail address. Write it like name@organisation.nl.",
    ]


def test_faults_are_told_in_the_language_asked_for(tmp_path):
    asked = own_files(tmp_path)
    asked.ideas.write_text("titel;vraag;indiener\n;Welke?;a@b.nl\n", encoding="utf-8")
    with translation.override("nl"):
        assert faults_in(ideas=asked.ideas, people=asked.people)[0].startswith("ideas.csv, rij 2, kolom “titel”: ")


def test_without_files_it_is_the_demo_edition():
    journey = journey_from(NOTHING, tell=print)
    assert (len(journey.idea_lines), len(journey.person_lines)) == (111, 150)
    assert journey.plan.themes == DEMO_THEMES
    assert len(journey.world.quality) == 111


def test_with_files_of_your_own_nothing_is_planted_and_sizes_fit(tmp_path):
    journey = journey_from(own_files(tmp_path), tell=print)
    assert (journey.plan.pitches, journey.plan.projects, journey.plan.themes) == (1, 1, ())
    assert (journey.world.seed, journey.world.quality, journey.courses) == (7, {}, {})
