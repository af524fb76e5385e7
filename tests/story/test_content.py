"""Words and courses of simulated people."""

import pytest

from datamatch.ideas.enums import EnergyKind
from datamatch.story.actions.content import courses_for, demo_courses, energy_words, review_words, shipped, tone_of
from datamatch.story.forms.journeys import HEADER
from datamatch.story.weighing import World

DEMO = demo_courses(HEADER)
KEYS = {"reports", "outcome", "because", "result", "lessons", "reach", "datasets", "milestones"}


@pytest.mark.parametrize("own", [{}, DEMO])
@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_exactly_one_of_several_projects_did_not_work(own, count):
    rows = sorted(DEMO)[:count]
    outcomes = [course["outcome"] for course in courses_for(rows, own).values()]
    assert (len(outcomes), outcomes.count("did_not_work")) == (count, 1)


def test_exactly_one_did_not_work_where_some_have_a_course_of_their_own():
    rows = [*sorted(DEMO)[:2], 9001, 9002, 9003]
    outcomes = [course["outcome"] for course in courses_for(rows, DEMO).values()]
    assert (len(outcomes), outcomes.count("did_not_work")) == (5, 1)


@pytest.mark.parametrize("own", [{}, DEMO])
def test_a_single_project_does_not_fail(own):
    row = sorted(DEMO)[0]
    assert courses_for([row], own)[row]["outcome"] != "did_not_work"


def test_the_most_fragile_of_the_chosen_takes_its_other_course():
    rows = sorted(DEMO)[:3]
    fragile = max(rows, key=lambda row: DEMO[row]["fragility"])
    assert courses_for(rows, DEMO)[fragile] == DEMO[fragile]["otherwise"]


def test_every_shipped_course_is_whole():
    courses = [*shipped("cases")["_any"], *DEMO.values(), *(course["otherwise"] for course in DEMO.values())]
    assert all(set(course) >= KEYS and len(course["reports"]) == 6 for course in courses)
    assert all(course["because"] for course in courses if course["outcome"] == "did_not_work")


@pytest.mark.parametrize(("score", "tone"), [(1, "weak"), (2, "weak"), (3, "middling"), (4, "strong"), (5, "strong")])
def test_score_sounds_in_words(score, tone):
    assert tone_of(score) == tone


@pytest.mark.parametrize("language", ["nl", "en"])
def test_remark_names_the_strongest_and_the_weakest_in_the_language_of_the_idea(language):
    said = review_words(World(7), {"vraag": 5, "bereik": 1, "resultaat": 3}, 2, "a@b.nl", language)
    strong = {line[language] for line in shipped("comments")["vraag"]["strong"]}
    weak = {line[language] for line in shipped("comments")["bereik"]["weak"]}
    assert any(said == f"{first} {second}" for first in strong for second in weak)


def test_criteria_of_your_own_get_no_remark():
    assert review_words(World(7), {"own": 5}, 2, "a@b.nl", "nl") == ""


def test_energy_is_said_in_words_by_about_half_of_those_who_speak_dutch():
    said = [energy_words(World(7), EnergyKind.JOIN, row, "a@b.nl", "nl") for row in range(200)]
    assert 70 <= sum(bool(words) for words in said) <= 130
    assert {words for words in said if words} <= set(shipped("energy")["join"])
    assert {energy_words(World(7), EnergyKind.JOIN, row, "a@b.nl", "en") for row in range(20)} == {""}
