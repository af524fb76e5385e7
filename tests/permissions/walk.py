"""Asking every address as every role, and saying the answer in one word."""

from copy import copy
from dataclasses import dataclass

from django.db import transaction
from django.test import Client
from django.urls import URLPattern

from datamatch.editions import urls as editions
from datamatch.foundation.models import TrailEntry
from datamatch.ideas import urls as ideas
from datamatch.people import urls as people
from tests.permissions.bodies import BODIES
from tests.permissions.roles import ROLES

ROOMS = {"people": people, "editions": editions, "ideas": ideas}
YES, NO, HIDDEN, SIGN_IN, NOT_THAT_WAY = "yes", "no", "hidden", "sign in", "not that way"


@dataclass(frozen=True)
class Route:
    """One address of a room as the resolver knows it, written as in the table."""

    room: str
    name: str
    address: str

    def to(self, parts) -> str:
        """Return the address with its parts filled in."""
        address = self.address
        for part, value in parts.items():
            address = address.replace(f"{{{part}}}", str(value))
        return address


def routes(room: str) -> list[Route]:
    """Return every route of a room."""
    return [route_of(room, pattern) for pattern in ROOMS[room].urlpatterns]


def route_of(room: str, pattern: URLPattern) -> Route:
    """Return a route with its parts in braces: /edities/{edition_slug}/plan/."""
    address = str(pattern.pattern)
    for part, converter in pattern.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        address = address.replace(f"<{kind}:{part}>", f"{{{part}}}")
    return Route(room, str(pattern.name), f"/{address}")


def word_for(answer) -> str:
    """Return the answer in one word of the table."""
    if answer.status_code == 302:
        return SIGN_IN if answer.url.startswith("/account/login/") else YES
    words = {200: YES, 409: YES, 410: YES, 422: YES, 403: NO, 404: HIDDEN, 405: NOT_THAT_WAY}
    return words[answer.status_code]


class Walk:
    """A world, and a browser for each role in it."""

    def __init__(self, world, roles=ROLES):
        self.world, self.parts = world, world.parts()
        # One handler for all: a new one reads every static file again.
        self.handler = Client().handler
        self.browsers = {role: self.browser_of(role) for role in roles}

    def browser_of(self, role: str) -> Client:
        """Return a browser in which somebody with this role is signed in."""
        browser, person = Client(), self.world.people[role]
        browser.handler = self.handler
        if person.is_authenticated:
            browser.force_login(person)
        browser.cookies["django_language"] = "en"
        return browser

    def answer(self, route: Route, how: str, role: str) -> tuple[str, bool]:
        """Return the answer in one word, and whether something was written; nothing stays changed."""
        body = BODIES.get((route.room, route.name), dict)
        given = body(self.world) if body is not dict else {}
        with transaction.atomic():
            before = TrailEntry.objects.count()
            browser, address = self.browsers[role], route.to(self.world.parts_of(f"{route.room}:{route.name}"))
            cookies = copy(browser.cookies)
            answer = browser.post(address, given) if how == "do" else browser.get(address)
            if hasattr(answer, "streaming_content"):
                answer.close()
            written = TrailEntry.objects.count() != before
            transaction.set_rollback(True)
        browser.cookies = cookies
        return word_for(answer), written
