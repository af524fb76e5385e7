"""What was reported, what was done with it, and who may decide."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q, QuerySet

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.ideas.enums import CommentState, IdeaState
from datamatch.ideas.models import Comment, Complaint, Idea, Moderation, Note
from datamatch.ideas.queries.ideas import authors_of
from datamatch.people.models import Person

TAKING_PART = (IdeaState.SENT, IdeaState.HIDDEN, IdeaState.TAKEN_OFF)


@dataclass
class Matter:
    """An idea or a comment about which something has to be decided: its open complaints, and an objection."""

    idea: Idea
    comment: Comment | None
    complaints: list[Complaint] = field(default_factory=list)
    objection: Moderation | None = None

    @property
    def since(self) -> datetime:
        """Return since when it waits."""
        moments = [complaint.made_at for complaint in self.complaints]
        if self.objection and self.objection.objected_at:
            moments.append(self.objection.objected_at)
        return min(moments)


def concerned_in(idea: Idea, comment: Comment | None) -> list[Person]:
    """Return whose words these are: the writer of the comment, or the authors of the idea."""
    return [comment.by] if comment else authors_of(idea)


def deciders_on(idea: Idea, comment: Comment | None) -> list[Person]:
    """Return who may decide: the managers whom it is not about and who did not decide before, else administrators."""
    barred = {person.pk for person in concerned_in(idea, comment)}
    if objection := open_objection(idea, comment):
        barred.add(objection.by_id or 0)
    managers = appointed(idea.edition, Duty.MANAGER).filter(is_active=True).exclude(pk__in=barred)
    return list(managers) or list(Person.objects.filter(is_staff=True, is_active=True).exclude(pk__in=barred))


def moderations_of(idea: Idea, comment: Comment | None) -> QuerySet[Moderation]:
    """Return what was done with this idea or comment, newest first."""
    return Moderation.objects.filter(idea=idea, comment=comment)


def open_objection(idea: Idea, comment: Comment | None) -> Moderation | None:
    """Return the objection that waits for another manager."""
    return moderations_of(idea, comment).filter(objected_at__isnull=False, answered_by__isnull=True).first()


def open_complaints(idea: Idea, comment: Comment | None) -> QuerySet[Complaint]:
    """Return the complaints about this idea or comment that wait."""
    return Complaint.objects.open().filter(idea=idea, comment=comment).select_related("by")


def matters_in(edition: Edition, *, to: Person) -> list[Matter]:
    """Return what waits for a decision in an edition, longest first; nothing about the words of this reader."""
    here = Q(idea__edition=edition, idea__state__in=TAKING_PART) & ~Q(comment__state=CommentState.REMOVED)
    rows = ("idea__edition", "comment__by")
    found: dict[tuple[int, int | None], Matter] = {}

    def matter(row: Complaint | Moderation) -> Matter:
        return found.setdefault((row.idea_id, row.comment_id), Matter(row.idea, row.comment))

    for complaint in (
        Complaint.objects.open().filter(here).select_related(*rows, "by").prefetch_related("comment__mentioned")
    ):
        matter(complaint).complaints.append(complaint)
    objections = Moderation.objects.filter(here, objected_at__isnull=False, answered_by__isnull=True)
    for moderation in objections.select_related(*rows).prefetch_related("comment__mentioned"):
        matter(moderation).objection = moderation
    mine = set(Idea.objects.of_author(to).filter(edition=edition).order_by().values_list("pk", flat=True))
    others = [one for one in found.values() if not is_about(one, to, mine)]
    return sorted(others, key=lambda one: one.since)


def is_about(matter: Matter, person: Person, own_ideas: set[int]) -> bool:
    """Tell whether these are the words of this person."""
    return matter.comment.by_id == person.pk if matter.comment else matter.idea.pk in own_ideas


def last_moderations(comments: Iterable[Comment]) -> dict[int, Moderation]:
    """Return what was done last with each of these comments, by key; nothing for the others."""
    done: dict[int, list[Moderation]] = defaultdict(list)
    for moderation in Moderation.objects.filter(comment__in=list(comments)):
        if moderation.comment_id:
            done[moderation.comment_id].append(moderation)
    return {comment: moderations[0] for comment, moderations in done.items()}


def notes_on(idea: Idea) -> QuerySet[Note]:
    """Return what managers wrote down about an idea, newest first."""
    return Note.objects.filter(idea=idea).select_related("by")
