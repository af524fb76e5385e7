"""The hall: who may vote, once, and what is kept of it."""

import pytest
from django.db.models import Sum
from django.test import Client
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState, VoteState
from datamatch.jury.models import Hall, HallTally, HallVoter
from datamatch.jury.queries import Guest
from tests.factories.editions import make_edition, make_manager
from tests.factories.jury import PitchDay, make_hall
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return PitchDay()


@pytest.fixture
def hall(day):
    return make_hall(edition=day.edition, pitches=day.pitches)


def vote(hall, guest, pitch):
    actions.vote(hall=hall, guest=guest, pitch=pitch, at=MOMENT)


def counts(hall):
    return list(HallTally.objects.filter(hall=hall).order_by("pitch__place").values_list("count", flat=True))


def page_of(hall, name="hall"):
    return reverse(f"jury:{name}", args=[hall.code])


def desk_of(edition, name="hall_desk"):
    return reverse(f"jury:{name}", args=[edition.slug])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


# Opening and closing


def test_hall_has_a_short_code_without_letters_that_look_alike(day):
    hall = actions.open_hall(edition=day.edition, by=day.manager, at=MOMENT)
    assert (len(hall.code), set(hall.code) & set("01ilo")) == (6, set())
    with pytest.raises(Refused, match="has its page already"):
        actions.open_hall(edition=day.edition, by=day.manager, at=MOMENT)


def test_hall_needs_a_running_order_and_a_manager(day):
    edition = make_edition(stage=Stage.PITCHING)
    assert rules.why_not_open_hall(edition=edition, by=make_manager(edition)) == "There is no running order yet."
    assert (
        rules.why_not_open_hall(edition=day.edition, by=day.jurors[0]) == "Only the programme manager runs pitch day."
    )


def test_vote_opens_after_the_last_pitch_and_once():
    day = PitchDay(state=PitchState.WAITING)
    hall = actions.open_hall(edition=day.edition, by=day.manager, at=MOMENT)
    assert rules.why_not_open_vote(hall=hall, by=day.manager) == "3 of 3 pitches are not done."
    day = PitchDay()
    hall = actions.open_hall(edition=day.edition, by=day.manager, at=MOMENT)
    assert rules.why_not_close_vote(hall=hall, by=day.manager) == "The audience is not voting."
    assert rules.why_not_open_vote(hall=hall, by=day.jurors[0]) is not None
    hall = actions.open_vote(hall=hall, by=day.manager, at=MOMENT)
    hall = actions.close_vote(hall=hall, by=day.manager, at=MOMENT)
    assert (hall.state, counts(hall)) == (VoteState.CLOSED, [0, 0, 0])
    with pytest.raises(Refused, match="one vote per edition"):
        actions.open_vote(hall=hall, by=day.manager, at=MOMENT)


def test_who_may_vote_is_fixed_once_the_vote_is_open(day):
    hall = actions.open_hall(edition=day.edition, by=day.manager, at=MOMENT)
    assert actions.change_hall(hall=hall, accounts_only=True, by=day.manager, at=MOMENT).accounts_only
    actions.open_vote(hall=hall, by=day.manager, at=MOMENT)
    with pytest.raises(Refused, match="stays as it is"):
        actions.change_hall(hall=hall, accounts_only=False, by=day.manager, at=MOMENT)


# Voting


def test_device_votes_once(day, hall):
    vote(hall, Guest("phone"), day.pitches[1])
    with pytest.raises(Refused, match="You vote once"):
        vote(hall, Guest("phone"), day.pitches[0])
    vote(hall, Guest("tablet"), day.pitches[1])
    assert (counts(hall), queries.turnout_in(hall).votes) == ([0, 2, 0], 2)


def test_account_votes_once_on_all_its_devices(day, hall):
    person = make_person()
    vote(hall, Guest("phone", person), day.pitches[0])
    for guest in (Guest("laptop", person), Guest("phone"), Guest("", person)):
        assert queries.has_voted_in(hall, guest)
    assert (queries.turnout_in(hall).votes, queries.turnout_in(hall).without_account) == (1, 0)


def test_who_voted_without_an_account_does_not_vote_again_with_one(day, hall):
    vote(hall, Guest("phone"), day.pitches[0])
    assert rules.why_not_vote(hall=hall, guest=Guest("phone", make_person())) == "Your vote is in. You vote once."


