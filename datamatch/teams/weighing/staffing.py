"""Who would form the teams of a set of ideas, when only those are carried out, and what stays open in which weeks."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from datamatch import engine
from datamatch.canvas.models import Canvas
from datamatch.editions.models import Edition
from datamatch.engine.results import digest
from datamatch.foundation.refusal import Refused
from datamatch.people.models import Person
from datamatch.teams.enums import OWNER
from datamatch.teams.models import Member
from datamatch.teams.weighing.calendar import Calendar
from datamatch.teams.weighing.table import Table

MOST_TEAMS, SPARE_SEATS = 2, 2
Ideas = tuple[int, ...]
"""Row numbers of ideas, lowest first."""


@dataclass(frozen=True)
class Place:
    """One seat in a team that would form; `asked` tells that this person was asked for it before."""

    idea_id: int
    person: Person
    role: str
    hours_per_week: int
    asked: bool


@dataclass(frozen=True)
class Open:
    """A role that nobody fills from one week to another.

    `whole` means in none of the weeks of its idea; `some` that somebody is there, with fewer hours than it takes.
    """

    idea_id: int
    role: str
    hours_per_week: int
    must: bool
    first_week: int
    last_week: int
    whole: bool
    some: bool = False


@dataclass(frozen=True)
class Staffed:
    """The teams that would form for a set of ideas."""

    places: list[Place]
    open: list[Open]

    @property
    def possible(self) -> bool:
        """Tell whether somebody is found for every role that must be there."""
        return not any(gap.must and gap.whole for gap in self.open)


class Staffing:
    """The bench and the needs of an edition, read once, to be asked about many sets of ideas."""

    def __init__(self, edition: Edition) -> None:
        """Read the needs of the shortlist and everybody who may be asked."""
        self.table = Table(edition)
        off = {seat.person_id for seat in self.table.kept} - set(self.table.person_at)
        self.people = Person.objects.in_bulk(off)
        self.demand, self.must, self.effort = self.table.demand()
        self.level, self.units = self.table.level(), self.table.units()
        self.pins, self.vetoes = self.table.pins(), self.table.vetoes()
        self.free = [max(0, seeker.hours - seeker.taken_elsewhere) for seeker in self.table.bench.seekers]
        canvases = Canvas.objects.filter(idea__in=self.table.ideas)
        self.weeks = defaultdict(lambda: edition.delivery_weeks, canvases.values_list("idea", "weeks"))
        self.calendar = Calendar(edition, self.table.bench)
        self.seed = edition.seed
        self._known: dict[tuple[Ideas, bool], engine.Teams] = {}

    @property
    def input_digest(self) -> str:
        """Return a fingerprint of everything the answers rest on."""
        needs = {"demand": self.demand, "must": self.must, "effort": self.effort, "free": self.free}
        who = [seeker.person.pk for seeker in self.table.bench.seekers]
        ideas = [idea.pk for idea in self.table.ideas]
        return digest(
            **needs, energy=self.table.energy, level=self.level, units=self.units, pins=self.pins, vetoes=self.vetoes,
            who=who, ideas=ideas, seed=self.seed, roles=repr(self.table.roles), weeks=repr(sorted(self.weeks.items())),
            kept=repr([(type(seat).__name__, seat.pk, seat.role, seat.hours_per_week) for seat in self.table.kept]),
            calendar=self.calendar.told,
        )  # fmt: skip

    def possible(self, ideas: Collection[int]) -> bool:
        """Tell whether every role that must be there can be filled in all these ideas at once.

        :raises Refused: the numbers contradict each other
        """
        known = self._at(ideas)
        if not known or not self.table.bench.seekers:
            return not (self.demand[list(known)] * self.must[list(known)]).any()
        return not any(gap.must for gap in self._asked(known, only_musts=True).unfilled)

    def of(self, ideas: Collection[int]) -> Staffed:
        """Return the teams that would form for these ideas (row numbers), and what stays open.

        :raises Refused: the numbers contradict each other
        """
        known = self._at(ideas)
        settled = self._settled(ideas)
        asked = self._asked(known) if known and self.table.bench.seekers else None
        places = settled + (self._places(known, asked) if asked else [])
        return Staffed(places, self._missing(known, places) + self._absent(places))

    def _at(self, ideas: Collection[int]) -> Ideas:
        """Return the positions of ideas in the table; who is not on the shortlist needs nobody."""
        return tuple(sorted(self.table.idea_at[idea] for idea in ideas if idea in self.table.idea_at))

    def _settled(self, ideas: Collection[int]) -> list[Place]:
        """Return the seats of people who were asked or pinned and have no hours on the bench (any more)."""
        return [
            Place(
                seat.team.idea_id, self.people[seat.person_id], seat.role, seat.hours_per_week, isinstance(seat, Member)
            )
            for seat in self.table.kept
            if seat.person_id in self.people and seat.team.idea_id in ideas
        ]

    def _asked(self, at: Ideas, *, only_musts: bool = False) -> engine.Teams:
        """Ask the engine for the teams of these ideas alone; the same question once."""
        if (at, only_musts) not in self._known:
            self._known[at, only_musts] = self._answer(list(at), only_musts=only_musts)
        return self._known[at, only_musts]

    def _answer(self, at: list[int], *, only_musts: bool) -> engine.Teams:
        """Return what the engine makes of these ideas."""
        needs = self.demand[at] * self.must[at] if only_musts else self.demand[at]
        row = {idea: position for position, idea in enumerate(at)}
        try:
            return engine.teams(
                self.table.energy[:, at],
                self.level,
                needs,
                np.zeros(len(at), dtype=np.int64),
                needs.sum(axis=1) + SPARE_SEATS,
                capacity=np.full(len(self.free), MOST_TEAMS),
                unit=self.units,
                fixed=[(person, row[idea], role) for person, idea, role in self.pins if idea in row],
                veto=[(person, row[idea]) for person, idea in self.vetoes if idea in row],
                must=self.must[at],
                hours=self.free,
                effort=self.effort[at],
                order=("unfilled", "total") if only_musts else ("unfilled", "min_energy", "total"),
                seed=self.seed,
            )
        except ValueError as error:
            raise Refused(_("The teams could not be calculated: %(error)s") % {"error": error}) from error

    def _places(self, at: Ideas, answer: engine.Teams) -> list[Place]:
        """Return who would sit where: who was asked or pinned, and who would fill a role that is still needed."""
        kept = {(seat.person_id, seat.team.idea_id): seat for seat in self.table.kept}
        left = self.demand.copy()
        found = []
        chosen = [(self.table.bench.seekers[m.person].person, self.table.ideas[at[m.idea]], m) for m in answer.members]
        for person, idea, member in sorted(chosen, key=lambda one: (one[2].idea, (one[0].pk, one[1].pk) not in kept)):
            seat = kept.get((person.pk, idea.pk))
            if seat:
                found.append(Place(idea.pk, person, seat.role, seat.hours_per_week, isinstance(seat, Member)))
            elif member.role >= 0 and left[at[member.idea], member.role] > 0:
                hours = int(self.effort[at[member.idea], member.role])
                found.append(Place(idea.pk, person, self.table.roles[member.role], hours, asked=False))
            if member.role >= 0:
                left[at[member.idea], member.role] -= 1
        return found

    def _missing(self, at: Ideas, places: Sequence[Place]) -> list[Open]:
        """Return the roles that nobody fills in any week."""
        filled = {(place.idea_id, place.role) for place in places}
        needs = [(self.table.ideas[idea].pk, need) for idea in at for need in self.table.needs[idea]]
        return [
            Open(idea, need.role, need.hours_per_week, need.must, 1, self.weeks[idea], whole=True)
            for idea, need in needs
            if (idea, need.role) not in filled
        ]

    def _absent(self, places: Sequence[Place]) -> list[Open]:
        """Return the roles whose person has no hours for it in some weeks."""
        needs = {(self.table.ideas[at].pk, n.role): n.must for at, rows in self.table.needs.items() for n in rows}
        seats = [(place, self.weeks[place.idea_id]) for place in places if place.role != OWNER]
        return [
            Open(
                seat.idea_id,
                seat.role,
                seat.hours_per_week,
                must=needs.get((seat.idea_id, seat.role), False),
                first_week=first,
                last_week=last,
                whole=False,
                some=some,
            )
            for seat, first, last, some in self.calendar.short(seats)
        ]
