"""What comes next for a screener, how long it still takes, what was asked back, and what others gave."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.ideas.models import AlikePair, Idea
from datamatch.people.models import Person
from datamatch.screening.enums import AssignmentState
from datamatch.screening.models import AskBack, Assignment, GroundRules, Review, ReviewDraft
from datamatch.screening.queries.assignments import assignments_of

# A longer time between two reviews was a pause; fewer of them say nothing about somebody's pace.
ONE_SITTING, FEWEST_TIMED, ROUNDED_TO = timedelta(minutes=30), 3, 5


def next_assignment(person: Person, edition: Edition) -> Assignment | None:
    """Return the review this screener gives next, or None at the end or when all that is left waits for an answer.

    First what looks like the idea they read last, so that near doubles are judged beside each other; then what was
    read least by others.
    """
    others = Assignment.objects.filter(idea=OuterRef("idea"), state=AssignmentState.DONE).order_by()
    read = Subquery(others.values("idea").annotate(count=Count("pk")).values("count"))
    beside = When(idea__in=alike(last_read(person, edition)), then=Value(0))
    todo = assignments_of(person, edition).filter(state=AssignmentState.OPEN).exclude(waiting_of(person))
    ranked = todo.annotate(beside=Case(beside, default=Value(1), output_field=IntegerField()), read=Coalesce(read, 0))
    return ranked.order_by("beside", "read", "pk").first()


def waiting_of(person: Person) -> Exists:
    """Return the condition on assignments that this screener waits for an answer of the makers."""
    return Exists(AskBack.objects.filter(idea=OuterRef("idea"), asked_by=person, waits=True, answered_at=None))


def waiting_count(person: Person, edition: Edition) -> int:
    """Return how many reviews of this screener wait for an answer."""
    return assignments_of(person, edition).filter(waiting_of(person), state=AssignmentState.OPEN).count()


def last_read(person: Person, edition: Edition) -> int | None:
    """Return the row number of the idea this screener reviewed last."""
    mine = Review.objects.filter(assignment__screener=person, assignment__idea__edition=edition)
    return mine.order_by("-given_at", "-pk").values_list("assignment__idea", flat=True).first()


def alike(idea: int | None) -> list[int]:
    """Return the row numbers of the ideas that look like this one."""
    pairs = AlikePair.objects.to_look_at().filter(Q(first=idea) | Q(second=idea)).order_by()
    return [first if second == idea else second for first, second in pairs.values_list("first", "second")]


def minutes_left(person: Person, edition: Edition, left: int) -> int | None:
    """Return about how many minutes `left` reviews take, from this screener's own pace; None when it is not known.

    The pace is the median time between two reviews given in one sitting.
    """
    given = Review.objects.filter(assignment__screener=person, assignment__idea__edition=edition).order_by("given_at")
    moments = list(given.values_list("given_at", flat=True))
    gaps = [later - earlier for earlier, later in pairwise(moments) if later - earlier <= ONE_SITTING]
    if len(gaps) < FEWEST_TIMED:
        return None
    minutes = left * median(gap.total_seconds() for gap in gaps) / 60
    return max(round(minutes / ROUNDED_TO) * ROUNDED_TO, ROUNDED_TO)


def draft_of(assignment: Assignment) -> ReviewDraft | None:
    """Return what its screener filled in so far."""
    return ReviewDraft.objects.filter(assignment=assignment).first()


def open_question(assignment: Assignment) -> AskBack | None:
    """Return the question of this screener that waits for an answer."""
    return AskBack.objects.filter(idea=assignment.idea, asked_by=assignment.screener, answered_at=None).first()


def questions_to(person: Person) -> QuerySet[AskBack]:
    """Return the questions about this person's ideas that wait for an answer."""
    own = Idea.objects.of_author(person).filter(edition__stage=Stage.SCREENING)
    return AskBack.objects.filter(idea__in=own, answered_at=None).select_related("idea")


def reviews_by_others(assignment: Assignment) -> QuerySet[Review]:
    """Return what others gave the idea, in an order that tells nothing."""
    others = Review.objects.filter(assignment__idea=assignment.idea, assignment__state=AssignmentState.DONE)
    return others.exclude(assignment=assignment).order_by("public_id").prefetch_related("scores__criterion")


def names_of_readers(idea: Idea) -> list[str]:
    """Return the names of who gave a review of this idea that counts, by name; who gave what is not in it."""
    done = Assignment.objects.filter(idea=idea, state=AssignmentState.DONE)
    return list(done.order_by("screener__name").values_list("screener__name", flat=True))


def rules_due_after(today: date) -> QuerySet[GroundRules]:
    """Return the ground rules of editions in screening whose reviews are wanted today or later."""
    running = GroundRules.objects.filter(edition__stage=Stage.SCREENING, reviews_due_on__gte=today)
    return running.select_related("edition").order_by("edition")


def open_before(edition: Edition, moment: datetime) -> QuerySet[Assignment]:
    """Return the reviews that were asked before a moment and are not given."""
    return Assignment.objects.filter(idea__edition=edition, state=AssignmentState.OPEN, assigned_at__lt=moment)
