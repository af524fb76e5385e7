"""What the room people does by the clock."""

from datetime import datetime

from datamatch.foundation.jobs import every
from datamatch.people import actions


@every(hours=1)
def turn_names(at: datetime) -> int:
    """Let units show the name that holds today."""
    return actions.turn_names(at=at)


@every(days=1, at_hour=4)
def drop_old_imports(at: datetime) -> int:
    """Throw away files of units that nobody carried out."""
    return actions.drop_old_imports(at=at)


@every(hours=1)
def remind_line_managers(at: datetime) -> int:
    """Remind line managers who did not answer within five working days."""
    return actions.remind_line_managers(at=at)


@every(hours=1)
def end_consents(at: datetime) -> int:
    """End questions that nobody answered, and answers whose time is over."""
    return actions.end_consents(at=at)
