"""The mails of screening; a screener's name is in none of them, nor whose idea it is."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Edition
from datamatch.ideas.actions.telling import tell
from datamatch.people.models import Person
from datamatch.screening.models import Deputy


def address(page: str, *given: object) -> str:
    """Return the whole web address of a page of screening."""
    return settings.BASE_URL.rstrip("/") + reverse(f"screening:{page}", args=given)


def tell_deputy(deputy: Deputy, *, at: datetime) -> None:
    """Ask somebody to decide about an idea in the place of a manager."""
    words = {"title": deputy.idea.title, "url": address("decide", deputy.idea.public_id)}
    body = _(
        "Hello %(to)s,\n\n"
        'A programme manager is tied to the idea "%(title)s" and asks you to decide in their place.\n\n'
        "Read the idea and what the screeners found, and decide:\n%(url)s\n\n"
        "Are you tied to it yourself? Then say so to the programme manager.\n"
    )
    key = f"screening.deputy:{deputy.public_id}:{deputy.person.public_id}"
    tell(to=deputy.person, key=key, subject=_("Decide about: %(title)s"), body=body, words=words, at=at)


def tell_asked(edition: Edition, screener: Person, count: int, *, at: datetime) -> None:
    """Ask a screener for so many reviews."""
    words = {"edition": edition.name, "count": count, "url": address("reviews", edition.slug)}
    body = _(
        "Hello %(to)s,\n\n"
        "The ideas of %(edition)s are shared among the screeners. We ask you to read and score some of them; "
        "there are %(count)s now.\n\n"
        "Begin here, and stop and go on whenever you like:\n%(url)s\n\n"
        "Too many, or no time? On the same page you say how many you can read.\n"
    )
    key = f"screening.asked:{edition.public_id}:{screener.public_id}:{at.isoformat()}"
    tell(to=screener, key=key, subject=_("Read and score ideas: %(edition)s"), body=body, words=words, at=at)
