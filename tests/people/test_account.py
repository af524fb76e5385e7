"""Registering and signing in."""

import re

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people.actions import add_person, end_device
from datamatch.people.models import Domain, Person
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk on the dike"


@pytest.fixture
def visitor(client):
    """A visitor who tried nothing before: what counts attempts is in the cache."""
    cache.clear()
    client.cookies["django_language"] = "en"
    return client


def register(visitor, **given):
    words = {"name": "Anna", "email": "Anna@Example.org", "password1": PASSWORD, "accepted": "on"}
    return visitor.post(reverse("account_signup"), words | given)


def last_code():
    return re.search(r"^([A-Z0-9]{3,}(?:-[A-Z0-9]+)*)$", Mail.objects.last().body, re.M)[1]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("account_login", "Register here"),
        ("account_signup", "Sign in here"),
        ("account_request_login_code", "Mail me a code"),
        ("account_reset_password", "Mail me a link"),
        ("account_reset_password_done", "Look in your mailbox"),
        ("account_reset_password_from_key_done", "Your new password works"),
        ("account_inactive", "This account is closed"),
    ],
)
def test_account_page_opens_without_signing_in(visitor, name, words):
    answer = visitor.get(reverse(name))
    assert answer.status_code == 200
    assert words in answer.content.decode()


@pytest.mark.parametrize("name", ["account_email", "account_logout", "account_change_password"])
def test_account_page_opens_for_who_registered(visitor, name):
    register(visitor)
    visitor.post(reverse("account_email_verification_sent"), {"code": last_code()})
    answer = visitor.get(reverse(name))
    assert answer.status_code == 200
    assert answer.templates[0].name.startswith("account/")


def test_registering_makes_a_person_with_a_profile_and_lands_on_it(visitor):
    unit = make_unit()
    answer = register(visitor, unit=unit.pk)
    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert "Anna@Example.org".lower() in visitor.get(answer.url).content.decode().lower()
    answer = visitor.post(answer.url, {"code": last_code()})
    assert (answer.status_code, answer.url) == (302, reverse("people:profile"))
    person = Person.objects.get()
    assert (person.email, person.name, person.language) == ("anna@example.org", "Anna", "en")
    assert (person.profile.unit, person.profile.languages) == (unit, ["en"])
    assert "What can you do?" in visitor.get(answer.url).content.decode()


def test_registering_mails_a_code_in_plain_words(visitor):
    register(visitor)
    mail = Mail.objects.get()
    assert (mail.to.lower(), mail.subject) == ("anna@example.org", "Is this your address?")
    assert mail.body.startswith("Hello,\n\nSomebody used this address for DataMatch.")


@pytest.mark.parametrize("missing", ["name", "email", "password1", "accepted"])
def test_registering_needs_every_required_field(visitor, missing):
    answer = register(visitor, **{missing: ""})
    assert answer.context["form"].errors.keys() == {missing}
    assert not Person.objects.exists()


def test_registering_a_known_address_tells_only_its_owner(visitor, moment):
    add_person(email="anna@example.org", name="Anna", at=moment)
    answer = register(visitor, email="anna@example.org")
    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert Person.objects.count() == 1
    assert Mail.objects.last().subject == "You are registered already"


def test_signing_in_by_code_needs_no_password(visitor, moment):
    add_person(email="bob@example.org", name="Bob", at=moment)
    answer = visitor.post(reverse("account_request_login_code"), {"email": "bob@example.org"})
    assert "We mailed a code to bob@example.org" in visitor.get(answer.url).content.decode()
    visitor.post(answer.url, {"code": last_code()})
    assert visitor.get(reverse("people:profile")).status_code == 200


@pytest.mark.parametrize(("chosen", "spoken"), [(None, "nl"), ("en", "en")])
def test_signing_in_speaks_the_language_of_the_person_unless_another_was_chosen(client, moment, chosen, spoken):
    cache.clear()
    person = add_person(email="bob@example.org", name="Bob", language="nl", at=moment)
    person.set_password(PASSWORD)
    person.save()
    if chosen:
        client.cookies["django_language"] = chosen
    client.post(reverse("account_login"), {"login": "bob@example.org", "password": PASSWORD})
    assert client.cookies["django_language"].value == spoken
    assert client.get(reverse("people:profile")).headers["Content-Language"] == spoken


def test_wrong_password_says_so(visitor):
    answer = visitor.post(reverse("account_login"), {"login": "nobody@example.org", "password": "wrong"})
    assert "Something is not right yet" in answer.content.decode()


def test_trying_too_often_asks_to_wait(visitor):
    asking = (visitor.post(reverse("account_reset_password"), {"email": "a@example.org"}) for _ in range(40))
    answer = next(answer for answer in asking if answer.status_code != 302)
    assert answer.status_code == 429
    assert "Try again in a few minutes." in answer.content.decode()


def test_other_address_must_be_at_a_listed_domain(visitor):
    register(visitor)
    visitor.post(reverse("account_email_verification_sent"), {"code": last_code()})
    Domain.objects.create(name="example.org")
    for email, status in (("anna@elsewhere.nl", 200), ("anna.other@example.org", 302)):
        answer = visitor.post(reverse("account_email"), {"email": email, "action_add": ""})
        assert answer.status_code == status
        assert ("Only addresses at these mail domains" in answer.content.decode()) == (status == 200)


def test_one_device_is_signed_out_and_the_other_stays():
    cache.clear()
    person = add_person(email="bob@example.org", name="Bob", at=timezone.now())
    here, there = Client(), Client()
    for browser in (here, there):
        browser.cookies["django_language"] = "en"
        answer = browser.post(reverse("account_request_login_code"), {"email": person.email})
        browser.post(answer.url, {"code": last_code()})
    other = UserSession.objects.get(session_key=there.session.session_key)
    assert "Sign out there" in here.get(reverse("usersessions_list")).content.decode()
    answer = here.post(reverse("people:end_device"), {"device": other.pk}, follow=True)
    assert "That device is signed out." in answer.content.decode()
    assert here.get(reverse("people:profile")).status_code == 200
    assert there.get(reverse("people:profile")).status_code == 302
    assert TrailEntry.objects.filter(deed="device.end").count() == 1


def test_device_of_somebody_else_is_not_signed_out(sign_in):
    theirs = UserSession.objects.create(user=make_person(), ip="127.0.0.1", session_key="x", user_agent="")
    assert sign_in(make_person()).post(reverse("people:end_device"), {"device": theirs.pk}).status_code == 404
    assert sign_in(make_person()).post(reverse("people:end_device"), {"device": "x"}).status_code == 404
    with pytest.raises(Refused, match="not one of your devices"):
        end_device(device=theirs, by=make_person(), at=timezone.now())
