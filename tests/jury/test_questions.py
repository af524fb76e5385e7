"""Questions from the hall: asked without a name, read first by the manager, wanted once by each."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.foundation import live
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState, QuestionState
from datamatch.jury.models import HallQuestion, UpVote
from datamatch.jury.queries import Guest
from datamatch.jury.queries.own import own_cards
from tests.factories.jury import PitchDay, make_hall, make_question
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db

PHONE, OTHER = Guest("phone"), Guest("other")


@pytest.fixture
def day():
    day = PitchDay(state=PitchState.WAITING)
    day.pitches[0] = actions.call_next(edition=day.edition, seen=None, by=day.manager, at=MOMENT)
    return day


@pytest.fixture
def hall(day):
    return make_hall(edition=day.edition, state="to_come")


def ask(hall, guest=PHONE, text="Who pays?"):
    return actions.ask(hall=hall, guest=guest, text=text, at=MOMENT)


def page_of(hall, name="hall", *parts):
    return reverse(f"jury:{name}", args=[hall.code, *parts])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


def test_question_is_about_the_pitch_on_stage_and_waits_to_be_read(day, hall):
    question = ask(hall)
    assert (question.pitch, question.state) == (day.pitches[0], QuestionState.WAITING)
    assert (list(queries.questions_shown(hall, OTHER)), list(queries.questions_asked_by(hall, PHONE))) == (
        [],
        [question],
    )
    actions.show_question(question=question, by=day.manager, at=MOMENT)
    assert list(queries.questions_shown(hall, OTHER)) == [question]


def test_one_guest_cannot_flood_the_desk(day, hall):
    for number in range(3):
        ask(hall, text=f"{number}?")
    with pytest.raises(Refused, match="wait to be read"):
        ask(hall)
    ask(hall, OTHER)
    actions.show_question(question=HallQuestion.objects.earliest("pk"), by=day.manager, at=MOMENT)
    ask(hall)


def test_question_asked_again_as_its_answer_got_lost_is_one(hall):
    first, *_others = [ask(hall, text=f"{number}?") for number in range(3)]
    assert (ask(hall, text=" 0? "), HallQuestion.objects.count()) == (first, 3)
    assert ask(hall, OTHER, text="0?") != first


def test_guest_wants_to_know_once_and_not_their_own(day, hall):
    question = actions.show_question(question=ask(hall), by=day.manager, at=MOMENT)
    actions.want(question=question, guest=OTHER, at=MOMENT)
    assert rules.why_not_want(question=question, guest=OTHER) == "You want to know this already."
    assert rules.why_not_want(question=question, guest=PHONE) == "This is your own question."
    assert (UpVote.objects.count(), queries.questions_in(hall).get().votes) == (1, 1)


def test_only_an_open_question_is_wanted(day, hall):
    for state in (QuestionState.WAITING, QuestionState.ANSWERED, QuestionState.HIDDEN):
        question = make_question(hall=hall, state=state, why="Twice")
        assert rules.why_not_want(question=question, guest=OTHER) == "This question is not open."


def test_most_wanted_stands_first_and_answered_last(hall):
    answered, least, most = (make_question(hall=hall, key=word) for word in "abc")
    HallQuestion.objects.filter(pk=answered.pk).update(state=QuestionState.ANSWERED)
    for guest in (PHONE, OTHER):
        actions.want(question=most, guest=guest, at=MOMENT)
    shown = list(queries.questions_shown(hall, PHONE))
    assert (shown, [one.voted for one in shown]) == ([most, least, answered], [True, False, False])


def test_wall_shows_three_about_the_pitch_on_stage(day, hall):
    for number in range(4):
        make_question(hall=hall, pitch=day.pitches[0], text=f"Question {number}?")
    make_question(hall=hall, pitch=day.pitches[1])
    assert [one.text for one in queries.questions_on_wall(hall, day.pitches[0])] == [f"Question {n}?" for n in range(3)]


def test_hidden_has_a_word_why_and_the_asker_reads_it(day, hall, sign_in):
    question = ask(hall)
    with pytest.raises(Refused, match="in a word why"):
        actions.hide_question(question=question, why=" ", by=day.manager, at=MOMENT)
    actions.hide_question(question=question, why="Names a colleague", by=day.manager, at=MOMENT)
    assert [one.why for one in queries.questions_asked_by(hall, PHONE)] == ["Names a colleague"]
    assert list(queries.questions_shown(hall, PHONE)) == list(queries.questions_asked_by(hall, OTHER)) == []


def test_moderating_goes_one_way_at_a_time_and_is_for_the_manager(day, hall):
    question = ask(hall)
    told = {"question": question, "by": day.manager}
    assert rules.why_not_moderate(to=QuestionState.ANSWERED, **told) == "Show the question first."
    question = actions.show_question(question=question, by=day.manager, at=MOMENT)
    assert rules.why_not_moderate(to=QuestionState.SHOWN, question=question, by=day.manager) == "That was done already."
    assert rules.why_not_moderate(to=QuestionState.HIDDEN, question=question, by=day.jurors[0]) is not None


def test_shower_of_votes_tells_the_hall_once_in_five_seconds(hall):
    question, topic = make_question(hall=hall), queries.hall_topic(hall.edition)
    for seconds, device in ((0, "a"), (1, "b"), (4, "c"), (5, "d")):
        actions.want(question=question, guest=Guest(device), at=MOMENT + timedelta(seconds=seconds))
    assert live.version_of(topic) == 2


def test_own_questions_are_told_to_who_asked_with_an_account(hall):
    person = make_person()
    ask(hall, Guest("phone", person), "Mine?")
    ask(hall, Guest("phone"), "Of the device?")
    assert [one["text"] for one in own_cards(person)["questions from the hall"]] == ["Mine?"]


# The pages


def test_phone_asks_by_the_page_and_sees_what_becomes_of_it(day, hall):
    phone = Client()
    phone.get(page_of(hall))
    page = phone.post(page_of(hall, "ask"), {"text": "Where is <the> data?"}, follow=True)
    assert missing(page, "Where is &lt;the&gt; data?", "To be read") == []
    actions.hide_question(question=HallQuestion.objects.get(), why="Asked before", by=day.manager, at=MOMENT)
    assert missing(phone.get(page_of(hall)), "not shown: Asked before") == []
    assert missing(Client().get(page_of(hall)), "Asked before") == ["Asked before"]


@pytest.mark.parametrize("text", ["", "x" * 281])
def test_what_is_no_question_comes_back_as_it_was_typed(hall, text):
    phone = Client()
    phone.get(page_of(hall))
    page = phone.post(page_of(hall, "ask"), {"text": text})
    assert (page.status_code, page.context["ask_form"]["text"].value(), HallQuestion.objects.count()) == (422, text, 0)


def test_question_that_is_refused_comes_back_as_it_was_typed(hall):
    page = Client().post(page_of(hall, "ask"), {"text": "Why?"})
    assert (page.status_code, missing(page, "keeps no cookie", "Why?</textarea>")) == (422, [])


def test_phone_wants_to_know_by_the_page_and_twice_is_once(hall):
    question, phone = make_question(hall=hall), Client()
    assert missing(phone.get(page_of(hall)), "I want to know too", "0 want to know") == []
    for _time in range(2):
        page = phone.post(page_of(hall, "want", question.public_id), follow=True)
    assert (missing(page, "You want to know this already.", "1 wants to know"), UpVote.objects.count()) == ([], 1)


def test_manager_moderates_by_the_page(day, hall, sign_in):
    question, client = ask(hall), sign_in(day.manager)
    desk, deed = (
        reverse("jury:question_desk", args=[day.edition.slug]),
        reverse("jury:moderate", args=[question.public_id]),
    )
    assert missing(client.get(desk), "To read", "Who pays?", "1 question to read") == []
    page = client.post(deed, {"to": "hidden", "why": ""})
    assert (page.status_code, missing(page, "Say in a word why", "aria-invalid")) == (422, [])
    for to, words in (("shown", "Shown, most wanted first"), ("answered", "Answered"), ("shown", "Answered")):
        assert missing(client.post(deed, {"to": to}, follow=True), words) == []
    page = client.post(deed, {"to": "hidden", "why": "Twice"}, follow=True)
    assert missing(page, "Hidden. Who asked it reads why.", "not shown: Twice") == []
    version = client.get(desk).context["version"]
    now = reverse("jury:questions_now", args=[day.edition.slug])
    assert (client.get(now, {"seen": version}).status_code, client.get(now).status_code) == (204, 200)


def test_desk_of_questions_is_for_the_manager_only(day, hall, sign_in):
    question, client = make_question(hall=hall), sign_in(day.jurors[0])
    for name in ("question_desk", "questions_now"):
        assert client.get(reverse(f"jury:{name}", args=[day.edition.slug])).status_code == 403
    assert client.post(reverse("jury:moderate", args=[question.public_id]), {"to": "answered"}).status_code == 403


def test_wall_shows_what_the_audience_wants_to_know(day, hall, sign_in):
    make_question(hall=hall, pitch=day.pitches[0], text="Since when?")
    page = sign_in(day.jurors[0]).get(reverse("jury:screen", args=[day.edition.slug]))
    assert missing(page, "The audience wants to know", "Since when?") == []


@pytest.mark.parametrize("name", ["hall", "question_desk"])
def test_questions_ask_as_many_queries_for_three_as_for_one(day, hall, sign_in, name):
    client = sign_in(day.manager)
    address = page_of(hall) if name == "hall" else reverse("jury:question_desk", args=[day.edition.slug])
    client.get(address)
    counts = []
    for more in (1, 2):
        for _one in range(more):
            make_question(hall=hall, pitch=day.pitches[0])
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        counts.append(len(caught))
    assert counts[0] == counts[1]
