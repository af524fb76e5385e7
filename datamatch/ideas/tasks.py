"""What comes back by the clock in the room of ideas."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from datamatch.foundation import search
from datamatch.foundation.jobs import every
from datamatch.ideas import actions


@every(hours=1)
def remind_of_joiners(at: datetime) -> int:
    """Remind authors of who waits for an answer."""
    return actions.remind_of_joiners(at=at)


@every(days=1, at_hour=7)
def send_digests(at: datetime) -> int:
    """Mail what happened to the ideas that people follow."""
    return actions.send_digests(at=at)


@search.source("idea")
def readable_ideas(at: datetime) -> Iterator[UUID]:
    """Keep every idea that may be found, and yield their ids."""
    yield from actions.keep_all_findable(at=at)
