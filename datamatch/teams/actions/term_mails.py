"""Mails about how long somebody stays, in the language of who reads them; the subject says what to do."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.foundation.addresses import whole_address
from datamatch.foundation.mail import queue
from datamatch.people.models import Person
from datamatch.teams import queries
from datamatch.teams.models import Member


def ask_to_renew(member: Member, *, at: datetime) -> None:
    """Ask the person in a seat that ends soon to renew or stop."""
    with override(member.person.language):
        silent = _("If you say nothing, the seat ends on that day.")
        leading = _("If you say nothing, you lead on until somebody else does.")
        subject = _("Renew or stop by %(day)s: your seat in the team for “%(idea)s”")
        body = _(
            "Hello %(to)s,\n\nYour seat in the team for “%(idea)s” ends on %(day)s. "
            "Do you stay longer, or do you stop? Say so here:\n%(page)s\n\nYou need not give a reason."
        )
        _queue(
            f"renew:{member.public_id}:{member.until_on}",
            member.person,
            subject,
            f"{body} {leading if member.lead else silent}",
            member,
            at=at,
            page=reverse("teams:term", args=[member.public_id]),
        )


def tell_renewed(member: Member, *, at: datetime) -> None:
    """Tell lead and managers that somebody stays."""
    for to in queries.who_hears(member.team, but=member.person):
        with override(to.language):
            subject = _("You need not do anything: %(name)s stays in the team for “%(idea)s”")
            body = _("Hello %(to)s,\n\n%(name)s stays in the team for “%(idea)s” until %(day)s:\n%(page)s")
            _queue(f"renewed:{member.public_id}:{member.until_on}:{to.pk}", to, subject, body, member, at=at)


def tell_stopping(member: Member, *, at: datetime) -> None:
    """Tell lead and managers on which day somebody stops."""
    for to in queries.who_hears(member.team, but=member.person):
        with override(to.language):
            subject = _("Look for somebody: %(name)s stops in the team for “%(idea)s” on %(day)s")
            body = _(
                "Hello %(to)s,\n\n%(name)s (%(role)s) stops in the team for “%(idea)s” after %(day)s. "
                "Ask somebody else in time:\n%(page)s"
            )
            _queue(f"stopping:{member.public_id}:{member.until_on}:{to.pk}", to, subject, body, member, at=at)


def tell_ended(member: Member, *, at: datetime) -> None:
    """Tell lead and managers that a seat ended; not when they heard of it before."""
    if member.stopping:
        return
    for to in queries.who_hears(member.team, but=member.person):
        with override(to.language):
            subject = _("Look for somebody: the seat of %(name)s in the team for “%(idea)s” ended")
            body = _(
                "Hello %(to)s,\n\nThe seat of %(name)s (%(role)s) in the team for “%(idea)s” ended on %(day)s "
                "and was not renewed. Ask them again, or somebody else:\n%(page)s"
            )
            _queue(f"ended:{member.public_id}:{member.until_on}:{to.pk}", to, subject, body, member, at=at)


def _queue(key: str, to: Person, subject: str, body: str, member: Member, *, at: datetime, page: str = "") -> None:
    """Queue one mail about a seat; without a page of its own it leads to the team."""
    told = {
        "to": to.name,
        "name": member.person.name,
        "role": member.role_name,
        "idea": member.team.idea.title,
        "day": date_format(member.until_on, "j F Y") if member.until_on else "",
        "page": whole_address(page or member.team.get_absolute_url()),
    }
    queue(key=key, to=to.email, subject=subject % told, body=body % told, language=to.language, at=at)
