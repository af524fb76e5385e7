"""Screeners compare the close calls two at a time, each as they see the ideas."""

from datamatch.editions.models import Criterion
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening.actions import close_comparing, compare, open_comparing
from datamatch.screening.enums import Preference
from datamatch.screening.models import Comparing
from datamatch.screening.queries import close_calls_of, comparers_in, own_pairs
from datamatch.screening.weighing import next_pair
from datamatch.story.actions.journey import Journey


def compare_close_calls(journey: Journey) -> None:
    """Let every screener compare what is asked of them, and end it, so that the outcome stands beside the ranking."""
    edition, by = journey.edition, journey.manager
    comparing = open_comparing(edition=edition, by=by, at=journey.clock.tick())
    journey.simulated.append("comparisons")
    for screener in comparers_in(edition):
        while pair := pair_for(comparing, screener):
            preference = preferred(journey, pair, screener)
            compare(comparing=comparing, ideas=pair, preference=preference, by=screener, at=journey.clock.tick())
    close_comparing(edition=edition, by=by, at=journey.clock.tick())


def pair_for(comparing: Comparing, screener: Person) -> tuple[Idea, Idea] | None:
    """Return the two ideas that a screener compares next, or None at the end."""
    calls = close_calls_of(comparing)
    pair = next_pair(comparing, calls, own_pairs(comparing, calls, screener), screener)
    return (pair[0], pair[1]) if pair else None


def preferred(journey: Journey, pair: tuple[Idea, Idea], screener: Person) -> str:
    """Return which of two ideas a screener puts first: the one they would score higher today."""
    rows = journey.rows()
    criteria = list(Criterion.objects.filter(edition=journey.edition).values_list("slug", flat=True))

    def judged(idea: Idea) -> int:
        return sum(journey.world.scores(rows[idea.pk], screener.email, criteria, occasion="comparison").values())

    one, other = map(judged, pair)
    if one == other:
        return Preference.EQUAL
    return Preference.FIRST if one > other else Preference.SECOND
