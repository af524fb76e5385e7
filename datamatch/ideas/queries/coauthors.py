"""Who writes an idea together, who was asked to, and whom one could ask."""

from datetime import date

from django.db.models import F, Q, QuerySet

from datamatch.ideas.models import CoAuthor, Idea
from datamatch.people.models import Person, Unit
from datamatch.people.queries import units_on


def coauthors_of(idea: Idea) -> QuerySet[CoAuthor]:
    """Return who writes along or was asked to, those who said yes first."""
    order = (F("accepted_at").asc(nulls_last=True), "invited_at", "pk")
    return CoAuthor.objects.here().filter(idea=idea).select_related("idea", "person__profile__unit").order_by(*order)


def invitation_to(idea: Idea, person: Person) -> CoAuthor | None:
    """Return the invitation to this idea that this person did not answer yet."""
    return CoAuthor.objects.waiting().meant_for(person).filter(idea=idea).select_related("invited_by").first()


def invitations_to(person: Person) -> QuerySet[CoAuthor]:
    """Return every invitation that waits for this person's answer, the oldest first."""
    waiting = CoAuthor.objects.waiting().meant_for(person).select_related("idea__edition", "invited_by")
    return waiting.order_by("invited_at", "pk")


def people_to_invite(idea: Idea, text: str) -> QuerySet[Person]:
    """Return the active people with these words in their name who do not write this idea yet; by address only whole.

    Half an address finds nobody: otherwise anybody could read the addresses of all by trying.
    """
    words = text.split()
    if not words:
        return Person.objects.none()
    found = Person.objects.filter(is_active=True)
    for word in words:
        found = found.filter(Q(name__icontains=word) | Q(email=word.lower()))
    taken = CoAuthor.objects.here().filter(idea=idea, person__isnull=False).values("person")
    return found.exclude(pk__in=taken).exclude(pk=idea.submitter_id).select_related("profile__unit")


def units_to_send_for(text: str, *, on: date) -> QuerySet[Unit]:
    """Return the units of this day with all these words in their name, or this abbreviation; none without words."""
    if not text.split():
        return Unit.objects.none()
    found = units_on(on)
    for word in text.split():
        found = found.filter(Q(name__icontains=word) | Q(abbreviation__iexact=word))
    return found
