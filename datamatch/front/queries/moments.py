"""One thing that happened to an idea, as its trace tells it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime


@dataclass(frozen=True)
class Moment:
    """One thing that happened to an idea: when, what, why, and where to read on."""

    at: datetime | date
    title: str
    text: str = ""
    who: str = ""
    url: str = ""
    icon: str = ""
    state: str = "done"

    @property
    def day(self) -> date:
        """Return the day on which it happened."""
        return localtime(self.at).date() if isinstance(self.at, datetime) else self.at

    @property
    def date(self) -> str:
        """Return the day, ready to read."""
        return date_format(self.day, "j F Y")
