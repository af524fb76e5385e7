"""What is said about an idea, in the order in which people read it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.enums import CommentState
from datamatch.ideas.models import Comment, Idea, Mention
from datamatch.ideas.queries.ideas import sees_authors
from datamatch.people.models import Person

HIDDEN_AUTHOR = _("The author of this idea")
EDIT_WINDOW = timedelta(minutes=15)


def comments_on(idea: Idea) -> QuerySet[Comment]:
    """Return what is said about an idea, each talk together, first said first.

    What its writer removed stays only where somebody answered it.
    """
    answered = Comment.objects.filter(Q(thread=OuterRef("pk")) | Q(answers_to=OuterRef("pk")))
    standing = Comment.objects.filter(idea=idea).filter(~Q(state=CommentState.REMOVED) | Exists(answered))
    placed = standing.annotate(talk=Coalesce("thread_id", F("pk"))).order_by("talk", "pk")
    return placed.select_related("by", "answers_to__by").prefetch_related("mentioned")


def shown_writer(comment: Comment, *, to: Person) -> str | Promise:
    """Return who wrote a comment as this reader may know it: for all authors one name while they are hidden."""
    if comment.as_author and not sees_authors(comment.idea, to):
        return HIDDEN_AUTHOR
    return comment.by.name


def place_of(comment_id: UUID, idea: Idea) -> int | None:
    """Return how many comments stand before this one; None when it is not there."""
    order = list(comments_on(idea).prefetch_related(None).values_list("public_id", flat=True))
    return order.index(comment_id) if comment_id in order else None


def comment_count(idea: Idea) -> int:
    """Return how many comments on an idea can be read."""
    return Comment.objects.filter(idea=idea, state=CommentState.SHOWN).count()


def written_since(person: Person, since: datetime) -> int:
    """Return how many comments this person wrote after a moment."""
    return Comment.objects.filter(by=person, written_at__gt=since).count()


def people_to_mention(idea: Idea, text: str) -> QuerySet[Person]:
    """Return the active people with these words in their name; nobody when there are none.

    An idea that was sent may be read by everybody who is signed in, so everybody may be mentioned.
    """
    words = text.split()
    if not words:
        return Person.objects.none()
    found = Person.objects.filter(is_active=True)
    for word in words:
        found = found.filter(name__icontains=word)
    return found.select_related("profile__unit").order_by("name", "pk")


def mentions_of(person: Person) -> QuerySet[Mention]:
    """Return where this person is mentioned in words that can be read, newest first."""
    said = Mention.objects.filter(person=person, comment__state=CommentState.SHOWN)
    return said.select_related("comment__idea__edition", "comment__by").order_by("-comment__written_at", "-pk")
