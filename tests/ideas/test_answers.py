"""Answers to the questions of a call: kept, asked under a condition, and shown to whom they are for."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import IdeaAnswer
from tests.factories.editions import make_edition, make_manager, make_question, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    """A call that asks whether data are about people, and if so whether they are sensitive."""
    edition = make_edition()
    first = make_question(edition=edition, slug="J1", kind="yes_no", label_en="About people?")
    make_question(
        edition=edition, slug="J2", kind="yes_no", label_en="Sensitive?", asked_if=first, asked_if_answers=["yes"]
    )
    return edition


def answer(idea, **answers):
    for slug, words in answers.items():
        IdeaAnswer.objects.create(idea=idea, question=idea.edition.questions.get(slug=slug), answer=words)


def shown(idea, to):
    return [(one.question.slug, one.words) for one in queries.answers_shown(idea, to=to)]


def test_change_keeps_answers_and_notes_which_without_their_text(call):
    idea = make_idea(edition=call)
    actions.change_idea(idea=idea, by=idea.submitter, at=MOMENT, answers={"J1": "yes", "J2": "unknown"})
    actions.change_idea(idea=idea, by=idea.submitter, at=MOMENT, answers={"J1": "yes", "J2": ""})
    assert shown(idea, idea.submitter) == [("J1", "Yes")]
    assert [entry.details for entry in TrailEntry.objects.order_by("position")] == [
        {"changed": ["answer-J1", "answer-J2"]},
        {"changed": ["answer-J2"]},
    ]


def test_answer_to_what_is_not_asked_is_a_mistake(call):
    idea = make_idea(edition=call)
    with pytest.raises(KeyError):
        actions.change_idea(idea=idea, by=idea.submitter, at=MOMENT, answers={"Z9": "yes"})


def test_answer_whose_question_is_asked_no_more_is_not_shown_and_goes_when_the_idea_is_sent(call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT)
    answer(draft, J1="no", J2="yes")
    assert shown(draft, draft.submitter) == [("J1", "No")]
    assert queries.answers_of(draft) == {"J1": "no", "J2": "yes"}
    actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT)
    assert queries.answers_of(draft) == {"J1": "no"}


def test_what_a_call_must_know_is_asked_before_sending(call):
    make_question(edition=call, slug="S", label_en="How big?", required=True, may_not_know=False)
    draft = make_idea(edition=call, state=IdeaState.DRAFT)
    with pytest.raises(Refused, match="Answer first: How big"):
        actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT)
    actions.change_idea(idea=draft, by=draft.submitter, at=MOMENT, answers={"S": "Ten people"})
    assert actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT).state == IdeaState.SENT
    with pytest.raises(Refused, match="Answer first"):
        actions.change_idea(idea=draft, by=draft.submitter, at=MOMENT, answers={"S": ""})
    assert queries.answers_of(draft) == {"S": "Ten people"}


def test_nothing_but_not_knowing_is_enough_to_send(call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT)
    actions.change_idea(idea=draft, by=draft.submitter, at=MOMENT, answers={"J1": "unknown"})
    assert actions.send_idea(idea=draft, by=draft.submitter, at=MOMENT).number == 1


@pytest.mark.parametrize(
    ("shown_to", "readers"),
    [
        ("everyone", ["author", "manager", "screener", "other"]),
        ("judges", ["author", "manager", "screener"]),
        ("managers", ["author", "manager"]),
    ],
)
def test_answer_is_read_by_whom_the_question_says(sign_in, shown_to, readers):
    edition = make_edition(stage=Stage.SCREENING)
    make_question(edition=edition, slug="Q", label_en="Which one exactly?", shown_to=shown_to)
    idea = make_idea(edition=edition)
    answer(idea, Q="The red one")
    people = {
        "author": idea.submitter,
        "manager": make_manager(edition),
        "screener": make_screener(edition),
        "other": make_person(),
    }
    pages = {name: sign_in(one).get(idea.get_absolute_url()).content.decode() for name, one in people.items()}
    assert [name for name, page in pages.items() if "The red one" in page] == readers
    assert [name for name, page in pages.items() if "Which one exactly?" in page] == readers


def test_answers_are_escaped(sign_in):
    edition = make_edition()
    make_question(edition=edition, slug="Q")
    idea = make_idea(edition=edition)
    answer(idea, Q="<script>alert(1)</script>")
    page = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_page_takes_as_many_statements_for_three_answers_as_for_one(sign_in, django_assert_num_queries):
    edition = make_edition()
    for slug in ("A", "B", "C"):
        make_question(edition=edition, slug=slug)
    idea, reader = make_idea(edition=edition), make_person()
    answer(idea, A="a")
    for more in ({}, {"B": "b", "C": "c"}):
        answer(idea, **more)
        with django_assert_num_queries(2):
            queries.answers_shown(idea, to=reader)


def test_step_of_questions_shows_conditions_and_keeps_what_was_chosen(sign_in, call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT)
    browser, address = sign_in(draft.submitter), reverse("ideas:write", args=[draft.public_id, "vragen"])
    text = browser.get(address).content.decode()
    assert 'data-waits-for="answer-J1" data-answers="yes"' in text
    assert "Only if you answered above: Yes" in text
    browser.post(address, {"answer-J1": "yes", "answer-J2": "unknown", "next": "back"})
    assert queries.answers_of(draft) == {"J1": "yes", "J2": "unknown"}


def statements(asked):
    """Return what was asked of the database; the marks around nested transactions are left out."""
    return [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]


@contextmanager
def at_most(most):
    with CaptureQueriesContext(connection) as asked:
        yield
    assert len(statements(asked)) <= most


def test_sending_by_form_takes_at_most_25_statements_a_request(sign_in, call):
    person = make_person()
    browser = sign_in(person)
    theme = call.themes.first().slug
    with at_most(25):
        first = browser.post(
            reverse("ideas:start", args=[call.slug]), {"title": "Bees", "language": "en", "next": "on"}
        )
    idea = queries.drafts_of(person).get()
    assert first.status_code == 302
    for step, words in (
        ("idee", {"demand": "Where do bees die?", "theme": theme}),
        ("vragen", {"answer-J1": "no", "answer-J2": ""}),
    ):
        with at_most(25):
            browser.post(reverse("ideas:write", args=[idea.public_id, step]), words | {"next": "on"})
    with at_most(25):
        browser.post(reverse("ideas:send", args=[idea.public_id]))
    idea.refresh_from_db()
    assert idea.state == IdeaState.SENT
