"""Pages about hours: mine, and those of a line manager without an account."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from datamatch.foundation.models import Mail
from datamatch.people import actions, queries
from datamatch.people.models import HoursConsent, LineManager
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db
CHIEF = "chief@example.org"


@pytest.fixture
def visitor(client):
    client.cookies["django_language"] = "en"
    return client


def asked(person=None, hours=8):
    person = person or make_person(name="Anna", hours_per_week=8)
    return actions.ask_line_manager(person=person, email=CHIEF, hours_per_week=hours, by=person, at=timezone.now())


def page_of(consent):
    return reverse("people:consent_answer", args=[queries.link_of(consent)])


def text(answer):
    return answer.content.decode()


def test_i_ask_see_and_take_back(sign_in):
    me = make_person(name="Anna", hours_per_week=8)
    client, url = sign_in(me), reverse("people:consent")
    assert 'value="8"' in text(client.get(url))
    assert client.post(url, {"email": CHIEF, "hours_per_week": "8"}).status_code == 302
    page = text(client.get(url))
    assert CHIEF in page
    assert "for 8 hours a week, to be answered before" in page
    answer = client.post(url, {"email": CHIEF, "hours_per_week": "8"})
    assert (answer.status_code, "still open" in text(answer)) == (422, True)
    consent = HoursConsent.objects.get()
    assert client.post(reverse("people:take_back_consent", args=[consent.public_id])).status_code == 302
    assert "taken back by the person themselves" in text(client.get(url))
    assert "Nobody was asked yet" in text(client.get(reverse("people:profile")))


def test_nobody_takes_back_what_is_not_theirs(sign_in):
    consent = asked()
    url = reverse("people:take_back_consent", args=[consent.public_id])
    assert sign_in(make_person()).post(url).status_code == 404


def test_profile_and_my_page_show_the_answer(sign_in):
    me = make_person(hours_per_week=8)
    actions.answer_consent(consent=asked(me), state="refused", reason="Too <b>busy</b>", at=timezone.now())
    for name in ("people:profile", "front:my_page", "people:consent"):
        page = text(sign_in(me).get(reverse(name)))
        assert "Said no" in page
        assert "Too &lt;b&gt;busy&lt;/b&gt;" in page


def test_line_manager_answers_without_an_account_and_changes_it(visitor):
    consent = asked()
    url = page_of(consent)
    assert "May Anna give 8 hours a week?" in text(visitor.get(url))
    assert visitor.post(url, {"state": "fewer", "hours": "6"}).status_code == 302
    page = text(visitor.get(url))
    assert "6 of 8 hours a week" in page
    assert "You can change this until" in page
    assert visitor.post(url, {"state": "refused", "reason": "Not now"}).status_code == 302
    consent.refresh_from_db()
    assert (consent.state, consent.reason) == ("refused", "Not now")


def test_looking_at_the_question_changes_nothing(visitor):
    consent = asked()
    before = HoursConsent.objects.values().get()
    for method in (visitor.get, visitor.head):
        assert method(page_of(consent), {"state": "agreed"}).status_code == 200
    assert HoursConsent.objects.values().get() == before


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "This field is required"),
        ({"state": "fewer"}, "from 1 to 7"),
        ({"state": "fewer", "hours": "8"}, "from 1 to 7"),
        ({"state": "refused"}, "why not"),
        ({"state": "expired"}, "Select a valid choice"),
        ({"state": "agreed", "reason": "x" * 301}, "at most 300"),
    ],
)
def test_answer_that_is_not_complete_comes_back_as_typed(visitor, given, words):
    consent = asked()
    answer = visitor.post(page_of(consent), given)
    assert (answer.status_code, words in text(answer)) == (422, True)
    consent.refresh_from_db()
    assert consent.is_open


def test_page_by_link_is_stored_nowhere_and_tells_no_other_site(visitor):
    consent = asked()
    actions.send_overview(consent=consent, at=timezone.now())
    overview = queries.overview_link_of(LineManager.objects.get())
    for url in (page_of(consent), reverse("people:my_people", args=[overview])):
        answer = visitor.get(url)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_page_by_link_says_when_nothing_is_asked_any_more(visitor):
    consent = asked()
    actions.take_back_consent(consent=consent, by=consent.person, at=timezone.now())
    assert "This question was taken back." in text(visitor.get(page_of(consent)))
    answer = visitor.post(page_of(consent), {"state": "agreed"})
    assert (answer.status_code, "taken back" in text(answer)) == (422, True)


def test_unknown_links_and_closed_accounts_have_no_page(visitor):
    consent = asked()
    for name in ("people:consent_answer", "people:send_overview"):
        assert visitor.post(reverse(name, args=["nonsense"])).status_code == 404
    assert visitor.get(reverse("people:my_people", args=["nonsense"])).status_code == 410
    consent.person.is_active = False
    consent.person.save()
    assert visitor.get(page_of(consent)).status_code == 404


def test_forwarded_link_does_no_more_than_answer_one_question(visitor):
    consent, other = asked(), asked(make_person(name="Bob"))
    page = text(visitor.get(page_of(consent)))
    for secret in ("Bob", CHIEF, consent.person.email, queries.link_of(other)):
        assert secret not in page
    answer = visitor.post(reverse("people:send_overview", args=[queries.link_of(consent)]))
    assert (answer.status_code, answer.url) == (302, page_of(consent))
    assert Mail.objects.last().to == CHIEF
    link = queries.overview_link_of(LineManager.objects.get())
    assert link not in text(visitor.get(page_of(consent)))
    assert visitor.get(reverse("people:send_overview", args=[queries.link_of(consent)])).status_code == 405


def test_overview_shows_only_who_named_this_line_manager(visitor):
    anna = make_person(name="Anna", discipline="jurist", unit=make_unit(name="Water"))
    actions.answer_consent(consent=asked(anna), state="fewer", hours=3, at=timezone.now())
    bob = make_person(name="Bob", discipline="architect")
    bob.profile.discipline_for = "me"
    bob.profile.save()
    consent = asked(bob)
    make_person(name="Carla")
    actions.send_overview(consent=consent, at=timezone.now())
    url = reverse("people:my_people", args=[queries.overview_link_of(LineManager.objects.get())])
    page = text(visitor.get(url))
    assert "2 people, 3 hours a week granted." in page
    assert "Lawyer" in page
    assert "Architect" not in page
    assert "Carla" not in page


def test_overview_asks_as_much_for_three_as_for_one(visitor):
    consent = asked()
    actions.send_overview(consent=consent, at=timezone.now())
    url = reverse("people:my_people", args=[queries.overview_link_of(LineManager.objects.get())])

    def count():
        with CaptureQueriesContext(connection) as asked_for:
            assert visitor.get(url).status_code == 200
        return len(asked_for)

    first = count()
    for _ in range(3):
        asked(make_person(unit=make_unit()))
    assert count() == first