def test_two_accounts_share_a_device(day, hall):
    for _one in range(2):
        vote(hall, Guest("kiosk", make_person()), day.pitches[2])
    assert (counts(hall), queries.turnout_in(hall).votes) == ([0, 0, 2], 2)


@pytest.mark.parametrize(
    ("given", "guest", "reason"),
    [
        ({"state": VoteState.TO_COME}, Guest("phone"), "The vote opens after the last pitch."),
        ({"state": VoteState.CLOSED}, Guest("phone"), "The vote is closed."),
        ({}, Guest(""), "Your browser keeps no cookie for this page, and without one we cannot count you once."),
        ({"accounts_only": True}, Guest("phone"), "In this vote you sign in first."),
    ],
)
def test_why_not_vote(day, given, guest, reason):
    hall = make_hall(edition=day.edition, pitches=day.pitches, **given)
    assert rules.why_not_vote(hall=hall, guest=guest) == reason


def test_nobody_votes_after_pitch_day(day, hall):
    day.edition.stage = Stage.DELIVERY
    day.edition.save()
    hall.refresh_from_db()
    assert rules.why_not_vote(hall=hall, guest=Guest("phone")) == "Pitch day is over."


def test_pitch_of_another_day_gets_no_vote(day, hall):
    for pitch in (None, PitchDay(pitches=1).pitches[0]):
        with pytest.raises(Refused, match="Choose one pitch"):
            vote(hall, Guest("phone"), pitch)
    assert not HallVoter.objects.exists()


def test_mark_names_nobody_and_no_line_of_the_trail_says_what_for(day, hall):
    person = make_person()
    vote(hall, Guest("phone", person), day.pitches[0])
    line = TrailEntry.objects.get(deed="hall.vote")
    told = f"{HallVoter.objects.values_list('key', 'mark')}{line.details}{line.of_id}"
    assert [word for word in (str(person.public_id), "phone", str(day.pitches[0].public_id)) if word in told] == []
    other = make_hall(edition=PitchDay(pitches=1).edition)
    assert queries.key_of(Guest("phone"), hall) != queries.key_of(Guest("phone"), other)


def test_result_is_kept_from_everybody_until_the_vote_is_closed(day, hall):
    for device, pitch in (("a", 1), ("b", 1), ("c", 0), ("d", 2)):
        vote(hall, Guest(device), day.pitches[pitch])
    assert queries.hall_places(hall) == []
    hall = actions.close_vote(hall=hall, by=day.manager, at=MOMENT)
    places = [(one.place, one.pitch, one.votes) for one in queries.hall_places(hall)]
    assert places == [(1, day.pitches[1], 2), (2, day.pitches[0], 1), (2, day.pitches[2], 1)]


# The pages


