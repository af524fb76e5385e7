"""How often work comes back, and which functions do: `@every(hours=1)` in the `tasks.py` of a room."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TypeVar

from django.utils import timezone

Deed = TypeVar("Deed", bound=Callable[[datetime], int])


@dataclass(frozen=True)
class Rhythm:
    """So much time between two turns; with an hour of the day, on the local clock and so many days apart."""

    span: timedelta
    at_hour: int | None = None

    def next_after(self, begun_at: datetime) -> datetime:
        """Return when the next turn comes after one that began then."""
        if self.at_hour is None:
            return begun_at + self.span
        day = timezone.localtime(begun_at)
        if day.hour < self.at_hour:
            day -= timedelta(days=1)  # It made up for the turn of yesterday; today's is still to come.
        return timezone.make_aware(datetime.combine(day.date() + self.span, time(self.at_hour)))


REGISTERED: dict[str, tuple[Deed, Rhythm]] = {}  # type: ignore[valid-type]
"""Every function that comes back, by its dotted name."""


def every(*, minutes: int = 0, hours: int = 0, days: int = 0, at_hour: int | None = None) -> Callable[[Deed], Deed]:
    """Let `datamatch work` call a function again and again, with the moment; it returns how much it did.

    `@every(hours=1)` begins an hour after the last turn, `@every(days=1, at_hour=6)` every day at six, Amsterdam time.
    A turn that was missed is made up for once. The function may be called again after a fault, so it must bear that.
    :raises ValueError: no time between two turns, or an hour that goes with something else than days
    """
    span = timedelta(minutes=minutes, hours=hours, days=days)
    if not span or (at_hour is not None and (minutes or hours or at_hour not in range(24))):
        raise ValueError("Say how many minutes, hours or days; an hour of the day (0 to 23) goes with days only.")

    def keep(deed: Deed) -> Deed:
        REGISTERED[f"{deed.__module__}.{deed.__qualname__}"] = deed, Rhythm(span, at_hour)
        return deed

    return keep
