"""Whoever says where to go next is led to a page of ours, or nowhere."""

import logging
from contextlib import suppress
from urllib.parse import quote

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from datamatch.people.views.registering import AccountAdapter
from tests.browser.places import names_in
from tests.factories.people import make_person
from tests.factories.rounds import part
from tests.hostile.targets import EVIL, OUR_HOST, leads_elsewhere, targets

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk on the dike"
OURS = "/toegankelijkheid/?a=b"
NAMES = ("next", "url", "target", "to", "back", "return", "return_to", "redirect", "redirect_to", "continue", "goto")
ELSEWHERE = ("HX-Redirect", "HX-Location", "HX-Push-Url", "Refresh")
TARGETS = targets()

# Every door that takes a target, and who stands before it; the first test finds them by trying every address.
DOORS = [
    ("GET", "/account/2fa/authenticate/", "member"),
    ("GET", "/account/2fa/webauthn/login/", "member"),
    ("GET", "/account/login/", "member"),
    ("GET", "/account/login/code/", "member"),
    ("GET", "/account/login/code/confirm/", "member"),
    ("GET", "/account/logout/", "visitor"),
    ("GET", "/account/signup/", "member"),
    ("GET", "/taal/setlang/", "member"),
    ("GET", "/taal/setlang/", "visitor"),
    ("POST", "/account/2fa/authenticate/", "member"),
    ("POST", "/account/2fa/webauthn/login/", "member"),
    ("POST", "/account/login/", "member"),
    ("POST", "/account/login/", "visitor"),
    ("POST", "/account/login/code/", "member"),
    ("POST", "/account/login/code/confirm/", "member"),
    ("POST", "/account/logout/", "member"),
    ("POST", "/account/logout/", "visitor"),
    ("POST", "/account/password/reset/", "member"),
    ("POST", "/account/password/reset/", "visitor"),
    ("POST", "/account/reauthenticate/", "member"),
    ("POST", "/account/signup/", "member"),
    ("POST", "/design/theme/", "member"),
    ("POST", "/design/theme/", "visitor"),
    ("POST", "/taal/setlang/", "member"),
    ("POST", "/taal/setlang/", "visitor"),
]


@pytest.fixture(autouse=True)
def _quiet():
    """Do not log every refusal."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


class Asker:
    """Asks every address as a member or as a visitor, each time anew."""

    def __init__(self):
        self.handler = Client(raise_request_exception=False).handler
        self.person = make_person(password=PASSWORD)
        EmailAddress.objects.create(user=self.person, email=self.person.email, verified=True, primary=True)
        member = Client()
        member.force_login(self.person)
        self.session = member.cookies["sessionid"].value

    def ask(self, how, address, role, target, **headers):
        """Ask an address to lead on to a target, under every name it could have."""
        browser = Client(raise_request_exception=False)
        browser.handler = self.handler
        if role == "member" and "logout" in address:
            browser.force_login(self.person)
        elif role == "member":
            browser.cookies["sessionid"] = self.session
        # Nobody is told that this was too often: then it would prove nothing.
        cache.clear()
        given = dict.fromkeys(NAMES, target)
        if how == "GET":
            return browser.get(address, given, headers=headers)
        said = {"login": self.person.email, "email": self.person.email, "password": PASSWORD}
        return browser.post(address, given | said | {"language": "en", "theme": "dark"}, headers=headers)


def addresses():
    """Yield the address of every route that is not about one thing."""
    for name in sorted(set(names_in(get_resolver()))):
        with suppress(NoReverseMatch):
            yield reverse(name)


def led_elsewhere(answer):
    """Return where an answer leads that is not ours: by its status, or by a header that htmx or a browser follows."""
    found = [answer[name] for name in ("Location", *ELSEWHERE) if name in answer]
    return [place for place in found if leads_elsewhere(place)]


def test_there_are_more_than_three_hundred_targets_and_most_lead_elsewhere():
    assert len(TARGETS) > 300
    assert sum(map(leads_elsewhere, TARGETS)) > 200
    assert not any(map(leads_elsewhere, (OURS, f"http://{OUR_HOST}/a", "evil.example", f"http://{OUR_HOST}#@{EVIL}")))
    assert all(map(leads_elsewhere, (f"/\\{EVIL}", f"/\t/{EVIL}", f"https:{EVIL}", f"//{OUR_HOST}@{EVIL}", "data:x")))


def test_every_door_that_takes_a_target_is_known():
    asker = Asker()
    found = [
        (how, address, role)
        for how in ("GET", "POST")
        for address in addresses()
        for role in ("member", "visitor")
        if asker.ask(how, address, role, OURS).get("Location") == OURS
    ]
    assert sorted(found) == DOORS


@pytest.mark.parametrize("place", range(len(DOORS)), ids=lambda place: " ".join(DOORS[place]))
def test_door_leads_nowhere_else(place):
    asker, (how, address, role) = Asker(), DOORS[place]
    few = part(TARGETS, place, 12)
    wrong = {target: led for target in few if (led := led_elsewhere(asker.ask(how, address, role, target)))}
    assert wrong == {}
    assert asker.ask(how, address, role, OURS)["Location"] == OURS


@pytest.mark.parametrize("address", ["/taal/setlang/", "/design/theme/"])
def test_no_target_at_all_is_followed_by_a_switch(address):
    asker = Asker()
    for target in TARGETS:
        referer = target if target.isprintable() and target.isascii() else EVIL
        assert led_elsewhere(asker.ask("POST", address, "visitor", target, Referer=referer)) == []


def test_no_target_at_all_is_followed_by_the_account_pages():
    safe = AccountAdapter().is_safe_url
    assert [target for target in TARGETS if safe(target) and leads_elsewhere(target)] == []
    assert safe(OURS)


def test_address_that_looks_like_a_host_leads_nowhere():
    asker = Asker()
    for target in part(TARGETS, 0, 6):
        path = "/" + quote(target.strip(), safe="/\\:@?#")
        assert led_elsewhere(asker.ask("GET", path, "visitor", OURS)) == [], path
