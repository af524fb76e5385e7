"""The lane of an idea follows from its answers by the derivation rules, and is never part of a score."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas.actions import change_idea
from datamatch.ideas.enums import Lane
from datamatch.ideas.models import IdeaAnswer
from datamatch.ideas.queries import ideas_shown, lane_counts
from datamatch.ideas.queries.desk import EXPORTED, DeskWishes, desk_ideas, export_rows
from datamatch.safeguards.rules import lane_of, lanes_shown, steps_for, why_not_see_lane
from tests.factories.editions import make_edition, make_manager, make_question, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.screening import make_assignment

QUIET = {"V4": "insight", "J1": "no", "T1": "public", "E1": "no"}

# What is answered differently from a quiet idea, the rules that apply, and the lane.
TABLE = [
    ({}, [], Lane.GREEN),
    ({"T1": "internal"}, [], Lane.GREEN),
    ({"V4": "opening"}, [], Lane.GREEN),
    ({"V4": "unknown"}, [], Lane.GREEN),
    ({"J1": "yes", "J2": "no"}, ["D1"], Lane.ORANGE),
    ({"J1": "unknown", "J2": "no"}, ["D1"], Lane.ORANGE),
    ({"J1": "yes", "J2": "yes"}, ["D1", "D8"], Lane.ORANGE),
    ({"J1": "yes", "J2": "unknown", "E1": "yes"}, ["D1", "D6"], Lane.ORANGE),
    ({"J1": "yes", "E1": "yes"}, ["D1", "D6"], Lane.ORANGE),
    ({"J1": "no", "J2": "yes"}, [], Lane.GREEN),
    ({"V4": "prediction"}, ["D4"], Lane.ORANGE),
    ({"V4": "selection"}, ["D4"], Lane.ORANGE),
    ({"V4": "automation", "T1": "confidential"}, ["D4", "D5"], Lane.ORANGE),
    ({"T1": "confidential"}, ["D5"], Lane.YELLOW),
    ({"T1": "unknown"}, ["D5"], Lane.YELLOW),
    ({"T1": ""}, ["D5"], Lane.YELLOW),
    ({"E1": "yes"}, ["D8"], Lane.YELLOW),
    ({"E1": "unknown"}, ["D8"], Lane.YELLOW),
    ({"E1": "yes", "T1": "unknown"}, ["D5", "D8"], Lane.YELLOW),
]


@pytest.mark.parametrize(("given", "rules", "lane"), TABLE)
def test_lane_follows_the_table(given, rules, lane):
    answers = QUIET | given
    assert ([step.rule for step in steps_for(answers)], lane_of(answers)) == (rules, lane)


def test_no_idea_is_red_before_the_later_questions():
    assert Lane.RED not in {lane_of(QUIET | given) for given, _rules, _lane in TABLE}


def test_idea_without_any_answer_has_no_lane():
    assert lane_of({}) is None
    assert lane_of({"V3": "yes"}) is None


def ask(edition, **given):
    for slug in ("V4", "J1", "T1", "E1"):
        make_question(edition=edition, slug=slug, label_en=f"Question {slug}?", **given)


def answer(idea, **answers):
    for slug, words in (QUIET | answers).items():
        question = idea.edition.questions.get(slug=slug)
        IdeaAnswer.objects.create(idea=idea, question=question, answer=words)


@pytest.mark.django_db
def test_lanes_are_for_managers_and_screeners():
    edition = make_edition(stage=Stage.SCREENING)
    ask(edition)
    idea = make_idea(edition=edition)
    answer(idea, E1="yes")
    readers = {"manager": make_manager(edition), "screener": make_screener(edition), "maker": idea.submitter}
    seen = {name: lanes_shown([idea], edition=edition, to=one) for name, one in readers.items()}
    assert [name for name, lanes in seen.items() if lanes] == ["manager", "screener"]
    assert seen["manager"][idea.pk].lane == Lane.YELLOW
    assert why_not_see_lane(edition=edition, by=make_person()) == "Lanes are for managers and screeners."


@pytest.mark.django_db
def test_lane_from_answers_for_managers_only_is_for_managers_only():
    edition = make_edition(stage=Stage.SCREENING)
    ask(edition, shown_to="managers")
    assert why_not_see_lane(edition=edition, by=make_screener(edition)) is not None
    assert why_not_see_lane(edition=edition, by=make_manager(edition)) is None


@pytest.mark.django_db
def test_lanes_of_three_ideas_take_as_many_statements_as_of_one(django_assert_num_queries):
    edition = make_edition(stage=Stage.SCREENING)
    ask(edition)
    ideas = [make_idea(edition=edition) for _ in range(3)]
    for idea in ideas:
        answer(idea)
    manager = make_manager(edition)
    for some in (ideas[:1], ideas):
        with django_assert_num_queries(2):
            assert len(lanes_shown(some, edition=edition, to=manager)) == len(some)


@pytest.mark.django_db
def test_screener_reads_answers_and_lane_beside_the_score(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    ask(edition)
    make_question(edition=edition, slug="X", label_en="For managers?", shown_to="managers")
    idea, screener = make_idea(edition=edition), make_screener(edition)
    answer(idea, T1="confidential", X="secret words")
    page = reverse("screening:review", args=[make_assignment(idea=idea, screener=screener).public_id])
    text = sign_in(screener).get(page).content.decode()
    assert "Yellow" in text
    assert "leave it out of your score" in text
    assert "Question T1?" in text
    assert "secret words" not in text


@pytest.mark.django_db
def test_manager_sees_the_lane_of_every_idea_with_its_decision(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    ask(edition)
    idea, manager = make_idea(edition=edition), make_manager(edition)
    answer(idea, J1="yes")
    browser = sign_in(manager)
    assert "Orange" in browser.get(reverse("screening:decisions", args=[edition.slug])).content.decode()
    assert "pre-scan DPIA" in browser.get(reverse("screening:decide", args=[idea.public_id])).content.decode()


def say(idea, **answers):
    return change_idea(idea=idea, by=idea.submitter, at=MOMENT, answers=QUIET | answers)


@pytest.mark.django_db
def test_lane_is_kept_with_the_idea_when_its_answers_change():
    edition = make_edition()
    ask(edition)
    idea = make_idea(edition=edition)
    assert idea.in_lane is None
    lanes = [say(idea, **answers).lane for answers in ({}, {"E1": "yes"}, {"J1": "yes"}, {"J1": "", "E1": "no"})]
    assert lanes == ["green", "yellow", "orange", "orange"]
    idea.refresh_from_db()
    assert idea.in_lane == lane_of(dict(idea.answers.values_list("question__slug", "answer")))
    gone = dict.fromkeys(QUIET, "")
    assert change_idea(idea=idea, by=idea.submitter, at=MOMENT, answers=gone).lane == ""


@pytest.fixture
def in_lanes():
    edition = make_edition()
    ask(edition)
    ideas = [make_idea(edition=edition, title=title) for title in ("Calm", "Careful", "Open")]
    say(ideas[0])
    say(ideas[1], E1="yes")
    edition.stage = Stage.SCREENING
    edition.save()
    return edition


@pytest.mark.django_db
def test_list_is_narrowed_by_lane_for_managers_and_screeners_only(in_lanes, sign_in):
    edition = in_lanes
    for reader in (make_manager(edition), make_screener(edition)):
        assert [idea.title for idea in ideas_shown(edition=edition, to=reader, lane="yellow")] == ["Careful"]
        assert lane_counts(edition, to=reader) == [(Lane.GREEN, 1), (Lane.YELLOW, 1)]
        browser, page = sign_in(reader), reverse("ideas:ideas", args=[edition.slug])
        assert "Yellow (1)" in browser.get(page).content.decode()
        for look in ("table", "cards"):
            found = browser.get(page, {"lane": "yellow", "look": look})
            assert [idea.title for idea in found.context["page"]] == ["Careful"]
            assert "Lane: yellow" in found.content.decode()
        assert [idea.title for idea in browser.get(page).context["page"]] == ["Careful"]
    stranger = make_person()
    assert ideas_shown(edition=edition, to=stranger, lane="yellow").count() == 3
    assert lane_counts(edition, to=stranger) == []
    text = sign_in(stranger).get(page, {"lane": "yellow"}).content.decode()
    assert ("Careful" in text, "Calm" in text, "Lane" in text) == (True, True, False)


@pytest.mark.django_db
def test_lane_for_managers_only_narrows_nothing_for_a_screener(in_lanes):
    in_lanes.questions.filter(slug="E1").update(shown_to="managers")
    screener = make_screener(in_lanes)
    assert ideas_shown(edition=in_lanes, to=screener, lane="yellow").count() == 3
    assert lane_counts(in_lanes, to=screener) == []


@pytest.mark.django_db
def test_desk_is_narrowed_by_lane_and_remembers_and_exports_it(in_lanes, sign_in):
    found = desk_ideas(in_lanes, DeskWishes(lane="yellow"))
    assert [row[EXPORTED.index("lane")] for row in export_rows(found)] == ["yellow"]
    browser, desk = sign_in(make_manager(in_lanes)), reverse("ideas:desk", args=[in_lanes.slug])
    browser.get(desk, {"lane": "yellow"})
    page = browser.get(desk)
    assert [idea.title for idea in page.context["page"]] == ["Careful"]
    assert "Yellow" in page.content.decode()
    export = browser.get(reverse("ideas:export", args=[in_lanes.slug, "csv"])).content.decode()
    assert ("Careful" in export, "Calm" in export) == (True, False)
