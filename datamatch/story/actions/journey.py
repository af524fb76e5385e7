"""What a replay carries along: its files, its clock, its world, and who is who."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import translation

from datamatch.editions.models import Edition
from datamatch.ideas.forms.idea_lines import IdeaLine
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.story.enums import PersonLine, SkillLine
from datamatch.story.weighing import World

ZONE = ZoneInfo("Europe/Amsterdam")
CALL_DAYS, SCREENING_DAYS, MATCHING_DAYS = 28, 21, 14
PITCH_TO_START = 7

Tell = Callable[[str], object]


class Clock:
    """The replay's own clock: every deed takes a minute, and days are jumped to."""

    def __init__(self, day: date) -> None:
        """Start at nine o'clock."""
        self.moment = datetime.combine(day, time(9), tzinfo=ZONE)

    def tick(self) -> datetime:
        """Return the moment of the next deed."""
        self.moment += timedelta(minutes=1)
        return self.moment

    def go_to(self, day: date, hour: int = 9) -> None:
        """Go on to an hour of a day; never back."""
        self.wait_for(datetime.combine(day, time(hour), tzinfo=ZONE))

    def wait_for(self, moment: datetime) -> None:
        """Go on to a moment; never back."""
        self.moment = max(self.moment, moment)


@dataclass(frozen=True)
class Plan:
    """What a replay is asked to do; days follow from the first one.

    `programme` holds slug, name and purpose where it is not the usual one; `turnout` is the share of people who look.
    """

    name: str
    slug: str
    number: int
    starts_on: date
    pitches: int = 10
    projects: int = 3
    reviews: int = 3
    weeks: int = 13
    themes: Sequence[tuple[str, str, str, str, str]] = ()
    programme: Mapping[str, str] = field(default_factory=dict)
    euros_per_project: int = 0
    turnout: float = 1.0

    @property
    def call_closes_on(self) -> date:
        """Return the last day of the call."""
        return self.starts_on + timedelta(days=CALL_DAYS)

    @property
    def pitch_on(self) -> date:
        """Return the pitch day."""
        return self.call_closes_on + timedelta(days=SCREENING_DAYS + MATCHING_DAYS)

    @property
    def delivery_starts_on(self) -> date:
        """Return the first day of the three months."""
        return self.pitch_on + timedelta(days=PITCH_TO_START)

    @property
    def datadag_on(self) -> date:
        """Return the DataDag: a week after the projects end."""
        return self.delivery_starts_on + timedelta(weeks=self.weeks + 1)


@dataclass
class Journey:
    """One replay on its way."""

    plan: Plan
    idea_lines: Sequence[IdeaLine]
    person_lines: Sequence[PersonLine]
    world: World
    clock: Clock
    tell: Tell
    skill_lines: Sequence[SkillLine] = ()
    courses: Mapping[int, Any] = field(default_factory=dict)
    canvases: Mapping[int, Any] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    lines: dict[str, PersonLine] = field(default_factory=dict)
    ideas: dict[int, Idea] = field(default_factory=dict)
    earlier: dict[int, Idea] = field(default_factory=dict)
    simulated: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    one_unit: bool = False
    administrator: Person = field(init=False)
    manager: Person = field(init=False)
    edition: Edition = field(init=False)

    def rows(self) -> dict[int, int]:
        """Return the row of the file per primary key of an idea."""
        return {idea.pk: row for row, idea in self.ideas.items()}

    def row_of(self, idea: Idea) -> int:
        """Return the row of the file in which an idea stands."""
        return self.rows()[idea.pk]


@contextmanager
def in_words_of(person: Person) -> Iterator[None]:
    """Let what is written here be in the language of who writes it, whatever language the replay is told in."""
    with translation.override(person.language):
        yield
