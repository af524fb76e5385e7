"""What somebody began to write and did not send."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.ideas.enums import DAYS_TO_PUT_BACK, IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries.ideas import ideas_of
from datamatch.people.models import Person


def drafts_of(person: Person) -> QuerySet[Idea]:
    """Return what this person still has to send, newest first."""
    return ideas_of(person).filter(state=IdeaState.DRAFT)


def withdrawn_by(person: Person) -> QuerySet[Idea]:
    """Return the ideas this person withdrew and can send again while the call is open, the last one first."""
    return ideas_of(person).filter(state=IdeaState.WITHDRAWN, edition__stage=Stage.CALL)


def drafts_in(edition: Edition) -> QuerySet[Idea]:
    """Return every idea of an edition that somebody began and did not send."""
    return Idea.objects.filter(edition=edition, state=IdeaState.DRAFT).select_related("edition", "submitter", "theme")


def begun_as(draft: UUID, by: Person) -> Idea | None:
    """Return the idea that this person began on the form with this identity, or None when it is still to begin."""
    return Idea.objects.select_related("edition", "theme").filter(public_id=draft, submitter=by).first()


def thrown_away_by(person: Person, *, at: datetime) -> QuerySet[Idea]:
    """Return the drafts this person threw away and can still put back, the last one first."""
    since = at - timedelta(days=DAYS_TO_PUT_BACK)
    gone = Idea.objects.filter(submitter=person, state=IdeaState.DISCARDED, changed_at__gt=since)
    return gone.select_related("edition").order_by("-changed_at", "-pk")
