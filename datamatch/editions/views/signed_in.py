"""Who asks."""

from django.http import HttpRequest

from datamatch.people.models import Person


class SignedIn(HttpRequest):
    """A request of somebody who is signed in, as the middleware sees to."""

    user: Person
