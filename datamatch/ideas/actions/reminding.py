"""Reminding people of what they began, three days and one day before the call closes: once each."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.foundation import mail
from datamatch.foundation.models import Mail
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.telling import address_of
from datamatch.ideas.models import Idea
from datamatch.people.models import Person

DAYS_BEFORE = (1, 3)


def remind_of_drafts(*, at: datetime) -> int:
    """Queue the reminders that are due now, and return how many are new.

    A draft begun after the moment of a reminder gets the next one only: nobody is reminded of what they do now.
    """
    calls = Edition.objects.filter(stage=Stage.CALL, call_closes_on__isnull=False).order_by("pk")
    return sum(remind(edition, at=at) for edition in calls)


def remind(edition: Edition, *, at: datetime) -> int:
    """Queue the reminders of one call, and return how many are new."""
    closes_at = closing_of(edition)
    days = next((days for days in DAYS_BEFORE if closes_at - at <= timedelta(days=days)), None)
    if days is None or closes_at <= at:
        return 0
    drafts = queries.drafts_in(edition).filter(made_at__lte=closes_at - timedelta(days=days))
    due = {f"idea.remind:{idea.public_id}:{person.public_id}:{days}": (idea, person) for idea, person in pairs(drafts)}
    told = set(Mail.objects.filter(key__in=list(due)).values_list("key", flat=True))
    new = {key: one for key, one in due.items() if key not in told}
    for key, (idea, person) in new.items():
        queue_reminder(idea, to=person, key=key, closes_at=closes_at, at=at)
    return len(new)


def closing_of(edition: Edition) -> datetime:
    """Return when the call closes; without an hour at the end of its last day."""
    if edition.call_closes_at is not None:
        return edition.call_closes_at
    day = edition.call_closes_on
    assert day is not None  # noqa: S101  asked for above
    return localtime().replace(year=day.year, month=day.month, day=day.day, hour=23, minute=59, second=0, microsecond=0)


def pairs(drafts: QuerySet[Idea]) -> Iterator[tuple[Idea, Person]]:
    """Yield each draft with each of its authors who is still here."""
    for idea in drafts.order_by("pk"):
        for person in queries.authors_of(idea):
            if person.is_active:
                yield idea, person


def queue_reminder(idea: Idea, *, to: Person, key: str, closes_at: datetime, at: datetime) -> None:
    """Queue one reminder in the language of its reader: until when, what is missing, and where to go on."""
    with translation.override(to.language):
        day = date_format(localtime(closes_at), "j F")
        missing = [f"- {one.words}" for one in rules.missing_from(idea)]
        words = {
            "name": to.name,
            "title": idea.title or _("No title yet"),
            "day": day,
            "moment": f"{day} {date_format(localtime(closes_at), 'H:i')}",
            "missing": "\n".join([_("Still missing:"), *missing]) if missing else _("Nothing is missing any more."),
            "url": address_of("send", idea),
        }
        subject = _("Send your idea before %(day)s: %(title)s") % words
        body = _(
            "Hello %(name)s,\n\n"
            "You began the idea \"%(title)s\" and did not send it yet. The call closes on %(moment)s.\n\n"
            "%(missing)s\n\n"
            "Look at it and send it here:\n%(url)s\n\n"
            "Not going on with it? Then you need not do anything.\n"
        ) % words  # fmt: skip
    mail.queue(key=key, to=to.email, subject=subject, body=body, language=to.language, at=at)
