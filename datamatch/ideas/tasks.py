"""Heavy work of the room of ideas, and what comes back by the clock."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.foundation import search
from datamatch.foundation.jobs import Doing, every, job
from datamatch.ideas import actions
from datamatch.people.models import Person


@every(hours=1)
def remind_of_joiners(at: datetime) -> int:
    """Remind authors of who waits for an answer."""
    return actions.remind_of_joiners(at=at)


@every(hours=1)
def remind_of_drafts(at: datetime) -> int:
    """Remind people of the ideas they began, before the call closes."""
    return actions.remind_of_drafts(at=at)


@every(days=1, at_hour=4)
def forget_discarded(at: datetime) -> int:
    """Delete the drafts that were thrown away long ago."""
    return actions.forget_discarded(at=at)


@every(days=1, at_hour=4)
def forget_unanswered(at: datetime) -> int:
    """Forget the addresses of people who were asked to write along and did not answer."""
    return actions.forget_unanswered(at=at)


@every(days=1, at_hour=7)
def send_digests(at: datetime) -> int:
    """Mail what happened to the ideas that people follow."""
    return actions.send_digests(at=at)


@search.source("idea")
def readable_ideas(at: datetime) -> Iterator[UUID]:
    """Keep every idea that may be found, and yield their ids."""
    yield from actions.keep_all_findable(at=at)


@job
def find_doubles(doing: Doing) -> str:
    """Compare every idea of an edition with the others."""
    edition, by = doing.about(Edition), doing.by(Person)
    count = actions.find_doubles(edition=edition, by=by, at=doing.at, tell=doing.tell)
    if not count:
        return _("No two ideas are much alike.")
    return ngettext("%(count)d pair to look at.", "%(count)d pairs to look at.", count) % {"count": count}
