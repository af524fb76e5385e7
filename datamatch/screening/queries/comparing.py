"""Comparing close calls: what is compared, what one screener still compares, and how far it is."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Exists, OuterRef, Q, QuerySet

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Appointment, Edition
from datamatch.editions.queries import appointed
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import MakersShown
from datamatch.people.models import Person
from datamatch.screening.enums import COMPARED, PAIRS_LEAST, PAIRS_MOST, AssignmentState, Preference, Round, Zone
from datamatch.screening.models import (
    Assignment,
    CloseCall,
    Comparing,
    Comparison,
    Decision,
    ReviewLimit,
    Standing,
)
from datamatch.screening.queries.ranking import latest_calibration
from datamatch.screening.queries.ties import ties_in

Pair = frozenset[int]


def comparing_of(edition: Edition) -> Comparing | None:
    """Return the comparing of an edition, open or closed, or None when nobody opened it."""
    return Comparing.objects.filter(edition=edition).select_related("edition").first()


def open_comparings() -> QuerySet[Comparing]:
    """Return every comparing in which somebody may still compare."""
    published = Decision.objects.filter(
        idea__edition=OuterRef("edition"), round=Round.SHORTLIST, published_at__isnull=False
    )
    going = Comparing.objects.filter(~Exists(published), closed_at=None, edition__stage=Stage.SCREENING)
    return going.select_related("edition").order_by("pk")


def is_comparing(edition: Edition) -> bool:
    """Tell whether close calls are compared in this edition now."""
    return open_comparings().filter(edition=edition).exists()


def standings_to_compare(edition: Edition) -> list[Standing]:
    """Return where the ideas to discuss stand in the last calculation, best first."""
    calibration = latest_calibration(edition)
    if calibration is None:
        return []
    found = calibration.standings.filter(zone=Zone.DISCUSS, idea__state=IdeaState.SENT)
    return list(found.select_related("idea").order_by("place"))


def comparers_in(edition: Edition) -> QuerySet[Person]:
    """Return the screeners who still take part, by name."""
    out = ReviewLimit.objects.filter(edition=edition, is_out=True, screener=OuterRef("pk"))
    return appointed(edition, Duty.SCREENER).filter(~Exists(out)).order_by("name", "pk")


def pairs_each(close_calls: int, screeners: int, *, before: int = 0) -> int:
    """Return how many pairs are asked of every screener, so that each close call is compared often enough.

    Opened again, a few more than were asked `before`.
    """
    wanted = min(max(-(-close_calls * COMPARED // (2 * max(screeners, 1))), PAIRS_LEAST), PAIRS_MOST)
    more = before + PAIRS_LEAST if before else 0
    return min(max(wanted, more), close_calls * (close_calls - 1) // 2)


def close_calls_of(comparing: Comparing) -> list[CloseCall]:
    """Return what is compared and still takes part, by number of the idea."""
    found = comparing.close_calls.filter(idea__state=IdeaState.SENT)
    return list(found.select_related("idea__edition", "idea__theme").order_by("idea__number"))


def free_of(calls: Collection[CloseCall], person: Person) -> set[int]:
    """Return the ideas (row numbers) that this screener may compare.

    They are not tied to them, did not step back from them, and were not told who made them.
    """
    ideas = [call.idea for call in calls]
    ties = ties_in(ideas)
    gone = Assignment.objects.filter(idea__in=ideas, screener=person, state=AssignmentState.ABSTAINED)
    known = MakersShown.objects.filter(idea__in=ideas, person=person)
    kept = {*gone.values_list("idea", flat=True), *known.values_list("idea", flat=True)}
    return {idea.pk for idea in ideas if idea.pk not in kept and ties.between(idea, person) is None}


@dataclass(frozen=True)
class OwnPairs:
    """What one screener compared and may still compare: pairs of ideas by row number, and how many are asked."""

    done: frozenset[Pair]
    open: frozenset[Pair]
    each: int

    @property
    def asked(self) -> int:
        """Return how many pairs are asked of them: fewer than of others when they may not compare enough of them."""
        return max(min(self.each, len(self.done) + len(self.open)), len(self.done))

    @property
    def left(self) -> int:
        """Return how many they still compare."""
        return self.asked - len(self.done)


def own_pairs(comparing: Comparing, calls: Collection[CloseCall], person: Person) -> OwnPairs:
    """Return what this screener compared and may still compare of these close calls."""
    given = comparisons_of(comparing, person).values_list("first", "second")
    here = {call.idea_id for call in calls}
    done = frozenset(frozenset(pair) for pair in given if here.issuperset(pair))
    free = frozenset(frozenset(pair) for pair in combinations(sorted(free_of(calls, person)), 2))
    return OwnPairs(done, free - done, comparing.each)


def comparisons_of(comparing: Comparing, person: Person) -> QuerySet[Comparison]:
    """Return what one screener said, last first; not what they took back."""
    mine = comparing.comparisons.filter(screener=person).exclude(preference="")
    return mine.order_by("-given_at", "-pk")


def taken_back_by(person: Person, comparing: Comparing) -> Comparison | None:
    """Return the pair of which this screener took their answer back, to be answered again; or None."""
    return comparing.comparisons.filter(screener=person, preference="").order_by("-given_at", "-pk").first()


def comparisons_between(comparing: Comparing, ideas: Collection[int]) -> QuerySet[Comparison]:
    """Return every answer about two of these ideas (row numbers), also that somebody cannot compare them."""
    given = comparing.comparisons.filter(first__in=ideas, second__in=ideas).exclude(preference="")
    return given.order_by("first", "second", "screener")


@dataclass(frozen=True)
class ComparingSoFar:
    """How far the comparing is: `ideas` compared, answers `given` by `people`, of which `skipped`; `of` screeners."""

    comparing: Comparing
    ideas: int
    given: int
    skipped: int
    people: int
    of: int


def comparing_so_far(edition: Edition) -> ComparingSoFar | None:
    """Return how far the comparing of an edition is, or None when nobody opened it; never who said what."""
    comparing = comparing_of(edition)
    if comparing is None:
        return None
    ideas = [call.idea_id for call in close_calls_of(comparing)]
    answers = list(comparisons_between(comparing, ideas).values_list("screener", "preference"))
    skipped = sum(preference == Preference.SKIP for _screener, preference in answers)
    people = len({screener for screener, _preference in answers})
    return ComparingSoFar(comparing, len(ideas), len(answers) - skipped, skipped, people, comparers_in(edition).count())


def pairs_asked_of(person: Person) -> dict[Edition, int]:
    """Return in which editions this screener still compares close calls, and how many pairs."""
    mine = Appointment.objects.filter(edition=OuterRef("edition"), person=person, duty=Duty.SCREENER)
    out = Q(Exists(ReviewLimit.objects.filter(edition=OuterRef("edition"), screener=person, is_out=True)))
    going = open_comparings().filter(~out, Exists(mine))
    left = {one.edition: own_pairs(one, close_calls_of(one), person).left for one in going}
    return {edition: count for edition, count in left.items() if count}
