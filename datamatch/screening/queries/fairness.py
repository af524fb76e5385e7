"""The ground rules of an edition, who does not judge what, and who decides in somebody's place."""

from dataclasses import dataclass

from django.db.models import QuerySet

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import readable_ideas, sees_units, sent_ideas
from datamatch.people.models import Person
from datamatch.screening.enums import Tie
from datamatch.screening.models import Conflict, Deputy, GroundRules
from datamatch.screening.queries.ties import ties_in

JUDGING = frozenset({Duty.MANAGER, Duty.SCREENER, Duty.JUROR})


def ground_rules_of(edition: Edition) -> GroundRules:
    """Return the ground rules of an edition; those that every edition begins with where nobody changed them."""
    return GroundRules.objects.filter(edition=edition).first() or GroundRules(edition=edition)


def judges(person: Person, edition: Edition) -> bool:
    """Tell whether somebody screens, chooses or decides in this edition."""
    return bool(JUDGING & duties_of(person, edition)) or is_manager(person, edition)


def conflict_between(idea: Idea, person: Person) -> Conflict | None:
    """Return the tie to this idea that somebody declared and that holds."""
    return Conflict.objects.filter(idea=idea, person=person, taken_back_at=None).first()


def conflicts_in(edition: Edition) -> QuerySet[Conflict]:
    """Return the ties that people declared in an edition and that hold, first declared first."""
    held = Conflict.objects.filter(idea__in=sent_ideas(edition), taken_back_at=None)
    return held.select_related("idea", "person")


@dataclass(frozen=True)
class Unjudged:
    """An idea that somebody does not judge, which tie that is, and what they declared themselves."""

    idea: Idea
    tie: Tie
    conflict: Conflict | None = None


def unjudged_by(person: Person, edition: Edition) -> list[Unjudged]:
    """Return the ideas somebody may read, does not judge and may know the reason of, by number.

    A tie by unit or line tells whose idea it is; those wait until this person may read the names.
    """
    ideas = list(readable_ideas(edition, to=person).select_related("edition"))
    declared = {c.idea_id: c for c in conflicts_in(edition).filter(person=person)}
    ties = ties_in(ideas)
    found = [Unjudged(idea, tie, declared.get(idea.pk)) for idea in ideas if (tie := ties.between(idea, person))]
    names = sees_units(edition, person)
    return [one for one in found if names or not one.tie.unmasks]


def declarable_ideas(person: Person, edition: Edition) -> QuerySet[Idea]:
    """Return the ideas somebody may read and has not declared a tie to yet, by number."""
    declared = conflicts_in(edition).filter(person=person).order_by().values("idea")
    return readable_ideas(edition, to=person).exclude(pk__in=declared)


def deputy_of(idea: Idea) -> Deputy | None:
    """Return who decides about this idea in the place of a manager, or None."""
    return Deputy.objects.filter(idea=idea).select_related("person").first()


def is_deputy(person: Person, idea: Idea) -> bool:
    """Tell whether this person decides about this idea in the place of a manager."""
    return Deputy.objects.filter(idea=idea, person=person).exists()


def deputised_to(person: Person) -> QuerySet[Deputy]:
    """Return what somebody was asked to decide about in the place of a manager, first named first."""
    return Deputy.objects.filter(person=person).select_related("idea__edition")
