"""Reads about questions from the hall: what everybody sees, what the asker sees, and what the manager sees."""

from django.db.models import Count, Exists, OuterRef, QuerySet, Value

from datamatch.jury.enums import QuestionState
from datamatch.jury.models import Hall, HallQuestion, Pitch, UpVote
from datamatch.jury.queries.hall import Guest, key_of

ON_THE_WALL = 3


def questions_in(hall: Hall) -> QuerySet[HallQuestion]:
    """Return the questions of a hall with their `votes`, most wanted first; of equals the earliest."""
    counted = HallQuestion.objects.filter(hall=hall).annotate(votes=Count("up_votes"))
    return counted.select_related("pitch__idea").order_by("-votes", "asked_at", "pk")


def questions_shown(hall: Hall, guest: Guest) -> QuerySet[HallQuestion]:
    """Return what a guest may read, with whether they gave it a vote (`voted`)."""
    key = key_of(guest, hall)
    shown = HallQuestion.objects.filter(hall=hall, state__in=[QuestionState.SHOWN, QuestionState.ANSWERED])
    voted = Exists(UpVote.objects.filter(question=OuterRef("pk"), key=key or "nobody"))
    counted = shown.annotate(votes=Count("up_votes"), voted=voted).select_related("pitch__idea")
    return counted.order_by("-state", "-votes", "asked_at", "pk")


def questions_asked_by(hall: Hall, guest: Guest) -> QuerySet[HallQuestion]:
    """Return a guest's own questions, the last one first."""
    key = key_of(guest, hall)
    own = HallQuestion.objects.filter(hall=hall, key=key) if key else HallQuestion.objects.none()
    return own.annotate(votes=Value(0)).order_by("-asked_at", "-pk")


def questions_on_wall(hall: Hall, pitch: Pitch | None) -> QuerySet[HallQuestion]:
    """Return the most wanted open questions about a pitch, for the wall."""
    return questions_in(hall).filter(state=QuestionState.SHOWN, pitch=pitch)[:ON_THE_WALL]


def waiting_of(hall: Hall, guest: Guest) -> int:
    """Return how many questions of this guest nobody read yet."""
    key = key_of(guest, hall)
    return HallQuestion.objects.filter(hall=hall, key=key, state=QuestionState.WAITING).count()
