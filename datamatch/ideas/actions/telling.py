"""Telling people about an idea by mail, in the language of each reader."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise

from datamatch.foundation import mail
from datamatch.foundation.addresses import whole_address
from datamatch.ideas.models import Idea
from datamatch.people.models import Person


def address_of(page: str, idea: Idea) -> str:
    """Return the whole web address of a page about this idea."""
    return whole_address(reverse(f"ideas:{page}", args=[idea.public_id]))


def tell(
    *, to: Person, key: str, subject: str | Promise, body: str | Promise, words: Mapping[str, object], at: datetime
) -> None:
    """Queue one mail to a person; subject and body are lazily translated and filled in with these words."""
    tell_address(
        email=to.email, language=to.language, key=key, subject=subject, body=body, words={"to": to.name, **words}, at=at
    )


def tell_address(
    *,
    email: str,
    language: str,
    key: str,
    subject: str | Promise,
    body: str | Promise,
    words: Mapping[str, object],
    at: datetime,
) -> None:
    """Queue one mail to an address."""
    with translation.override(language):
        filled = str(subject) % words, str(body) % words
    mail.queue(key=key, to=email, subject=filled[0], body=filled[1], language=language, at=at)
