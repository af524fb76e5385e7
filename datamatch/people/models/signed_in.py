"""Who asks: a request whose reader is known."""

from django.http import HttpRequest

from datamatch.people.models.person import Person


class SignedIn(HttpRequest):
    """A request of somebody who is signed in, which the middleware sees to on every page but the open ones."""

    user: Person
