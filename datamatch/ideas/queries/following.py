"""Who follows which idea, and what they want to be mailed about."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from datamatch.ideas.models import CoAuthor, Energy, Follow, Idea, MailWish
from datamatch.people.models import Person


def followers_of(idea: Idea) -> QuerySet[Person]:
    """Return who follows an idea: its authors, who gave it energy and who asked to; without those who stopped."""
    here = {"idea": idea, "person": OuterRef("pk")}
    by_themselves = (
        Q(pk=idea.submitter_id)
        | Exists(CoAuthor.objects.filter(**here, accepted_at__isnull=False))
        | Exists(Energy.objects.filter(**here))
    )
    found = Person.objects.filter(by_themselves | Exists(Follow.objects.filter(**here, wanted=True)), is_active=True)
    return found.exclude(Exists(Follow.objects.filter(**here, wanted=False)))


def follows(idea: Idea, person: Person) -> bool:
    """Tell whether this person follows the idea."""
    return followers_of(idea).filter(pk=person.pk).exists()


def mail_wish_of(person: Person) -> MailWish:
    """Return what this person wants to be mailed about; the defaults when they never said."""
    return MailWish.objects.filter(person=person).first() or MailWish(person=person)
