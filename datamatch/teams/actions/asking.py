"""The mail that asks somebody for a team, in their own language; its subject says what to do."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_noop, override
from django.utils.translation import gettext as _

from datamatch.foundation.addresses import whole_address
from datamatch.foundation.mail import queue
from datamatch.teams.models import Member

DRAFT = gettext_noop(
    "Hello %(name)s,\n\n“%(idea)s” is on the shortlist. We would like you in the team:\n"
    "as %(role)s, %(hours)s hours a week for %(weeks)s weeks, if the jury chooses the idea.\n\n"
    "Why you: %(why)s\n\nSay yes or no here: %(page)s\n\nNo is fine too, and you need not say why."
)
AT_WORK = gettext_noop(
    "Hello %(name)s,\n\nThe team for “%(idea)s” is at work. We would like you in it:\n"
    "as %(role)s, %(hours)s hours a week until %(day)s.\n\n"
    "Why you: %(why)s\n\nSay yes or no here: %(page)s\n\nNo is fine too, and you need not say why."
)


def ask(member: Member, *, at: datetime) -> None:
    """Queue the question to one proposed member."""
    person, idea = member.person, member.team.idea
    with override(person.language):
        told = {
            "name": person.name,
            "idea": idea.title,
            "role": member.role_name,
            "hours": member.hours_per_week,
            "weeks": idea.edition.delivery_weeks,
            "day": date_format(member.until_on, "j F Y") if member.until_on else "",
            "why": " ".join(member.sentences),
            "page": whole_address(reverse("teams:asks")),
        }
        subject = _("Say yes or no: a team for “%(idea)s”") % told
        body = AT_WORK if member.until_on else DRAFT
        key = f"ask:{member.public_id}:{at.isoformat()}"
        queue(key=key, to=person.email, subject=subject, body=gettext(body) % told, language=person.language, at=at)


def tell_removed(member: Member, *, at: datetime) -> None:
    """Queue a word to somebody whose seat is taken away, so that nobody waits for nothing."""
    person, idea = member.person, member.team.idea
    with override(person.language):
        told = {"name": person.name, "idea": idea.title}
        subject = _("You need not do anything: the team for “%(idea)s” changed") % told
        body = _(
            "Hello %(name)s,\n\nThe team for “%(idea)s” changed. You are no longer in it, "
            "and nothing is asked of you now. Thank you for being available."
        )
        queue(key=f"unasked:{member.public_id}:{at.isoformat()}", to=person.email, subject=subject, body=body % told,
              language=person.language, at=at)  # fmt: skip
