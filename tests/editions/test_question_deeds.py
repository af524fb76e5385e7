"""Deeds with the form of a call, and what refuses them."""

from datetime import time, timedelta

import pytest

from datamatch.editions import actions, queries, rules
from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.editions import make_edition, make_manager, make_question, make_screener
from tests.factories.moments import DAY

pytestmark = pytest.mark.django_db
WORDS = {"label_nl": "Waarom?", "label_en": "Why?", "kind": "text"}
LIST = [{"value": "a", "nl": "A", "en": "A"}, {"value": "b", "nl": "B", "en": "B"}]


@pytest.fixture
def edition():
    return make_edition(stage=Stage.PREPARING)


@pytest.fixture
def deed(edition, moment):
    """Who does it and when."""
    return {"by": make_manager(edition), "at": moment}


def slugs(edition):
    return list(queries.every_question_of(edition).values_list("slug", flat=True))


def test_question_comes_behind_the_others(edition, deed):
    make_question(edition=edition, slug="first", position=4)
    question = actions.add_question(edition=edition, slug="why", **deed, **WORDS)
    assert (question.position, slugs(edition)) == (5, ["first", "why"])
    assert (TrailEntry.objects.get().deed, TrailEntry.objects.get().details) == ("question.add", {"question": "why"})


@pytest.mark.parametrize(
    ("stage", "closes", "reason"),
    [
        (Stage.PREPARING, None, None),
        (Stage.CALL, None, None),
        (Stage.CALL, time(11, 0), "The call is closed; its questions stay as they are."),
        (Stage.CALL, time(11, 1), None),
        (Stage.SCREENING, None, "The call is closed; its questions stay as they are."),
        (Stage.CLOSED, None, "This edition is closed; nothing in it changes any more."),
    ],
)
def test_questions_stay_once_the_call_is_closed(stage, closes, reason, moment):
    edition = make_edition(stage=stage, call_closes_on=DAY, call_closes_time=closes)
    assert rules.why_not_set_questions(edition=edition, by=make_manager(edition), at=moment) == reason


def test_only_managers_touch_the_form(edition, moment):
    question, other = make_question(edition=edition), {"by": make_screener(edition), "at": moment}
    for act in (
        lambda: actions.add_question(edition=edition, slug="why", **other, **WORDS),
        lambda: actions.change_question(question=question, **other, help_nl="x"),
        lambda: actions.move_question(question=question, up=True, **other),
        lambda: actions.switch_question(question=question, on=False, **other),
        lambda: actions.remove_question(question=question, **other),
        lambda: actions.explain_fields(edition=edition, helps={}, **other),
    ):
        with pytest.raises(Refused, match="Only a manager"):
            act()
    assert not TrailEntry.objects.exists()


def test_question_of_an_open_call_may_be_skipped(deed, edition, moment):
    calling = make_edition()
    by = {"by": make_manager(calling), "at": moment}
    with pytest.raises(Refused, match="only be one they may skip"):
        actions.add_question(edition=calling, slug="why", required=True, **by, **WORDS)
    question = actions.add_question(edition=calling, slug="why", **by, **WORDS)
    with pytest.raises(Refused, match="may still skip"):
        actions.change_question(question=question, required=True, **by)
    assert actions.add_question(edition=edition, slug="why", required=True, **deed, **WORDS).required


def test_list_has_two_choices_and_a_condition_is_an_answer_to_a_question_before_it(edition, deed):
    with pytest.raises(Refused, match="at least two choices"):
        actions.add_question(edition=edition, slug="x", **deed, **WORDS | {"kind": "choice", "choices": LIST[:1]})
    elsewhere = make_question(edition=make_edition(), kind="yes_no")
    with pytest.raises(Refused, match="of the same call"):
        actions.add_question(edition=edition, slug="x", asked_if=elsewhere, asked_if_answers=["yes"], **deed, **WORDS)
    here = make_question(edition=edition, kind="choice", choices=LIST)
    for answers in ([], ["c"], ["a", "c"]):
        with pytest.raises(Refused, match="after which answer"):
            actions.add_question(edition=edition, slug="x", asked_if=here, asked_if_answers=answers, **deed, **WORDS)
    later = actions.add_question(
        edition=edition,
        slug="x",
        asked_if=here,
        asked_if_answers=["a", "unknown"],
        **deed,
        **WORDS | {"kind": "yes_no"},
    )
    with pytest.raises(Refused, match="comes after the one it waits for"):
        actions.change_question(question=here, asked_if=later, asked_if_answers=["yes"], **deed)


