"""Pages with which a manager makes the form of a call."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions import actions
from datamatch.editions.enums import Stage
from tests.factories.editions import make_edition, make_manager, make_programme, make_question, make_screener
from tests.factories.people import make_administrator

pytestmark = pytest.mark.django_db
TYPED = {
    "label_nl": "Hoe vaak?", "label_en": "How often?", "help_nl": "", "help_en": "", "kind": "choice",
    "choices": "Elke dag | Every day\nSoms | Sometimes", "shown_to": "everyone", "aspect": "", "may_not_know": "on",
}  # fmt: skip


@pytest.fixture
def edition():
    return make_edition(stage=Stage.PREPARING)


@pytest.fixture
def manager(edition, sign_in):
    """The browser of the manager."""
    return sign_in(make_manager(edition))


def url(name, edition, *more):
    return reverse(f"editions:{name}", args=[edition.slug, *more])


def test_question_is_added_changed_and_removed(manager, edition):
    assert manager.post(url("add_question", edition), TYPED).status_code == 302
    question = edition.questions.get()
    assert (question.slug, [one["value"] for one in question.choices]) == ("how-often", ["every-day", "sometimes"])
    change = url("change_question", edition, question.slug)
    mended = TYPED | {"choices": "Elke dag | Daily\nNooit | Never\nSoms | Sometimes"}
    assert manager.post(change, mended).status_code == 302
    question.refresh_from_db()
    assert [one["value"] for one in question.choices] == ["every-day", "never", "sometimes"]
    assert "Every day" not in manager.get(change).content.decode()
    assert manager.post(url("remove_question", edition, question.slug)).status_code == 302
    assert not edition.questions.exists()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"choices": "Elke dag"}, "A line needs Dutch and English words"),
        ({"choices": "Ja | Yes"}, "A list needs at least two choices."),
        ({"choices": "Ja | Yes\nJa | Yes"}, "Two lines say the same."),
        ({"label_nl": ""}, "This field is required."),
        ({"kind": "poem"}, "Select a valid choice."),
    ],
)
def test_question_that_cannot_be_is_shown_again_with_the_reason(manager, edition, typed, reason):
    answer = manager.post(url("add_question", edition), TYPED | typed)
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert "How often?" in answer.content.decode()


def test_question_waits_for_answers_to_one_other_question(manager, edition):
    first = make_question(edition=edition, kind="yes_no", label_en="About people?")
    other = make_question(edition=edition, kind="yes_no")
    assert "About people? Yes" in manager.get(url("add_question", edition)).content.decode()
    both = manager.post(url("add_question", edition), TYPED | {"condition": [f"{first.pk}:yes", f"{other.pk}:no"]})
    assert (both.status_code, "one question only" in both.content.decode()) == (422, True)
    ticked = TYPED | {"condition": [f"{first.pk}:yes", f"{first.pk}:unknown"]}
    assert manager.post(url("add_question", edition), ticked).status_code == 302
    later = edition.questions.get(slug="how-often")
    assert (later.asked_if, later.asked_if_answers) == (first, ["yes", "unknown"])
    assert manager.post(url("change_question", edition, later.slug), TYPED).status_code == 302
    later.refresh_from_db()
    assert (later.asked_if, later.asked_if_answers) == (None, [])


def test_rule_that_refuses_keeps_what_was_typed(sign_in):
    calling = make_edition()
    client = sign_in(make_manager(calling))
    answer = client.post(url("add_question", calling), TYPED | {"required": "on"})
    assert (answer.status_code, "only be one they may skip" in answer.content.decode()) == (422, True)


def test_standard_question_offers_help_and_readers(sign_in, moment):
    by = make_administrator()
    edition = actions.prepare_edition(
        programme=make_programme(), slug="first", name="First", number=1, by=by, at=moment
    )
    client, change = sign_in(by), url("change_question", edition, "J2")
    page = client.get(change).content.decode()
    assert ("label_nl" in page, "help_nl" in page, "comes with every edition" in page) == (False, True, True)
    assert client.post(change, {"help_nl": "Kijk goed.", "help_en": "", "shown_to": "judges"}).status_code == 302
    question = edition.questions.get(slug="J2")
    assert (question.help_nl, question.shown_to, question.asked_if.slug) == ("Kijk goed.", "judges", "J1")


def test_questions_are_moved_and_switched_with_buttons(manager, edition):
    first, second = make_question(edition=edition), make_question(edition=edition)
    assert manager.post(url("move_question", edition, second.slug), {"to": "up"}).status_code == 302
    assert list(edition.questions.all()) == [second, first]
    assert manager.post(url("switch_question", edition, first.slug), {"to": "off"}).status_code == 302
    assert "Switched off" in manager.get(url("questions", edition)).content.decode()


def test_preview_shows_what_an_answer_unlocks(manager, edition):
    first = make_question(edition=edition, slug="J1", kind="yes_no")
    make_question(edition=edition, label_en="Anything sensitive?", asked_if=first, asked_if_answers=["yes"])
    page = url("preview", edition)
    assert "Anything sensitive?" not in manager.get(page).content.decode()
    assert "Anything sensitive?" in manager.get(page, {"J1": "yes"}).content.decode()


def test_help_beside_the_parts_of_an_idea_is_kept(manager, edition):
    typed = {"data_nl": "Noem een register.", "data_en": "Name a register."}
    assert manager.post(url("explain", edition), typed).status_code == 302
    edition.refresh_from_db()
    assert edition.help_for("data") == "Name a register."
    long = manager.post(url("explain", edition), {"data_nl": "x" * 301})
    assert long.status_code == 422


@pytest.mark.parametrize("name", ["questions", "add_question", "preview", "explain"])
def test_form_is_for_managers(sign_in, name):
    edition = make_edition()
    assert sign_in(make_screener(edition)).get(url(name, edition)).status_code == 403
    preparing = make_edition(stage=Stage.PREPARING)
    assert sign_in(make_screener(preparing)).get(url(name, preparing)).status_code == 404


def test_form_of_a_closed_call_is_read_only(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    question = make_question(edition=edition)
    client = sign_in(make_manager(edition))
    page = client.get(url("questions", edition)).content.decode()
    assert ("stay as they are" in page, "Add a question" in page) == (True, False)
    assert client.get(url("add_question", edition)).status_code == 403
    assert client.post(url("move_question", edition, question.slug), {"to": "up"}).status_code == 403


@pytest.mark.parametrize("name", ["questions", "preview", "add_question"])
def test_page_asks_as_much_for_three_questions_as_for_one(manager, edition, name):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert manager.get(url(name, edition)).status_code == 200
        return len(queries)

    first = make_question(edition=edition, kind="yes_no")
    count()
    one = count()
    make_question(edition=edition, asked_if=first, asked_if_answers=["yes"])
    make_question(edition=edition, kind="yes_no")
    assert count() == one
