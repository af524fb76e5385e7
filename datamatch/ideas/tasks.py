"""What comes back by the clock in the room of ideas."""

from datetime import datetime

from datamatch.foundation.jobs import every
from datamatch.ideas import actions


@every(hours=1)
def remind_of_joiners(at: datetime) -> int:
    """Remind authors of who waits for an answer."""
    return actions.remind_of_joiners(at=at)
