"""Who asks to join which idea, and who waits for an answer."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from datamatch.editions.enums import ORDER, Stage
from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea, JoinRequest
from datamatch.people.models import Person

REMIND_AFTER = (timedelta(days=3), timedelta(days=7))
NUDGE_AGAIN_AFTER = timedelta(days=2)
ANSWERED_IN = tuple(stage for stage in ORDER if ORDER.index(stage) < ORDER.index(Stage.DELIVERY))


def requests_to(idea: Idea) -> QuerySet[JoinRequest]:
    """Return who asked to join an idea, with what they offer, first asked first."""
    asked = JoinRequest.objects.filter(energy__idea=idea).select_related("energy__person__profile__unit")
    return asked.order_by("waits_since", "pk")


def requests_of(person: Person) -> QuerySet[JoinRequest]:
    """Return what this person asked to join, newest first."""
    asked = JoinRequest.objects.filter(energy__person=person).of_sent_ideas().select_related("energy__idea__edition")
    return asked.order_by("-energy__stated_at", "-pk")


def request_from(idea: Idea, person: Person) -> JoinRequest | None:
    """Return the request of this person to join the idea, with the answer it got."""
    return JoinRequest.objects.filter(energy__idea=idea, energy__person=person).first()


def requests_waiting(*, at: datetime) -> QuerySet[JoinRequest]:
    """Return every request that can and should be answered now, the one that waits longest first."""
    open_now = JoinRequest.objects.of_sent_ideas().filter(energy__idea__edition__stage__in=ANSWERED_IN)
    return open_now.waiting(at=at).select_related("energy__idea__edition")


def requests_waiting_for(person: Person, *, at: datetime) -> QuerySet[JoinRequest]:
    """Return the requests that wait for an answer of this person."""
    mine = Idea.objects.of_author(person).order_by().values("pk")
    return requests_waiting(at=at).filter(energy__idea__in=mine)


def requests_waiting_at(idea: Idea, *, at: datetime) -> QuerySet[JoinRequest]:
    """Return the requests to join this idea that its authors have to answer."""
    return requests_waiting(at=at).filter(energy__idea=idea)


def requests_overdue(edition: Edition, *, at: datetime) -> QuerySet[JoinRequest]:
    """Return the requests in an edition that got no answer after the last reminder, longest waiting first."""
    late = requests_waiting(at=at).filter(energy__idea__edition=edition, waits_since__lte=at - REMIND_AFTER[-1])
    return late.select_related("energy__idea__submitter", "energy__person")
