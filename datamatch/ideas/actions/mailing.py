"""Mails about an idea that end with the way to have fewer of them."""

from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.addresses import whole_address
from datamatch.ideas.actions.telling import address_of, tell
from datamatch.ideas.models import Idea
from datamatch.people.models import Person

FOOT = _("\n\nYou decide what we mail you about:\n%(wishes)s\n")


def write(
    *, to: Person, key: str, idea: Idea, subject: str | Promise, body: str | Promise, at: datetime, part: str = "",
    **words: object,
) -> None:  # fmt: skip
    """Queue one mail about an idea; `%(url)s` in the body is this part of its page."""
    known = {"title": idea.title, "url": address_of("idea", idea) + part, "wishes": wishes_address()}
    tell(to=to, key=key, subject=subject, body=format_lazy("{}{}", body, FOOT), words={**known, **words}, at=at)


def wishes_address() -> str:
    """Return the whole web address of the page on which people say what they want to be mailed about."""
    return whole_address(reverse("ideas:mail_wishes"))
