"""The shipped demo files."""

import json

import pytest

from datamatch.story.actions.calling import themes_in
from datamatch.story.enums import DEMO_THEMES
from datamatch.story.forms import read_ideas, read_people
from datamatch.story.forms.journeys import DEMO, HEADER, demo_world

IDEAS, IDEAS2, PEOPLE = DEMO / "ideas.csv", DEMO / "ideas2.csv", DEMO / "people.csv"


def plant(name):
    return json.loads((DEMO / f"{name}.plant.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("path", "count"), [(IDEAS, 111), (IDEAS2, 34)])
def test_demo_ideas_are_all_there(path, count):
    assert len(read_ideas(path)) == count


def test_demo_people_are_all_there_with_every_duty():
    people = read_people(PEOPLE)
    assert len(people) == 150
    assert {person.role for person in people} == {"", "manager", "screener", "juror"}


@pytest.mark.parametrize("path", [IDEAS, IDEAS2])
def test_demo_ideas_stand_in_the_themes_of_the_demo(path):
    assert {slug for slug, *_names in themes_in(read_ideas(path))} <= {slug for slug, *_names in DEMO_THEMES}


@pytest.mark.parametrize("path", [IDEAS, IDEAS2])
def test_everybody_who_sends_a_demo_idea_stands_in_the_people_file(path):
    known = {person.email for person in read_people(PEOPLE)}
    assert {idea.submitter for idea in read_ideas(path)} - known == set()


@pytest.mark.parametrize("path", [IDEAS, IDEAS2])
def test_title_is_sent_once(path):
    titles = [idea.title for idea in read_ideas(path)]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(("name", "count"), [("ideas", 111), ("ideas2", 34)])
def test_planted_quality_covers_every_row(name, count):
    quality = plant(name)["quality"]
    assert sorted(map(int, quality)) == list(range(1, count + 1))
    assert all(1 <= value <= 5 for value in quality.values())


def test_planted_duplicates_are_about_an_eighth_and_stand_in_the_file():
    pairs = plant("ideas")["duplicates"]
    assert len(pairs) == 13
    assert all(1 <= row <= 111 for pair in pairs for row in pair)


def test_planted_rows_of_the_second_edition_stand_in_the_files():
    planted = plant("ideas2")
    assert all(1 <= row <= 34 for row in planted["reuses"])


def test_planted_screeners_stand_in_the_people_file():
    people = {person.email: person.role for person in read_people(PEOPLE)}
    planted = plant("people")
    assert {people.get(email) for email in [*planted["leniency"], *planted["noise"]]} == {"screener"}


def test_demo_world_counts_rows_as_the_file_does():
    planted, world = plant("ideas"), demo_world(7)
    assert set(world.quality) == {idea.row for idea in read_ideas(IDEAS)}
    assert world.barren == {planted["excellent_without_volunteers"] + HEADER}
