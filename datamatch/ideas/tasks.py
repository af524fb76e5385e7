"""What comes back by the clock in the room of ideas."""

from datetime import datetime

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
