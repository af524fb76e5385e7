"""Mails about changes in a team, in the language of who reads them; the subject says what to do."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.foundation.addresses import whole_address
from datamatch.foundation.mail import queue
from datamatch.people.models import Person
from datamatch.teams.models import Member, SeatChange


def ask(change: SeatChange, *, at: datetime) -> None:
    """Ask a member whether their role or hours may change."""
    with override(change.member.person.language):
        subject = _("Say yes or no: a change of your seat in the team for “%(idea)s”")
        body = _(
            "Hello %(to)s,\n\nYou are in the team for “%(idea)s” as %(role_before)s, %(hours_before)s hours a week. "
            "We ask you to become %(role)s, %(hours)s hours a week.\n\nSay yes or no here:\n%(page)s\n\n"
            "No is fine too: then everything stays as it is."
        )
        page = reverse("teams:asks")
        _queue(f"change:{change.public_id}", change.member.person, subject, body, _told(change), page=page, at=at)


def tell_answer(change: SeatChange, *, at: datetime) -> None:
    """Tell who asked for a change what was answered."""
    to = change.asked_by
    with override(to.language):
        yes = _("You need not do anything: %(name)s says yes to the change in the team for “%(idea)s”")
        no = _("Look for another way: %(name)s stays as they are in the team for “%(idea)s”")
        subject = no if change.state == "refused" else yes
        body = _("Hello %(to)s,\n\nYou find the team here:\n%(page)s")
        page = change.member.team.get_absolute_url()
        _queue(f"changed:{change.public_id}", to, subject, body, _told(change), page=page, at=at)


def tell_taken_back(change: SeatChange, *, at: datetime) -> None:
    """Tell a member that the change is no longer asked."""
    with override(change.member.person.language):
        subject = _("You need not do anything: your seat in the team for “%(idea)s” stays as it is")
        body = _("Hello %(to)s,\n\nThe change that was asked of you was taken back. You find the team here:\n%(page)s")
        page = change.member.team.get_absolute_url()
        key = f"unchanged:{change.public_id}"
        _queue(key, change.member.person, subject, body, _told(change), page=page, at=at)


def tell_handing_over(member: Member, asked: Member, *, at: datetime) -> None:
    """Tell who sits in a seat that somebody is asked to take it over."""
    with override(member.person.language):
        subject = _("You need not do anything yet: %(name)s is asked to take over your seat in “%(idea)s”")
        body = _(
            "Hello %(to)s,\n\n%(name)s is asked to take over your seat in the team for “%(idea)s”. "
            "You stay in it until they say yes; then you get a mail.\n%(page)s"
        )
        told: dict[str, object] = {"name": asked.person.name, "idea": member.team.idea.title}
        key, page = f"handing:{asked.public_id}:{at.isoformat()}", member.team.get_absolute_url()
        _queue(key, member.person, subject, body, told, page=page, at=at)


def _told(change: SeatChange) -> dict[str, object]:
    """Return the words of a change in the active language."""
    return {
        "name": change.member.person.name,
        "idea": change.member.team.idea.title,
        "role": change.role_name,
        "hours": change.hours_per_week,
        "role_before": change.role_name_before,
        "hours_before": change.hours_before,
    }


def _queue(key: str, to: Person, subject: str, body: str, told: dict[str, object], *, page: str, at: datetime) -> None:
    """Queue one mail with a link to a page."""
    words = told | {"to": to.name, "page": whole_address(page)}
    queue(key=key, to=to.email, subject=subject % words, body=body % words, language=to.language, at=at)
