"""What somebody is answered: pages, files, streams and mails, as text that can be compared."""

import re
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile

from asgiref.sync import async_to_sync
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from datamatch.foundation.models import Mail
from tests.blindness.addresses import asked_of
from tests.permissions.bodies import BODIES

# What may differ between two answers: secrets against forgery, and the identity of what is still to be written.
BY_CHANCE = re.compile(
    r'(name="csrfmiddlewaretoken" value|name="(?:comment|draft)" value|nonce|hx-headers)="[^"]*"|"X-CSRFToken": "[^"]*"'
)
EVENTS = 2


@contextmanager
def taken_back():
    """Take back what is done in the block."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Looker:
    """Asks a world as one role, again and again in the same way."""

    handler = None

    def __init__(self, world, role, asked):
        self.world, self.person, self.asked, self.deeds = world, world.people[role], asked, []
        # One handler for all: a new one makes the product anew.
        Looker.handler = Looker.handler or Client().handler
        self.browser = Client()
        self.browser.handler = Looker.handler
        if self.person.is_authenticated:
            self.browser.force_login(self.person)
        self.cookies = {"django_language": "en"} | {name: one.value for name, one in self.browser.cookies.items()}

    def sees(self):
        """Return the answer at every address that is a page, a part of one, a file or a stream."""
        seen = {}
        with taken_back():
            for route in self.asked:
                seen |= self.answers_of(route)
        return seen

    def answers_of(self, route):
        """Return the answers at the addresses of one route; what answers to deeds only is kept for `does`."""
        seen = {}
        for address in asked_of(route, self.world):
            seen[address] = self.get(address)
            if seen[address].startswith("405"):
                self.deeds.append(route)
                return {}
        return seen

    def does(self):
        """Return what every deed answers, asked by a program; nothing stays done. Look first."""
        seen = {}
        for route in self.deeds:
            for address in asked_of(route, self.world):
                body = BODIES.get(tuple(route.name.split(":")), lambda world: {})
                with taken_back():
                    seen[f"POST {address}"] = self.ask("post", address, body(self.world), accept="application/json")
        return seen

    def get(self, address):
        """Return the answer to a look."""
        return self.ask("get", address)

    def ask(self, how, address, *given, accept="text/html"):
        """Return status, where it sends to, what kind of answer it is, and all it says."""
        self.browser.cookies.load(self.cookies)
        answer = getattr(self.browser, how)(address, *given, headers={"accept": accept})
        head = [str(answer.status_code), answer.headers.get("Location", ""), answer.headers.get("Content-Type", "")]
        return "\n".join([*head, BY_CHANCE.sub("", said_by(answer))])

    def gets_mail(self, happen):
        """Return every mail that this reader has after what happens."""
        with taken_back():
            happen(self.world)
            mails = Mail.objects.filter(to=getattr(self.person, "email", "")).order_by("subject", "body")
            return {f"mail {place}": f"{one.subject}\n{one.body}" for place, one in enumerate(mails)}


def said_by(answer):
    """Return what an answer says: its words, the words in a workbook, or the first that a stream tells."""
    if answer.streaming and answer.is_async:
        return async_to_sync(first_of)(answer.streaming_content).decode()
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        return words_in(content)
    return content.decode(errors="replace")


async def first_of(stream):
    """Return the first events of a stream that never ends by itself."""
    told = [await anext(stream) for _event in range(EVENTS)]
    await stream.aclose()
    return b"".join(told)


def words_in(workbook):
    """Return everything that stands in a workbook."""
    with ZipFile(BytesIO(workbook)) as packed:
        return "\n".join(packed.read(name).decode(errors="replace") for name in sorted(packed.namelist()))


def forget():
    """Forget what was counted before."""
    cache.clear()
