"""The mails around writing an idea together; they go to authors and invited people only."""

from datetime import datetime
from hashlib import blake2s

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.addresses import whole_address
from datamatch.ideas.actions.telling import address_of, tell, tell_address
from datamatch.ideas.enums import DAYS_TO_ANSWER
from datamatch.ideas.models import CoAuthor, Idea
from datamatch.people.models import Person


def key_of(what: str, coauthor: CoAuthor, *, at: datetime) -> str:
    """Return the key of a mail: to one address about one idea at most once a day, however often it is asked."""
    to = coauthor.person.email if coauthor.person else coauthor.email
    who = blake2s(to.encode(), digest_size=8).hexdigest()
    return f"coauthor.{what}:{coauthor.idea.public_id}:{who}:{localdate(at)}"


def ask_person(coauthor: CoAuthor, *, at: datetime) -> None:
    """Ask somebody who has an account."""
    asked, by = coauthor.person, coauthor.invited_by
    if asked is None or by is None:
        return
    words = {"name": by.name, "title": coauthor.idea.title, "url": address_of("invitation", coauthor.idea)}
    subject = _("Will you co-write this? %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "%(name)s asks you to write the idea \"%(title)s\" together.\n\n"
        "Read it, and say yes or no:\n%(url)s\n\n"
        "You count as an author only after your yes.\n"
    )  # fmt: skip
    tell(to=asked, key=key_of("invite", coauthor, at=at), subject=subject, body=body, words=words, at=at)


def ask_address(coauthor: CoAuthor, *, at: datetime) -> None:
    """Ask somebody without an account, in the language of who asks; words of the idea stay inside."""
    by = coauthor.invited_by
    if by is None:
        return
    signup = whole_address(reverse("account_signup"))
    words = {
        "name": by.name,
        "email": coauthor.email,
        "days": DAYS_TO_ANSWER,
        "signup": signup,
        "url": address_of("invitation", coauthor.idea),
    }
    subject = _("%(name)s asks you to write a data idea together")
    body = _(
        "Hello,\n\n"
        "%(name)s asks you to write an idea for the data programme together.\n\n"
        "You have no account yet. It takes two minutes:\n"
        "1. Register with this address, %(email)s:\n%(signup)s\n"
        "2. Then read the idea, and say yes or no:\n%(url)s\n\n"
        "You count as an author only after your yes. Do you know nothing of this? Then do nothing: "
        "after %(days)s days we forget your address.\n"
    )
    key = key_of("invite", coauthor, at=at)
    tell_address(email=coauthor.email, language=by.language, key=key, subject=subject, body=body, words=words, at=at)


def tell_accepted(coauthor: CoAuthor, *, at: datetime) -> None:
    """Tell who asked, and who sent the idea, that somebody writes along."""
    subject = _("%(name)s is now a co-author: %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "%(name)s said yes and writes the idea \"%(title)s\" with you from now on.\n%(url)s\n"
    )  # fmt: skip
    tell_those_who_asked(coauthor, "accept", subject, body, at=at)


def tell_declined(coauthor: CoAuthor, *, at: datetime) -> None:
    """Tell who asked, and who sent the idea, that somebody does not write along."""
    subject = _("%(name)s said no: %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "%(name)s does not write the idea \"%(title)s\" with you. You can ask somebody else:\n%(url)s\n"
    )  # fmt: skip
    tell_those_who_asked(coauthor, "decline", subject, body, at=at)


def tell_those_who_asked(
    coauthor: CoAuthor, what: str, subject: str | Promise, body: str | Promise, *, at: datetime
) -> None:
    """Tell the submitter, and the co-author who invited when that was another."""
    idea = coauthor.idea
    words = {
        "name": coauthor.person.name if coauthor.person else "",
        "title": idea.title,
        "url": address_of("coauthors", idea),
    }
    readers = {person.pk: person for person in (idea.submitter, coauthor.invited_by) if person is not None}
    for reader in readers.values():
        key = f"coauthor.{what}:{coauthor.public_id}:{reader.public_id}:{at.isoformat()}"
        tell(to=reader, key=key, subject=subject, body=body, words=words, at=at)


def tell_left(idea: Idea, *, who: Person, at: datetime) -> None:
    """Tell the submitter that a co-author left."""
    words = {"name": who.name, "title": idea.title, "url": address_of("coauthors", idea)}
    subject = _("%(name)s is no longer a co-author: %(title)s")
    body = _("Hello %(to)s,\n\n%(name)s no longer writes the idea \"%(title)s\" with you.\n%(url)s\n")  # fmt: skip
    key = f"coauthor.leave:{idea.public_id}:{who.public_id}:{at.isoformat()}"
    tell(to=idea.submitter, key=key, subject=subject, body=body, words=words, at=at)


def tell_taken_off(coauthor: CoAuthor, *, at: datetime) -> None:
    """Tell somebody who wrote along that they do no longer."""
    if coauthor.person is None:
        return
    words = {"title": coauthor.idea.title, "name": coauthor.idea.submitter.name}
    subject = _("You are no longer a co-author: %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "%(name)s took you off the authors of the idea \"%(title)s\". Is that a mistake? Ask them.\n"
    )  # fmt: skip
    key = f"coauthor.take_off:{coauthor.public_id}:{at.isoformat()}"
    tell(to=coauthor.person, key=key, subject=subject, body=body, words=words, at=at)


def tell_handed_over(idea: Idea, *, who: Person, at: datetime) -> None:
    """Tell the new submitter what is theirs now."""
    words = {"name": who.name, "title": idea.title, "url": address_of("idea", idea)}
    subject = _("You are the submitter now: %(title)s")
    body = _(
        "Hello %(to)s,\n\n"
        "%(name)s handed the idea \"%(title)s\" over to you. You are its submitter from now on, "
        "%(name)s stays a co-author.\n%(url)s\n"
    )  # fmt: skip
    key = f"idea.hand_over:{idea.public_id}:{idea.submitter.public_id}:{at.isoformat()}"
    tell(to=idea.submitter, key=key, subject=subject, body=body, words=words, at=at)
