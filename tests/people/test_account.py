"""Registering and signing in."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from datamatch.foundation.models import Mail
from datamatch.people.actions import add_person
from datamatch.people.models import Person
from tests.factories.people import make_unit

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
