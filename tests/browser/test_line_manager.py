"""A line manager answers by a link: on a phone, without an account, with and without JavaScript."""

import pytest
from django.utils import timezone

from datamatch.foundation.models import Mail
from datamatch.people.actions import answer_consent, ask_line_manager
from datamatch.people.models import HoursConsent
from tests.browser.eyes import PHONE
from tests.browser.walk import Walk
from tests.factories.people import make_person

pytestmark = pytest.mark.browser


def ask(person, hours=8):
    return ask_line_manager(
        person=person, email="chief@example.org", hours_per_week=hours, by=person, at=timezone.now()
    )


def path_in_last_mail():
    """Return the path of the link in the mail that went out last."""
    link = next(word for word in Mail.objects.order_by("pk").last().body.split() if word.startswith("http"))
    return "/" + link.split("/", 3)[3]


@pytest.mark.parametrize("scripts", [True, False])
def test_line_manager_answers_and_sees_their_people(open_page, empty, scripts):
    bob = make_person(name="Bob Overzicht", language="en")
    answer_consent(consent=ask(bob), state="agreed", at=timezone.now())
    anna = make_person(name="Anna van der Langenaam-Straatsma", language="en")
    consent = ask(anna)
    walk = Walk(open_page, empty, scripts=scripts)
    page = walk.page_of(width=PHONE)
    page.context.add_cookies([{"name": "django_language", "value": "en", "url": empty}])
    walk.go(page, path_in_last_mail())
    page.get_by_label("Yes, but fewer hours").check()
    page.get_by_label("How many hours a week?").fill("3")
    walk.press(page, "Give my answer")
    assert "3 of 8 hours a week" in page.get_by_role("main").inner_text()
    assert HoursConsent.objects.get(pk=consent.pk).hours_granted == 3
    walk.press(page, "Mail me the list")
    walk.go(page, path_in_last_mail())
    assert "2 people, 11 hours a week granted." in page.get_by_role("main").inner_text()
