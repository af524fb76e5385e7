"""Who is tied to which idea: the facts behind a conflict of interest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from datamatch.ideas.models import CoAuthor, Energy, Idea
from datamatch.people.models import Profile
from datamatch.people.queries import live_units


@dataclass(frozen=True)
class Ties:
    """Facts by row number: who writes, who gave energy, whose unit; so that a whole edition costs few reads."""

    submitter: Mapping[int, int]
    coauthors: Mapping[int, frozenset[int]]
    invited: Mapping[int, frozenset[int]]
    energetic: Mapping[int, frozenset[int]]
    units: Mapping[int, frozenset[int]]
    unit_of: Mapping[int, int | None]


def ties_in(ideas: Iterable[Idea]) -> Ties:
    """Return who is tied to these ideas."""
    ideas = list(ideas)
    coauthors = _gathered(CoAuthor.objects.filter(idea__in=ideas, accepted_at__isnull=False))
    invited = _gathered(CoAuthor.objects.filter(idea__in=ideas, person__isnull=False, accepted_at__isnull=True))
    energetic = _gathered(Energy.objects.filter(idea__in=ideas))
    unit_of, homes = dict(Profile.objects.values_list("person_id", "unit_id")), live_units()
    units = {
        idea.pk: frozenset(
            unit
            for unit in (
                homes.get(idea.unit_id or 0, idea.unit_id),
                unit_of.get(idea.submitter_id),
                *map(unit_of.get, coauthors[idea.pk]),
            )
            if unit is not None
        )
        for idea in ideas
    }
    submitter = {idea.pk: idea.submitter_id for idea in ideas}
    return Ties(submitter, coauthors, invited, energetic, units, unit_of)


def _gathered(rows) -> Mapping[int, frozenset[int]]:  # type: ignore[no-untyped-def]
    """Return per idea the persons in these rows."""
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for idea, person in rows.values_list("idea_id", "person_id"):
        found[idea] |= {person}
    return found
