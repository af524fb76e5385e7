"""Ideas that are tried again in a later edition."""

from django.db.models import QuerySet

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import editions_entered
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries.ideas import is_author, sees_authors
from datamatch.people.models import Person


def open_calls_for(person: Person) -> QuerySet[Edition]:
    """Return the editions whose call is open to this person, newest first."""
    return editions_entered(by=person).filter(stage=Stage.CALL).select_related("programme").order_by("-number", "-pk")


def earlier_shown(idea: Idea, *, to: Person) -> Idea | None:
    """Return the idea that this one tries again, for who may know who wrote it: the earlier one tells that."""
    if idea.earlier is None or not sees_authors(idea, to):
        return None
    return idea.earlier if is_author(idea.earlier, to) or may_read(idea.earlier, to) else None


def may_read(idea: Idea, person: Person) -> bool:
    """Tell whether somebody who did not write an idea may read it: it takes part where they may enter."""
    return idea.state == IdeaState.SENT and not idea.edition.is_sealed and idea.edition.lets_in(person)


def later_shown(idea: Idea, *, to: Person) -> list[Idea]:
    """Return the later tries of an idea that this reader may know of: sent, and with authors that are not hidden."""
    tries = idea.later.filter(state=IdeaState.SENT).select_related("edition").order_by("made_at", "pk")
    return [one for one in tries if sees_authors(one, to) and (is_author(one, to) or may_read(one, to))]


def tried_in(idea: Idea, edition: Edition) -> Idea | None:
    """Return the try of an idea in this edition, or None; what was thrown away is no try."""
    return idea.later.filter(edition=edition).exclude(state=IdeaState.DISCARDED).first()
