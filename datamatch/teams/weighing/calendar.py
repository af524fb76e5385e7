"""Week by week through delivery: who has how many hours, and which seats they cannot fill then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol, TypeVar

from datamatch.editions.models import Edition
from datamatch.people.models import Availability, Person
from datamatch.people.queries import granted_hours
from datamatch.teams.queries import Bench


class Taken(Protocol):
    """What a seat takes of whom."""

    @property
    def person(self) -> Person:
        """Return who sits there."""

    @property
    def hours_per_week(self) -> int:
        """Return the hours a week it takes."""


SeatT = TypeVar("SeatT", bound=Taken)


class Calendar:
    """The hours of everybody on the bench in each week of delivery; without a first day their usual hours hold."""

    def __init__(self, edition: Edition, bench: Bench) -> None:
        """Read the periods in which people have other hours than usual."""
        self.starts_on: date | None = edition.delivery_starts_on
        self.seekers = {seeker.person.pk: seeker for seeker in bench.seekers}
        self.granted = granted_hours()
        self.periods: dict[int, list[Availability]] = defaultdict(list)
        for period in Availability.objects.filter(profile__person__in=self.seekers).select_related("profile"):
            self.periods[period.profile.person_id].append(period)

    @property
    def told(self) -> str:
        """Return everything this calendar rests on as one text, to compare it with another time."""
        rows = sorted(
            (p.profile.person_id, p.from_on, p.until_on, p.hours_per_week) for m in self.periods.values() for p in m
        )
        usual = sorted((pk, s.hours, s.profile.hours_per_week, s.taken_elsewhere) for pk, s in self.seekers.items())
        return repr((self.starts_on, rows, usual, sorted(self.granted.items())))

    def hours_in(self, person: int, week: int) -> int:
        """Return the hours this person has for teams in a week of delivery (from 1), as on its first day."""
        seeker = self.seekers[person]
        hours = seeker.hours
        if self.starts_on is not None:
            day = self.starts_on + timedelta(weeks=week - 1)
            then = [p.hours_per_week for p in self.periods[person] if p.from_on <= day <= p.until_on]
            hours = min(then[0] if then else seeker.profile.hours_per_week, self.granted.get(person, 168))
        return max(0, hours - seeker.taken_elsewhere)

    def short(self, seats: Sequence[tuple[SeatT, int]]) -> Iterator[tuple[SeatT, int, int, bool]]:
        """Yield each seat that its person cannot fill from one week to another, and whether they have some hours then.

        A seat is given with how many weeks it lasts. Who has too few hours for all their seats fills the first of them.
        """
        of_person: dict[int, list[tuple[SeatT, int]]] = defaultdict(list)
        for seat, weeks in seats:
            if seat.person.pk in self.seekers:
                of_person[seat.person.pk].append((seat, weeks))
        for person, mine in of_person.items():
            lacking: dict[tuple[int, bool], list[int]] = defaultdict(list)
            for week in range(1, max(weeks for _seat, weeks in mine) + 1):
                left = self.hours_in(person, week)
                for place, (seat, weeks) in enumerate(mine):
                    if week <= weeks and seat.hours_per_week > left:
                        lacking[place, left > 0].append(week)
                    elif week <= weeks:
                        left -= seat.hours_per_week
            yield from ((mine[at][0], *run, some) for (at, some), found in lacking.items() for run in runs(found))


def runs(weeks: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each unbroken run of weeks."""
    found = sorted(weeks)
    breaks = [at for at, (one, two) in enumerate(pairwise(found), start=1) if two > one + 1]
    yield from ((found[start], found[end - 1]) for start, end in pairwise([0, *breaks, len(found)]) if found)
