"""What rooms above the accounts give somebody because of what the sign-in of their organisation says.

A room names its deed in `ready` of its `apps.py`; the room people, where people come in, knows nothing of those rooms.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

Follow = Callable[[Any, Collection[str], datetime], None]

_deeds: list[Follow] = []


def duties_follow(deed: Follow) -> None:
    """Say how a room lets duties follow what a sign-in says; duties are words as `juror:edition/datamatch-2`."""
    _deeds.append(deed)


def follow(person: Any, duties: Collection[str], at: datetime) -> None:
    """Let every room give this person exactly these duties, beside what was given by hand."""
    for deed in _deeds:
        deed(person, duties, at)
