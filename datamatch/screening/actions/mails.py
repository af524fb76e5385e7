"""The mails of screening; a screener's name is in none of them, nor whose idea it is."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Edition
from datamatch.foundation.addresses import whole_address
from datamatch.ideas.actions.telling import tell
from datamatch.ideas.queries import authors_of
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.models import AskBack, Comparing, Deputy


def address(page: str, *given: object) -> str:
    """Return the whole web address of a page of screening."""
    return whole_address(reverse(f"screening:{page}", args=given))


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


def tell_asked_more(edition: Edition, screener: Person, count: int, *, at: datetime) -> None:
    """Ask a screener for so many reviews more; not why these, so that they read them as any other."""
    words = {"edition": edition.name, "count": count, "url": address("reviews", edition.slug)}
    body = _(
        "Hello %(to)s,\n\n"
        "Some ideas of %(edition)s need one reader more. You can help. Reviews more that we ask of you: %(count)s.\n\n"
        "You find them among your reviews:\n%(url)s\n\n"
        "No time? Say so on the same page, then others read them.\n"
    )
    key = f"screening.asked_more:{edition.public_id}:{screener.public_id}:{at.isoformat()}"
    tell(to=screener, key=key, subject=_("Give a few reviews more: %(edition)s"), body=body, words=words, at=at)


def tell_compare(comparing: Comparing, screener: Person, count: int, *, at: datetime) -> None:
    """Ask a screener to compare so many pairs of close calls."""
    edition = comparing.edition
    words = {"edition": edition.name, "count": count, "url": address("comparing", edition.slug)}
    body = _(
        "Hello %(to)s,\n\n"
        "Some ideas of %(edition)s lie too close together for the ranking. You see two of them at a time and say which "
        "belongs on the shortlist first. Pairs that we ask of you: %(count)s.\n\n"
        "It works on a phone, and you may stop and go on:\n%(url)s\n"
    )
    key = f"screening.compare:{comparing.public_id}:{screener.public_id}:{at.isoformat()}"
    tell(to=screener, key=key, subject=_("Compare close calls: %(edition)s"), body=body, words=words, at=at)


def tell_authors_asked(asked: AskBack, *, at: datetime) -> None:
    """Ask the makers of an idea what a screener wants to know."""
    words = {"title": asked.idea.title, "question": asked.question, "url": address("answer", asked.public_id)}
    body = _(
        "Hello %(to)s,\n\n"
        'Somebody who reads your idea "%(title)s" for the screening asks:\n\n%(question)s\n\n'
        "Answer here, short is fine:\n%(url)s\n\n"
        "Everybody who reads your idea sees the answer. They do not know who you are: leave your name out.\n"
    )
    subject = _("Answer a question about your idea: %(title)s")
    for author in authors_of(asked.idea):
        key = f"screening.ask_back:{asked.public_id}:{author.public_id}"
        tell(to=author, key=key, subject=subject, body=body, words=words, at=at)


def tell_answered(asked: AskBack, *, at: datetime) -> None:
    """Tell the screener who asked that the answer is there."""
    words = {"title": asked.idea.title, "url": address("reviews", asked.idea.edition.slug)}
    body = _(
        'Hello %(to)s,\n\nYour question about the idea "%(title)s" is answered. You find it beside the idea:\n%(url)s\n'
    )
    key = f"screening.answered:{asked.public_id}"
    tell(to=asked.asked_by, key=key, subject=_("Your question is answered: %(title)s"), body=body, words=words, at=at)


def remind_of_reviews(edition: Edition, screener: Person, count: int, *, days: int, at: datetime) -> None:
    """Remind a screener, once per day that was agreed."""
    due = queries.ground_rules_of(edition).reviews_due_on
    with translation.override(screener.language):
        day = date_format(due, "j F Y") if due else ""
    words = {"edition": edition.name, "count": count, "url": address("reviews", edition.slug), "due": day}
    body = _(
        "Hello %(to)s,\n\n"
        "Some ideas of %(edition)s still wait for your review: %(count)s. We hope to have them before %(due)s.\n\n"
        "Go on here:\n%(url)s\n\n"
        "No time? Say so on the same page, then others read them.\n"
    )
    key = f"screening.remind:{edition.public_id}:{screener.public_id}:{due}:{days}"
    tell(to=screener, key=key, subject=_("Give your last reviews: %(edition)s"), body=body, words=words, at=at)
