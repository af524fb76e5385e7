"""What the form of a call asks, and of whom."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from datamatch.editions import actions, queries
from datamatch.editions.actions.preparing import CONTENT
from datamatch.editions.enums import SAFEGUARDS
from tests.factories.editions import make_edition, make_programme, make_question
from tests.factories.people import make_administrator

pytestmark = pytest.mark.django_db
ELEVEN = ["V1", "V2", "V3", "V4", "H1", "H2", "R1", "J1", "J2", "T1", "E1"]


@pytest.fixture
def prepared(moment):
    """An edition as it is prepared."""
    words = {"programme": make_programme(), "slug": "first", "name": "First", "number": 1, "by": make_administrator()}
    return actions.prepare_edition(at=moment, **words)


def slugs(questions):
    return [question.slug for question in questions]


def test_every_new_edition_asks_the_eleven(prepared):
    questions = list(queries.questions_of(prepared))
    assert slugs(questions) == ELEVEN
    assert {one.slug: one.answered_by for one in questions if one.answered_by} == {
        "V1": "demand", "V2": "demand", "H2": "data", "R1": "result",
    }  # fmt: skip
    assert slugs(one for one in questions if one.aspect in SAFEGUARDS) == ["J1", "J2", "T1", "E1"]
    assert not any(one.required for one in questions)
    assert all(one.may_not_know for one in questions)


def test_words_of_the_eleven_are_complete_in_both_languages():
    for question in json.loads((CONTENT / "questions.json").read_text(encoding="utf-8")):
        assert all(question[f"label_{language}"].endswith(("?", ".")) for language in ("nl", "en"))
        assert question["leads_to"]
        values = [choice["value"] for choice in question.get("choices", [])]
        assert len({(choice["nl"], choice["en"]) for choice in question.get("choices", [])}) == len(values)
        known = {*values, "unknown"} | ({"yes", "no"} if question["kind"] == "yes_no" else set())
        assert set(question.get("signals", [])) <= known


def test_nothing_that_the_idea_itself_answers_is_asked_again(prepared):
    assert slugs(queries.asked(queries.questions_of(prepared), {})) == ["V3", "V4", "H1", "J1", "T1", "E1"]


@pytest.mark.parametrize(("about_people", "is_asked"), [("yes", True), ("unknown", True), ("no", False), ("", False)])
def test_sensitive_data_are_asked_about_unless_no_people_are_in_them(prepared, about_people, is_asked):
    assert ("J2" in slugs(queries.asked(queries.questions_of(prepared), {"J1": about_people}))) == is_asked


def test_question_behind_one_that_is_no_longer_asked_is_not_asked():
    edition = make_edition()
    first = make_question(edition=edition, slug="first", kind="yes_no")
    second = make_question(edition=edition, slug="second", kind="yes_no", asked_if=first, asked_if_answers=["yes"])
    make_question(edition=edition, slug="third", asked_if=second, asked_if_answers=["no"])
    questions = list(queries.questions_of(edition))
    assert slugs(queries.asked(questions, {"first": "yes", "second": "no"})) == ["first", "second", "third"]
    assert slugs(queries.asked(questions, {"first": "no", "second": "no"})) == ["first"]


def test_question_that_is_off_is_not_asked_and_neither_is_what_waits_for_it():
    edition = make_edition()
    first = make_question(edition=edition, slug="first", kind="yes_no", is_on=False)
    make_question(edition=edition, slug="second", asked_if=first, asked_if_answers=["yes"])
    assert slugs(queries.every_question_of(edition)) == ["first", "second"]
    assert queries.asked(queries.every_question_of(edition), {"first": "yes"}) == []
    assert queries.asked(queries.questions_of(edition), {"first": "yes"}) == []


def test_what_must_be_answered_is_lacking_only_while_it_is_asked():
    edition = make_edition()
    first = make_question(edition=edition, slug="first", kind="yes_no", required=True)
    make_question(edition=edition, slug="second", required=True, asked_if=first, asked_if_answers=["yes"])
    questions = list(queries.questions_of(edition))
    assert slugs(queries.lacking(questions, {})) == ["first"]
    assert slugs(queries.lacking(questions, {"first": "yes", "second": " "})) == ["second"]
    assert queries.lacking(questions, {"first": "no"}) == []


def test_not_knowing_and_saying_nothing_are_signals(prepared):
    questions = list(queries.questions_of(prepared))
    answers = {"V3": "yes", "V4": "prediction", "H1": "accessible", "J1": "unknown", "J2": "no", "T1": "public"}
    assert slugs(queries.signalled(questions, answers)) == ["V4", "J1", "E1"]
    assert queries.signalled(questions, answers | {"V4": "insight", "J1": "no", "J2": "yes", "E1": "no"}) == []


def test_choices_and_answers_are_read_in_the_language_of_the_reader(prepared):
    questions = {one.slug: one for one in queries.questions_of(prepared)}
    assert questions["T1"].options[-1] == ("unknown", "I do not know")
    assert questions["V1"].options == []
    with translation.override("nl"):
        assert questions["T1"].options[0] == ("public", "Niet: iedereen mag die zien")
        assert questions["T1"].words_of("confidential") == "Erg: die is vertrouwelijk"
    assert questions["J1"].words_of("yes") == "Yes"
    assert make_question(edition=prepared, kind="yes_no", may_not_know=False).options == [("yes", "Yes"), ("no", "No")]


def test_database_keeps_the_safeguards_asked_and_each_question_once():
    edition = make_edition()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_question(edition=edition, aspect="legal", is_on=False)
    make_question(edition=edition, slug="same")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_question(edition=edition, slug="same")


def test_questions_are_read_in_one_query(prepared, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.asked(queries.questions_of(prepared), {"J1": "yes"})
