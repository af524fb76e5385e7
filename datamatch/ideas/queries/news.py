"""What happened to ideas in a stretch of time, for the daily mail to who follows them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from datamatch.ideas.enums import CommentState, IdeaState, JoinAnswer
from datamatch.ideas.models import Comment, Idea, JoinRequest, Version
from datamatch.people.models import Person


@dataclass(frozen=True)
class Said:
    """One comment: who wrote it, and to whom in person it speaks (by key)."""

    by: int
    to: frozenset[int]


@dataclass
class News:
    """What happened to one idea."""

    idea: Idea
    comments: list[Said] = field(default_factory=list)
    joiners: int = 0
    answered: set[int] = field(default_factory=set)
    changed_by: set[int | None] = field(default_factory=set)
    withdrawn: bool = False
    merged: bool = False

    def comments_for(self, person: Person, *, told: bool) -> int:
        """Return how many comments are new to this person; what was said to them in person may be told already."""
        return sum(one.by != person.pk and not (told and person.pk in one.to) for one in self.comments)

    def said_to(self, person: Person) -> int:
        """Return how many comments answer or mention this person."""
        return sum(one.by != person.pk and person.pk in one.to for one in self.comments)

    @property
    def meant(self) -> set[int]:
        """Return the keys of everybody who is spoken to in person."""
        return set().union(self.answered, *(one.to for one in self.comments))


def news_between(since: datetime, until: datetime) -> list[News]:
    """Return what happened to ideas after one moment and not after the other, by edition and number."""
    found: dict[int, News] = {}

    def of(idea: Idea) -> News:
        return found.setdefault(idea.pk, News(idea))

    for idea in ideas_gone(since, until):
        of(idea).withdrawn = idea.state == IdeaState.WITHDRAWN
        of(idea).merged = idea.state == IdeaState.MERGED
    for version in new_versions(since, until):
        of(version.idea).changed_by.add(version.by_id)
    for comment in comments_between(since, until):
        meant = {person.pk for person in comment.mentioned.all()}
        meant |= {comment.answers_to.by_id} if comment.answers_to else set()
        of(comment.idea).comments.append(Said(comment.by_id, frozenset(meant)))
    asked = JoinRequest.objects.of_sent_ideas().select_related("energy__idea__edition")
    for request in asked.filter(answer=JoinAnswer.WAITING, waits_since__gt=since, waits_since__lte=until):
        of(request.energy.idea).joiners += 1
    for request in asked.filter(answered_at__gt=since, answered_at__lte=until):
        of(request.energy.idea).answered.add(request.energy.person_id)
    return sorted(found.values(), key=lambda news: (news.idea.edition_id, news.idea.number or 0))


def ideas_gone(since: datetime, until: datetime) -> QuerySet[Idea]:
    """Return the ideas that were sent, and in this time withdrawn or made part of a new one."""
    gone = Idea.objects.filter(state__in=[IdeaState.WITHDRAWN, IdeaState.MERGED], sent_at__isnull=False)
    return gone.filter(changed_at__gt=since, changed_at__lte=until).select_related("edition")


def new_versions(since: datetime, until: datetime) -> QuerySet[Version]:
    """Return the other words that ideas which take part got in this time."""
    changed = Version.objects.filter(number__gt=1, idea__state=IdeaState.SENT)
    return changed.filter(at__gt=since, at__lte=until).select_related("idea__edition")


def comments_between(since: datetime, until: datetime) -> list[Comment]:
    """Return the comments that can be read, with whom they speak to."""
    said = Comment.objects.filter(state=CommentState.SHOWN, idea__state=IdeaState.SENT)
    said = said.filter(written_at__gt=since, written_at__lte=until)
    return list(said.select_related("idea__edition", "answers_to").prefetch_related("mentioned"))
