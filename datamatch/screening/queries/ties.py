"""Who is tied to which idea: the facts behind a conflict of interest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from datamatch.ideas.models import CoAuthor, Energy, Idea
from datamatch.people.models import HoursConsent, Person, Profile
from datamatch.people.queries import live_units
from datamatch.screening.enums import Tie
from datamatch.screening.models import Conflict, GroundRules

Gathered = Mapping[int, frozenset[int]]


@dataclass(frozen=True)
class Ties:
    """Facts by row number: who writes, who gave energy, whose unit; so that a whole edition costs few reads."""

    submitter: Mapping[int, int]
    coauthors: Gathered
    invited: Gathered
    energetic: Gathered
    units: Gathered
    unit_of: Mapping[int, int | None]
    lines: Gathered = field(default_factory=dict)
    declared: Gathered = field(default_factory=dict)
    minded: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def between(self, idea: Idea, person: Person) -> Tie | None:
        """Return the first tie between them that counts in the edition of the idea, or None."""
        minded = self.minded.get(idea.edition_id, frozenset(Tie.values))
        return next((tie for tie in self._all(idea.pk, person.pk) if tie in minded), None)

    def _all(self, idea: int, person: int) -> list[Tie]:
        """Return every tie between them, the plainest first."""
        found = {
            Tie.OWN: self.submitter[idea] == person,
            Tie.COAUTHOR: person in self.coauthors.get(idea, ()) or person in self.invited.get(idea, ()),
            Tie.ENERGY: person in self.energetic.get(idea, ()),
            Tie.DECLARED: person in self.declared.get(idea, ()),
            Tie.UNIT: self.unit_of.get(person) in self.units[idea],
            Tie.LINE: person in self.lines.get(idea, ()),
        }
        return [tie for tie, holds in found.items() if holds]


def ties_in(ideas: Iterable[Idea]) -> Ties:
    """Return who is tied to these ideas."""
    ideas = list(ideas)
    coauthors = _gathered(CoAuthor.objects.filter(idea__in=ideas, accepted_at__isnull=False))
    invited = _gathered(CoAuthor.objects.filter(idea__in=ideas, person__isnull=False, accepted_at__isnull=True))
    authors = {idea.pk: frozenset({idea.submitter_id}) | coauthors[idea.pk] for idea in ideas}
    unit_of = dict(Profile.objects.values_list("person_id", "unit_id"))
    return Ties(
        submitter={idea.pk: idea.submitter_id for idea in ideas},
        coauthors=coauthors,
        invited=invited,
        energetic=_gathered(Energy.objects.filter(idea__in=ideas)),
        units=_units(ideas, authors, unit_of),
        unit_of=unit_of,
        lines=_lines(authors),
        declared=_gathered(Conflict.objects.filter(idea__in=ideas, taken_back_at=None)),
        minded={
            rules.edition_id: rules.minded
            for rules in GroundRules.objects.filter(edition__in={i.edition_id for i in ideas})
        },
    )


def _units(ideas: list[Idea], authors: Gathered, unit_of: Mapping[int, int | None]) -> Gathered:
    """Return per idea the units of its writers, and the one it is sent for."""
    homes = live_units()
    return {
        idea.pk: frozenset(
            unit
            for unit in (homes.get(idea.unit_id or 0, idea.unit_id), *map(unit_of.get, authors[idea.pk]))
            if unit is not None
        )
        for idea in ideas
    }


def _lines(authors: Gathered) -> Gathered:
    """Return per idea who agrees to the hours of a writer, or whose hours a writer agrees to."""
    everybody: frozenset[int] = frozenset[int]().union(*authors.values())
    near = lines_of(everybody)
    return {idea: frozenset[int]().union(*(near[one] for one in writers)) for idea, writers in authors.items()}


def lines_of(people: frozenset[int]) -> dict[int, frozenset[int]]:
    """Return per person who agrees to their hours and whose hours they agree to; a line manager is an address."""
    own = dict(Person.objects.filter(pk__in=people).values_list("email", "pk"))
    asked = HoursConsent.objects.filter(Q(person__in=people) | Q(line_manager__email__in=own)).order_by()
    pairs = set(asked.filter(line_manager__isnull=False).values_list("person_id", "line_manager__email"))
    accounts = dict(Person.objects.filter(email__in={email for _person, email in pairs}).values_list("email", "pk"))
    near: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for person, email in pairs:
        if email in accounts:
            near[person] |= {accounts[email]}
            near[accounts[email]] |= {person}
    return {person: near[person] for person in people}


def _gathered(rows: QuerySet[Any]) -> defaultdict[int, frozenset[int]]:
    """Return per idea the persons in these rows."""
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for idea, person in rows.values_list("idea_id", "person_id"):
        found[idea] |= {person}
    return found
