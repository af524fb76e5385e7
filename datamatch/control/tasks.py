"""What comes back by the clock in the control room."""

from datetime import datetime

from datamatch.control import actions
from datamatch.foundation.jobs import every


@every(minutes=1)
def open_and_close_calls(at: datetime) -> int:
    """Open and close the calls whose moment has come."""
    return actions.move_due(at=at)
