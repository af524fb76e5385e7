"""How the reviews are shared: per screener, per idea, and what speaks for or against one more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.people.models import Person
from datamatch.screening.enums import AssignmentState, Tie
from datamatch.screening.models import Assignment, ReviewLimit
from datamatch.screening.queries.assignments import counting_assignments
from datamatch.screening.queries.ties import ties_in


def limits_in(edition: Edition) -> dict[int, ReviewLimit]:
    """Return the limits that were set in an edition, by the row number of the screener."""
    return {limit.screener_id: limit for limit in ReviewLimit.objects.filter(edition=edition)}


def limit_of(person: Person, edition: Edition) -> ReviewLimit | None:
    """Return the limit of one screener, or None when none was set."""
    return ReviewLimit.objects.filter(edition=edition, screener=person).first()


@dataclass(frozen=True)
class Load:
    """What one screener has: reviews given, asked and not given yet, and proposed; and their limit."""

    screener: Person
    done: int = 0
    asked: int = 0
    proposed: int = 0
    limit: ReviewLimit | None = None

    @property
    def all(self) -> int:
        """Return how many reviews that makes."""
        return self.done + self.asked + self.proposed

    @property
    def is_out(self) -> bool:
        """Tell whether they take no part any more."""
        return self.limit is not None and self.limit.is_out

    @property
    def most(self) -> int | None:
        """Return how many they give at most, or None without a limit."""
        if self.is_out:
            return self.done
        return self.limit.most if self.limit else None

    @property
    def is_full(self) -> bool:
        """Tell whether they have as many as they take on, or take no part any more."""
        return self.most is not None and self.all >= self.most


def loads_in(edition: Edition) -> list[Load]:
    """Return what every screener has, by name."""
    counted = counting_assignments(edition).order_by().values_list("screener", "state").annotate(count=Count("pk"))
    has: dict[tuple[int, str], int] = {(screener, state): count for screener, state, count in counted}
    limits = limits_in(edition)
    return [
        Load(
            screener,
            has.get((screener.pk, AssignmentState.DONE), 0),
            has.get((screener.pk, AssignmentState.OPEN), 0),
            has.get((screener.pk, AssignmentState.PROPOSED), 0),
            limits.get(screener.pk),
        )
        for screener in appointed(edition, Duty.SCREENER).select_related("profile__unit").order_by("name", "pk")
    ]


def ideas_shared(edition: Edition) -> QuerySet[Idea]:
    """Return the ideas by how many reviews they have (`shared`), fewest first."""
    counting = Assignment.objects.filter(idea=OuterRef("pk")).exclude(state=AssignmentState.ABSTAINED).order_by()
    shared = Subquery(counting.values("idea").annotate(count=Count("pk")).values("count"))
    return sent_ideas(edition).annotate(shared=Coalesce(shared, 0)).order_by("shared", "number")


def readers_of(ideas: Iterable[Idea]) -> dict[int, list[Assignment]]:
    """Return who reads each of these ideas, or handed it back, by the row number of the idea."""
    found: dict[int, list[Assignment]] = {idea.pk: [] for idea in ideas}
    asked = Assignment.objects.filter(idea__in=list(found)).select_related("screener__profile__unit")
    for assignment in asked.order_by("screener__name", "pk"):
        found[assignment.idea_id].append(assignment)
    return found


def proposals_in(edition: Edition) -> QuerySet[Assignment]:
    """Return what is proposed and not asked yet."""
    proposed = Assignment.objects.filter(idea__in=sent_ideas(edition), state=AssignmentState.PROPOSED)
    return proposed.select_related("idea", "screener")


def missing_in(edition: Edition) -> int:
    """Return how many reviews are neither given, nor asked, nor proposed."""
    asked = dict(counting_assignments(edition).order_by().values_list("idea").annotate(count=Count("pk")))
    ideas = sent_ideas(edition).order_by().values_list("pk", flat=True)
    return sum(max(edition.reviews_per_idea - asked.get(idea, 0), 0) for idea in ideas)


@dataclass(frozen=True)
class Sharing:
    """The reviews of an edition in numbers: given, asked, proposed, and missing."""

    done: int
    asked: int
    proposed: int
    missing: int


def sharing_in(edition: Edition) -> Sharing:
    """Return how the reviews of an edition are shared, in numbers."""
    counted = counting_assignments(edition).aggregate(
        done=Count("pk", filter=Q(state=AssignmentState.DONE)),
        asked=Count("pk", filter=Q(state=AssignmentState.OPEN)),
        proposed=Count("pk", filter=Q(state=AssignmentState.PROPOSED)),
    )
    return Sharing(missing=missing_in(edition), **counted)


@dataclass(frozen=True)
class Candidate:
    """A screener who might read an idea: what they have, the tie that forbids it, and whether their unit reads it."""

    load: Load
    tie: Tie | None
    reads: bool
    unit_reads: bool

    @property
    def is_free(self) -> bool:
        """Tell whether nothing forbids it."""
        return self.tie is None and not self.reads


def candidates_for(idea: Idea, readers: Sequence[Assignment]) -> list[Candidate]:
    """Return who might read an idea: who may first, then whose unit does not yet, then who has least."""
    ties = ties_in([idea])
    reading = {reader.screener_id for reader in readers}
    units = {ties.unit_of.get(one.screener_id) for one in readers if one.state != AssignmentState.ABSTAINED} - {None}
    found = [
        Candidate(
            load,
            ties.between(idea, load.screener),
            load.screener.pk in reading,
            ties.unit_of.get(load.screener.pk) in units,
        )
        for load in loads_in(idea.edition)
    ]
    return sorted(found, key=lambda one: (not one.is_free, one.load.is_full, one.unit_reads, one.load.all))
