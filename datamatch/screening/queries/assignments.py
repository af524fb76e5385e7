"""Who is asked for what, and how far it is."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.people.models import Person
from datamatch.screening.enums import FLOOR, AssignmentState
from datamatch.screening.models import Assignment, Review


def assignments_of(person: Person, edition: Edition) -> QuerySet[Assignment]:
    """Return what one screener was asked: to do first, then done, then handed back; each in their own order."""
    mine = Assignment.objects.filter(screener=person, idea__in=sent_ideas(edition))
    # The words happen to sort as wanted: open, done, abstained is descending order. A proposal is not theirs yet.
    mine = mine.exclude(state=AssignmentState.PROPOSED)
    return mine.select_related("idea__theme").order_by("-state", "pk")


@dataclass(frozen=True)
class Share:
    """How far one screener is, in reviews."""

    done: int
    asked: int

    @property
    def left(self) -> int:
        """Return how many reviews are still to be given."""
        return self.asked - self.done


def share_of(person: Person, edition: Edition) -> Share:
    """Return how far one screener is; what they handed back does not count."""
    mine = assignments_of(person, edition).exclude(state=AssignmentState.ABSTAINED).order_by()
    counted = mine.aggregate(done=Count("pk", filter=Q(state=AssignmentState.DONE)), asked=Count("pk"))
    return Share(done=counted["done"], asked=counted["asked"])


@dataclass(frozen=True)
class Progress:
    """How far the reviews of an edition are: `asked` and `done` in reviews, the rest as named."""

    asked: int
    done: int
    abstained: int
    ideas: int
    ideas_with_two: int


def progress_in(edition: Edition) -> Progress:
    """Return how far the reviews of an edition are."""
    assigned = Assignment.objects.filter(idea__in=sent_ideas(edition)).order_by()
    counted = assigned.aggregate(
        asked=Count("pk", filter=Q(state__in=[AssignmentState.OPEN, AssignmentState.DONE])),
        done=Count("pk", filter=Q(state=AssignmentState.DONE)),
        abstained=Count("pk", filter=Q(state=AssignmentState.ABSTAINED)),
    )
    ideas = sent_ideas(edition).count()
    return Progress(ideas=ideas, ideas_with_two=ideas - thinly_reviewed(edition).count(), **counted)


def thinly_reviewed(edition: Edition) -> QuerySet[Idea]:
    """Return the ideas with fewer than two reviews, annotated with `given` reviews."""
    done = Assignment.objects.filter(idea=OuterRef("pk"), state=AssignmentState.DONE).order_by()
    given = Subquery(done.values("idea").annotate(count=Count("pk")).values("count"))
    return sent_ideas(edition).annotate(given=Coalesce(given, 0)).filter(given__lt=FLOOR)


def counting_assignments(edition: Edition) -> QuerySet[Assignment]:
    """Return what is asked or proposed in an edition and not handed back."""
    return Assignment.objects.filter(idea__in=sent_ideas(edition)).exclude(state=AssignmentState.ABSTAINED)


def counting_reviews(edition: Edition) -> QuerySet[Review]:
    """Return the reviews that count: given, not handed back, of ideas that take part."""
    counting = Review.objects.filter(assignment__state=AssignmentState.DONE, assignment__idea__in=sent_ideas(edition))
    return counting.select_related("assignment")


def reviews_of(idea: Idea) -> QuerySet[Review]:
    """Return the reviews of one idea that count."""
    return Review.objects.filter(assignment__idea=idea, assignment__state=AssignmentState.DONE)


def review_of(assignment: Assignment) -> Review | None:
    """Return what was given for an assignment so far."""
    return Review.objects.filter(assignment=assignment).first()