def test_phone_votes_by_the_page_without_an_account_and_once(day, hall):
    phone = Client()
    page = phone.get(page_of(hall))
    assert missing(page, *(pitch.idea.title for pitch in day.pitches), "Your vote is final") == []
    assert ("no-store" in page["Cache-Control"], page["X-Robots-Tag"]) == (True, "noindex, nofollow")
    cookie = phone.cookies["zaal"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/zaal/")
    given = {"choice": day.pitches[1].public_id}
    assert missing(phone.post(page_of(hall, "vote"), given, follow=True), "Your vote is in") == []
    again = phone.post(page_of(hall, "vote"), {"choice": day.pitches[0].public_id}, follow=True)
    assert (missing(again, "You vote once"), counts(hall)) == ([], [0, 1, 0])


def test_cookie_that_was_made_up_is_no_device(day, hall):
    phone = Client()
    phone.cookies["zaal"] = "made-up"
    answer = phone.post(page_of(hall, "vote"), {"choice": day.pitches[0].public_id})
    assert (answer.status_code, counts(hall)) == (422, [0, 0, 0])
    assert missing(answer, "Your browser keeps no cookie") == []


@pytest.mark.parametrize("choice", ["", "x", "8a1f7a52-0c7c-4b6e-9a55-1f5b4b3f0c11"])
def test_vote_for_nothing_is_not_counted_and_does_not_cost_the_vote(day, hall, choice):
    phone = Client()
    phone.get(page_of(hall))
    answer = phone.post(page_of(hall, "vote"), {"choice": choice})
    assert (answer.status_code, missing(answer, "Choose one pitch", "Your vote is final")) == (422, [])


def test_code_may_be_typed_in_capitals_and_another_code_is_not_found(hall):
    assert Client().get(page_of(hall).replace(hall.code, hall.code.upper())).status_code == 200
    assert Client().get("/zaal/nobody/").status_code == 404


def test_part_of_the_audience_is_sent_again_only_when_something_changed(day, hall):
    phone = Client()
    version = phone.get(page_of(hall)).context["version"]
    assert phone.get(page_of(hall, "hall_now"), {"seen": version}).status_code == 204
    actions.close_vote(hall=hall, by=day.manager, at=MOMENT)
    assert missing(phone.get(page_of(hall, "hall_now"), {"seen": version}), "The audience voted") == []
    assert phone.get(page_of(hall, "hall_follow"))["Content-Type"] == "text/event-stream"


def test_with_accounts_only_a_visitor_is_shown_the_way_to_sign_in(day, sign_in):
    hall = make_hall(edition=day.edition, pitches=day.pitches, accounts_only=True)
    assert missing(Client().get(page_of(hall)), f"/account/login/?next={page_of(hall)}") == []
    page = sign_in(make_person()).post(page_of(hall, "vote"), {"choice": day.pitches[0].public_id}, follow=True)
    assert (missing(page, "Your vote is in"), counts(hall)) == ([], [1, 0, 0])


def test_manager_runs_the_hall_by_its_page(day, sign_in):
    client = sign_in(day.manager)
    assert missing(client.get(desk_of(day.edition)), "Give the audience a page") == []
    page = client.post(desk_of(day.edition, "open_hall"), {"accounts_only": "no"}, follow=True)
    hall = Hall.objects.get()
    assert missing(page, page_of(hall), "QR code that leads to", "Let the audience vote") == []
    client.post(desk_of(day.edition, "change_hall"), {"accounts_only": "yes"})
    client.post(desk_of(day.edition, "change_hall"), {"accounts_only": "no"})
    assert missing(client.post(desk_of(day.edition, "open_vote"), follow=True), "0 votes, of which 0") == []
    vote(hall, Guest("phone"), day.pitches[0])
    assert missing(client.get(desk_of(day.edition)), "1 vote, of which 1 without", "1 vote</span>") == ["1 vote</span>"]
    assert missing(client.post(desk_of(day.edition, "close_vote"), follow=True), "1 vote</span>") == []
    assert missing(client.get(desk_of(day.edition, "poster")), "Take part in pitch day", "dm-qr") == []


@pytest.mark.parametrize("name", ["hall_desk", "poster", "open_hall", "change_hall", "open_vote", "close_vote"])
def test_hall_is_run_by_the_manager_only(day, hall, sign_in, name):
    client = sign_in(day.jurors[0])
    ask = client.get if name in {"hall_desk", "poster"} else client.post
    assert ask(desk_of(day.edition, name)).status_code == 403
    assert Client().post(desk_of(day.edition, name)).status_code == 302


def test_wall_shows_the_code_then_how_many_voted_then_the_result(day, sign_in):
    screen = desk_of(day.edition, "screen")
    assert missing(sign_in(day.manager).get(screen), "dm-qr") == ["dm-qr"]
    hall = make_hall(edition=day.edition, pitches=day.pitches)
    vote(hall, Guest("phone"), day.pitches[0])
    assert missing(sign_in(day.manager).get(screen), "dm-qr", "Vote for the pitch you like best", "1 vote is in.") == []
    assert missing(sign_in(day.jurors[0]).get(screen), "1 vote is in.") == ["1 vote is in."]
    actions.close_vote(hall=hall, by=day.manager, at=MOMENT)
    assert missing(sign_in(day.jurors[0]).get(screen), "The audience voted", "1 vote</span>", "dm-qr") == ["dm-qr"]


def test_page_of_the_audience_asks_as_many_queries_for_three_pitches_as_for_one(django_assert_num_queries):
    found = []
    for pitches in (1, 3):
        day = PitchDay(pitches=pitches)
        hall = make_hall(edition=day.edition, pitches=day.pitches)
        phone = Client()
        phone.get(page_of(hall))
        with django_assert_num_queries(7):
            found.append(phone.get(page_of(hall)).status_code)
    assert found == [200, 200]


def test_marks_and_counts_agree(day, hall):
    for number in range(7):
        vote(hall, Guest(f"phone {number}"), day.pitches[number % 3])
    assert HallVoter.objects.count() == HallTally.objects.aggregate(all=Sum("count"))["all"] == 7
