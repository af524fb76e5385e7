"""The mails about agreeing to hours; each says in its subject what to do."""

from collections.abc import Callable
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from datamatch.foundation.addresses import whole_address
from datamatch.foundation.mail import queue
from datamatch.people import queries
from datamatch.people.models import HoursConsent, LineManager


def ask(consent: HoursConsent, *, at: datetime) -> None:
    """Queue the question to the line manager."""
    _question(consent, key=f"consent:{consent.public_id}", at=at, opening=_plain_opening)


def remind(consent: HoursConsent, *, at: datetime) -> None:
    """Queue the reminder of a question, with the same link."""
    _question(consent, key=f"consent-reminder:{consent.public_id}", at=at, opening=_reminding_opening)


def _plain_opening(name: str) -> str:
    return _("Hello,\n\n%(name)s named you as line manager and asks you something.") % {"name": name}


def _reminding_opening(name: str) -> str:
    return _("Hello,\n\n%(name)s still waits for your answer.") % {"name": name}


def _question(consent: HoursConsent, *, key: str, at: datetime, opening: Callable[[str], str]) -> None:
    """Queue a mail with the link to one question."""
    line_manager = consent.line_manager
    if line_manager is None:
        return
    with override(line_manager.language):
        told = {
            "name": consent.person.name,
            "hours": consent.hours_asked,
            "day": day_of(consent.answer_until),
            "page": address_of("people:consent_answer", queries.link_of(consent)),
        }
        subject = ngettext(
            "Say yes or no: %(hours)s hour a week for %(name)s", "Say yes or no: %(hours)s hours a week for %(name)s",
            consent.hours_asked,
        )  # fmt: skip
        body = _(
            "%(opening)s\n\n%(name)s would like to give %(hours)s hours a week to a data idea of our organisation, "
            "if a team forms. May they? Yes, yes but fewer hours, or no: you say it here, without an account, "
            "until %(day)s.\n\n%(page)s\n\nDo not pass this link on: whoever has it answers for you."
        )
        queue(key=key, to=line_manager.email, subject=subject % told, language=line_manager.language, at=at,
              body=body % (told | {"opening": opening(consent.person.name)}))  # fmt: skip


def tell_answer(consent: HoursConsent, *, at: datetime) -> None:
    """Queue the answer to the person who asked."""
    with override(consent.person.language):
        subject = {
            "agreed": _("Your line manager agrees to %(hours)s hours a week"),
            "fewer": _("Your line manager agrees to %(hours)s hours a week, fewer than you asked"),
            "refused": _("Your line manager said no to your hours"),
        }[consent.state]
        body = _("Hello %(name)s,\n\n%(said)s.\n\n%(reason)sRead it here: %(page)s")
        hours = {"hours": consent.hours_granted}
        reason = _("The reason: %(reason)s") % {"reason": consent.reason} + "\n\n" if consent.reason else ""
        _to_person(consent, f"consent-answer:{consent.public_id}:{at:%Y%m%d%H%M%S}", subject % hours, body, at=at,
                   said=subject % hours, reason=reason)  # fmt: skip


def tell_expired(consent: HoursConsent, *, at: datetime) -> None:
    """Queue a word to the person that a question or an answer is over, so that they can ask again."""
    with override(consent.person.language):
        if consent.ended_because == "silence":
            said = _(
                "Your line manager did not answer within three weeks. Talk to each other, and ask again if you like."
            )
        else:
            said = _("A year ago your line manager answered. That is too long to lean on; you can ask again.")
        subject = _("Ask your line manager again")
        body = _("Hello %(name)s,\n\n%(said)s\n\nThat is done here: %(page)s")
        _to_person(consent, f"consent-expired:{consent.public_id}", subject, body, at=at, said=said)


def _to_person(consent: HoursConsent, key: str, subject: str, body: str, *, at: datetime, **words: str) -> None:
    """Queue a mail to the person who asked, with the page on which they see it."""
    person = consent.person
    told = {"name": person.name, "page": address_of("people:consent")} | words
    queue(key=key, to=person.email, subject=subject, body=body % told, language=person.language, at=at)


def tell_withdrawn(consent: HoursConsent, *, at: datetime) -> None:
    """Queue a word to the line manager that nothing is asked of them any more."""
    line_manager = consent.line_manager
    if line_manager is None:
        return
    with override(line_manager.language):
        told = {"name": consent.person.name, "hours": consent.hours_asked}
        subject = _("You need not do anything: %(name)s took the question back") % told
        body = _(
            "Hello,\n\n%(name)s asked you for %(hours)s hours a week and took that back. What you answered no longer "
            "stands. If %(name)s wants other hours, you get a new question."
        )
        queue(key=f"consent-withdrawn:{consent.public_id}", to=line_manager.email, subject=subject, body=body % told,
              language=line_manager.language, at=at)  # fmt: skip


def send_overview(line_manager: LineManager, *, at: datetime) -> None:
    """Queue the link to who named this line manager."""
    with override(line_manager.language):
        told = {"page": address_of("people:my_people", queries.overview_link_of(line_manager))}
        subject = _("See who of your people gives hours")
        body = _(
            "Hello,\n\nHere you see who named you as line manager, and for how many hours:\n%(page)s\n\n"
            "The link works for two weeks. Do not pass it on."
        )
        queue(key=f"consent-overview:{line_manager.overview_key}", to=line_manager.email, subject=subject,
              body=body % told, language=line_manager.language, at=at)  # fmt: skip


def address_of(name: str, *parts: str) -> str:
    """Return the full address of a page."""
    return whole_address(reverse(name, args=parts))


def day_of(moment: datetime) -> str:
    """Return a moment as a day in the present language."""
    return date_format(localtime(moment), "j F")