def test_change_keeps_what_is_not_named(edition, deed):
    question = make_question(edition=edition, help_nl="oud")
    actions.change_question(question=question, label_en="Why then?", **deed)
    question.refresh_from_db()
    assert (question.label_en, question.help_nl) == ("Why then?", "oud")
    assert TrailEntry.objects.get().details == {"question": question.slug, "changed": ["label_en"]}


def test_choice_that_another_question_waits_for_stays(edition, deed):
    first = make_question(edition=edition, kind="choice", choices=LIST)
    make_question(edition=edition, asked_if=first, asked_if_answers=["a"])
    three = [*LIST, {"value": "c", "nl": "C", "en": "C"}]
    actions.change_question(question=first, choices=three, **deed)
    with pytest.raises(Refused, match="waits for one of these answers"):
        actions.change_question(question=first, choices=three[1:], **deed)
    with pytest.raises(Refused, match="waits for one of these answers"):
        actions.change_question(question=first, kind="text", choices=[], **deed)


def test_standard_question_changes_help_and_readers_only(edition, deed):
    question = make_question(edition=edition, leads_to=["BIO:5.12.01"])
    actions.change_question(question=question, help_en="Ask security.", shown_to="judges", **deed)
    with pytest.raises(Refused, match="the same in every edition"):
        actions.change_question(question=question, label_en="Else", **deed)
    with pytest.raises(Refused, match="comes with every edition"):
        actions.remove_question(question=question, **deed)


def test_questions_change_places_unless_one_waits_for_the_other(edition, deed):
    first = make_question(edition=edition, slug="a", kind="yes_no")
    second = make_question(edition=edition, slug="b")
    third = make_question(edition=edition, slug="c", asked_if=first, asked_if_answers=["yes"])
    actions.move_question(question=third, up=True, **deed)
    assert slugs(edition) == ["a", "c", "b"]
    for question, up, reason in (
        (first, True, "the first already"),
        (second, False, "the last already"),
        (third, True, "waits for the answer"),
        (first, False, "waits for the answer"),
    ):
        question.refresh_from_db()
        with pytest.raises(Refused, match=reason):
            actions.move_question(question=question, up=up, **deed)
    actions.move_question(question=second, up=True, **deed)
    assert slugs(edition) == ["a", "b", "c"]


def test_question_is_switched_off_and_on_but_a_safeguard_is_not(edition, deed):
    question = make_question(edition=edition)
    actions.switch_question(question=question, on=False, **deed)
    assert not queries.questions_of(edition).exists()
    actions.switch_question(question=question, on=True, **deed)
    assert queries.questions_of(edition).get() == question
    for aspect in ("legal", "technical", "ethical"):
        with pytest.raises(Refused, match="always asked"):
            actions.switch_question(question=make_question(edition=edition, aspect=aspect), on=False, **deed)


def test_question_that_another_waits_for_is_not_removed(edition, deed):
    first = make_question(edition=edition, kind="yes_no")
    second = make_question(edition=edition, asked_if=first, asked_if_answers=["yes"])
    with pytest.raises(Refused, match="waits for the answer to this one"):
        actions.remove_question(question=first, **deed)
    actions.remove_question(question=second, **deed)
    actions.remove_question(question=first, **deed)
    assert slugs(edition) == []


def test_managers_explain_the_parts_of_an_idea(edition, deed):
    actions.explain_fields(edition=edition, helps={"data": {"nl": "Noem een register.", "en": ""}}, **deed)
    edition.refresh_from_db()
    assert (edition.help_for("data"), edition.help_for("title")) == ("Noem een register.", "")


def test_nothing_is_answered_yet(edition, django_assert_max_num_queries):
    make_question(edition=edition)
    with django_assert_max_num_queries(2):
        assert queries.answered_questions(edition) == set()


def test_moments_of_the_call_follow_the_local_clock():
    edition = make_edition(call_closes_on=DAY + timedelta(days=60), call_closes_time=time(17, 0))
    assert edition.call_closes_at.isoformat() == "2026-05-01T17:00:00+02:00"
    assert edition.call_opens_at is None
