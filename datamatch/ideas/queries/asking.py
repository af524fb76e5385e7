"""Who was asked to help with an idea, and who may know of it."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Ask, Idea
from datamatch.ideas.queries.ideas import is_author, sees_authors
from datamatch.people.models import Person


def asks_to(person: Person) -> QuerySet[Ask]:
    """Return what this person is asked, the newest first; an idea that was withdrawn asks nothing."""
    asked = Ask.objects.filter(person=person, idea__state=IdeaState.SENT)
    return asked.select_related("idea__edition", "asked_by").order_by("-asked_at", "pk")


def asks_seen(idea: Idea, *, by: Person) -> QuerySet[Ask]:
    """Return the asks whose answer this reader may see: their own and, among authors, those of each other."""
    mine = Q(asked_by=by)
    seen = mine | Q(by_author=True) if is_author(idea, by) else mine
    return Ask.objects.filter(seen, idea=idea).select_related("person").order_by("asked_at", "pk")


def asked_for(idea: Idea) -> set[int]:
    """Return the row numbers of everybody who was asked to help with this idea."""
    return set(Ask.objects.filter(idea=idea).values_list("person", flat=True))


def asked_today(person: Person, *, at: datetime) -> int:
    """Return how many people this person asked on the day of this moment."""
    day = localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return Ask.objects.filter(asked_by=person, asked_at__gte=day, asked_at__lt=day + timedelta(days=1)).count()


def asker_shown(ask: Ask, *, to: Person) -> Person | None:
    """Return who asks, when this reader may know; None for an author who is still hidden, or who is gone."""
    hidden = ask.by_author and not sees_authors(ask.idea, to)
    gone = ask.asked_by is None or not ask.asked_by.is_active
    return None if hidden or gone else ask.asked_by
