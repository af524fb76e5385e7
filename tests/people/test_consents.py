"""What line managers say about hours: asking, answering by a link, taking back, and time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.signing import Signer
from django.urls import reverse

from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries
from datamatch.people.models import Domain, HoursConsent, LineManager
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
CHIEF = "chief@example.org"


@pytest.fixture
def anna():
    return make_person(name="Anna", email="anna@example.org", language="en", hours_per_week=8)


def ask(person, *, email=CHIEF, hours=8, at=MOMENT, by=None):
    return actions.ask_line_manager(person=person, email=email, hours_per_week=hours, by=by or person, at=at)


def answer(consent, state="agreed", *, at=MOMENT, **given):
    return actions.answer_consent(consent=consent, state=state, at=at, **given)


def keep(person, hours, at=MOMENT):
    words = {"unit": None, "discipline": "", "languages": ["nl"], "skills": {}}
    actions.keep_profile(person=person, by=person, at=at, hours_per_week=hours, **words)


def mails(to):
    return [mail.subject for mail in Mail.objects.filter(to=to).order_by("pk")]


def last_trail():
    return TrailEntry.objects.order_by("position").last()


def test_question_goes_by_mail_with_a_link_of_its_own(anna):
    consent = ask(anna, email=" Chief@Example.org ")
    mail = Mail.objects.get(to=CHIEF)
    assert mail.subject == "Say yes or no: 8 hours a week for Anna"
    assert reverse("people:consent_answer", args=[queries.link_of(consent)]) in mail.body
    assert "until 23 March" in mail.body
    assert (consent.state, queries.consented_hours(anna)) == ("asked", None)
    entry = last_trail()
    assert (entry.deed, entry.details) == ("consent.ask", {"hours": 8})


def test_question_speaks_the_language_of_a_line_manager_we_know(anna):
    make_person(email=CHIEF, language="nl")
    ask(anna)
    assert Mail.objects.get(to=CHIEF).language == "nl"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"email": "ANNA@example.org"}, "your own address"),
        ({"hours": 0}, "at most 40 hours"),
        ({"hours": 41}, "at most 40 hours"),
        ({"email": "x@elsewhere.org"}, "not at your organisation"),
    ],
)
def test_question_that_makes_no_sense_is_refused(anna, given, reason):
    Domain.objects.create(name="example.org")
    with pytest.raises(Refused, match=reason):
        ask(anna, **given)
    assert not HoursConsent.objects.exists()


def test_nobody_asks_for_another_or_from_a_closed_account(anna):
    with pytest.raises(Refused, match="Only the person themselves"):
        ask(anna, by=make_person())
    with pytest.raises(Refused, match="account is closed"):
        ask(make_person(is_active=False))


def test_what_was_asked_or_agreed_is_not_asked_again(anna):
    consent = ask(anna)
    with pytest.raises(Refused, match="still open"):
        ask(anna)
    answer(consent, "fewer", hours=6)
    for hours in (6, 4):
        with pytest.raises(Refused, match="agreed to 6 hours already"):
            ask(anna, hours=hours)
    assert ask(anna, hours=7).is_open
    assert queries.consented_hours(anna) == 6


def test_no_is_not_asked_again_for_two_weeks_unless_for_fewer_hours_or_of_another(anna):
    answer(ask(anna), "refused", reason="Busy year")
    with pytest.raises(Refused, match="Ask for fewer hours, or ask again from 16 March"):
        ask(anna)
    other = ask(anna, email="other@example.org")
    actions.take_back_consent(consent=other, by=anna, at=MOMENT)
    assert ask(anna, hours=4).is_open
    assert queries.consented_hours(anna) == 0


def test_asking_has_a_limit_a_day_per_person_and_per_address(anna):
    for number in range(3):
        consent = ask(anna, email=f"chief{number}@example.org")
        actions.take_back_consent(consent=consent, by=anna, at=MOMENT)
    with pytest.raises(Refused, match="three times today"):
        ask(anna)
    assert ask(anna, at=later(hours=25)).is_open
    for _ in range(19):
        ask(make_person(), at=later(hours=25))
    with pytest.raises(Refused, match="many questions today"):
        ask(make_person(), at=later(hours=25))


@pytest.mark.parametrize(
    ("given", "hours", "subject"),
    [
        ({"state": "agreed"}, 8, "Your line manager agrees to 8 hours a week"),
        ({"state": "fewer", "hours": 3}, 3, "Your line manager agrees to 3 hours a week, fewer than you asked"),
        ({"state": "refused", "reason": "Busy\n year"}, 0, "Your line manager said no to your hours"),
    ],
)
def test_answer_counts_and_reaches_the_person(anna, given, hours, subject):
    consent = answer(ask(anna), **given)
    assert (queries.consented_hours(anna), mails(anna.email)) == (hours, [subject])
    assert queries.granted_hours() == {anna.pk: hours}
    assert queries.consent_of(anna) == consent
    assert consent.reason == ("Busy year" if "reason" in given else "")
    entry = last_trail()
    assert (entry.deed, entry.actor_id, entry.details) == (
        "consent.answer",
        None,
        {"state": given["state"], "hours": hours},
    )


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"state": "fewer"}, "from 1 to 7"),
        ({"state": "fewer", "hours": 8}, "from 1 to 7"),
        ({"state": "fewer", "hours": 0}, "from 1 to 7"),
        ({"state": "refused", "reason": "  "}, "why not"),
        ({"state": "withdrawn"}, "Choose yes"),
    ],
)
def test_answer_that_says_nothing_is_refused(anna, given, reason):
    with pytest.raises(Refused, match=reason):
        answer(ask(anna), **given)
    assert queries.consented_hours(anna) is None


def test_answer_can_be_changed_for_two_weeks_after_the_first(anna):
    consent = answer(ask(anna))
    answer(consent, "refused", reason="After all not", at=later(days=13))
    assert queries.consented_hours(anna) == 0
    with pytest.raises(Refused, match="no longer be changed since 16 March"):
        answer(consent, at=later(days=14))
    assert len(mails(anna.email)) == 2


def test_question_ends_after_three_weeks_and_its_link_with_it(anna):
    consent = ask(anna)
    with pytest.raises(Refused, match="time to answer is over"):
        answer(consent, at=later(days=21))
    assert actions.end_consents(at=later(days=20)) == 0
    assert actions.end_consents(at=later(days=21)) == 1
    assert actions.end_consents(at=later(days=22)) == 0
    consent.refresh_from_db()
    assert (consent.state, consent.ended_because, last_trail().deed) == ("expired", "silence", "consent.expire")
    assert mails(anna.email) == ["Ask your line manager again"]
    with pytest.raises(Refused, match="time to answer is over"):
        answer(consent, at=later(days=22))


def test_answer_holds_for_a_year(anna):
    consent = answer(ask(anna))
    assert actions.end_consents(at=later(days=364)) == 0
    assert actions.end_consents(at=later(days=365)) == 1
    consent.refresh_from_db()
    assert (consent.ended_because, queries.consented_hours(anna)) == ("term", None)


def test_newer_answer_takes_the_place_of_an_older(anna):
    first = answer(ask(anna), "fewer", hours=2)
    answer(ask(anna, hours=4))
    first.refresh_from_db()
    assert (first.state, first.ended_because, queries.consented_hours(anna)) == ("withdrawn", "replaced", 4)
    with pytest.raises(Refused, match="taken back"):
        answer(first)


def test_raising_hours_ends_what_was_agreed_for_fewer(anna):
    answer(ask(anna))
    keep(anna, 8)
    keep(anna, 4)
    assert queries.consented_hours(anna) == 8
    keep(anna, 9)
    consent = HoursConsent.objects.get()
    assert (consent.state, consent.ended_because, queries.consented_hours(anna)) == ("withdrawn", "raised", None)
    assert mails(CHIEF)[-1] == "You need not do anything: Anna took the question back"
    assert ask(anna, hours=9).is_open
    keep(anna, 10)
    assert queries.open_question_of(anna) is None


def test_person_takes_back_a_question_or_an_answer(anna):
    consent = ask(anna)
    with pytest.raises(Refused, match="Only the person themselves"):
        actions.take_back_consent(consent=consent, by=make_person(), at=MOMENT)
    actions.take_back_consent(consent=consent, by=anna, at=MOMENT)
    assert (last_trail().deed, last_trail().details) == ("consent.withdraw", {"because": "person"})
    with pytest.raises(Refused, match="no longer stands"):
        actions.take_back_consent(consent=consent, by=anna, at=MOMENT)
    with pytest.raises(Refused, match="taken back"):
        answer(consent)
    assert len(mails(CHIEF)) == 2


def test_letting_a_no_go_tells_nobody(anna):
    consent = answer(ask(anna), "refused", reason="No")
    actions.take_back_consent(consent=consent, by=anna, at=MOMENT)
    assert mails(CHIEF) == ["Say yes or no: 8 hours a week for Anna"]


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (datetime(2026, 3, 2, 10, tzinfo=UTC), datetime(2026, 3, 9, 10, tzinfo=UTC)),  # Monday to Monday
        (datetime(2026, 3, 6, 10, tzinfo=UTC), datetime(2026, 3, 13, 10, tzinfo=UTC)),  # Friday to Friday
    ],
)
def test_line_manager_is_reminded_once_after_five_working_days(anna, asked, due):
    ask(anna, at=asked)
    assert actions.remind_line_managers(at=due - timedelta(minutes=1)) == 0
    assert actions.remind_line_managers(at=due) == 1
    assert actions.remind_line_managers(at=due + timedelta(days=2)) == 0
    assert len(mails(CHIEF)) == 2
    assert "Anna still waits for your answer." in Mail.objects.filter(to=CHIEF).last().body


def test_who_answered_is_not_reminded(anna):
    answer(ask(anna))
    assert actions.remind_line_managers(at=later(days=10)) == 0


def test_link_of_another_kind_or_of_somebody_else_opens_nothing(anna):
    consent = ask(anna)
    actions.send_overview(consent=consent, at=MOMENT)
    chief = LineManager.objects.get()
    assert queries.consent_with_link(queries.link_of(consent)) == consent
    assert queries.line_manager_with_link(queries.overview_link_of(chief)) == chief
    assert queries.consent_with_link(queries.overview_link_of(chief)) is None
    assert queries.line_manager_with_link(queries.link_of(consent)) is None
    for word in (
        "",
        "x",
        str(consent.public_id),
        Signer().sign(str(consent.public_id)),
        queries.link_of(consent) + "x",
    ):
        assert queries.consent_with_link(word) is None


def test_overview_goes_to_the_mailbox_once_a_day_and_the_older_link_dies(anna):
    consent = ask(anna)
    for at in (MOMENT, later(hours=1)):
        actions.send_overview(consent=consent, at=at)
    first = queries.overview_link_of(LineManager.objects.get())
    assert mails(CHIEF)[1:] == ["See who of your people gives hours"]
    actions.send_overview(consent=consent, at=later(days=2))
    assert queries.line_manager_with_link(first) is None
    assert last_trail().deed == "consent.overview"


def test_address_nobody_names_any_more_is_forgotten(anna):
    ask(anna)
    HoursConsent.objects.all().delete()
    actions.end_consents(at=MOMENT)
    assert not LineManager.objects.exists()


def test_closing_an_account_takes_its_questions_and_its_address_along(anna):
    chief = make_person(email=CHIEF)
    consent = answer(ask(anna))
    actions.close_account(person=chief, by=chief, at=MOMENT)
    consent.refresh_from_db()
    assert (consent.line_manager, LineManager.objects.count()) == (None, 0)
    actions.close_account(person=anna, by=anna, at=MOMENT)
    assert not HoursConsent.objects.exists()
