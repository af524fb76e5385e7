"""What can be read about gates and safeguards."""

from datetime import date

from django.db.models import Case, QuerySet, Value, When

from datamatch.foundation.privacy import Tale, rows
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import authors_of
from datamatch.people.enums import Audience
from datamatch.people.models import Person
from datamatch.safeguards.enums import OWNERS, Aspect, Moment, Question, Verdict, questions
from datamatch.safeguards.models import Gate, Safeguard


def gate_of(idea: Idea, moment: str) -> Gate | None:
    """Return the gate of an idea at a moment, or None when it was not opened."""
    return Gate.objects.filter(idea=idea, moment=moment).first()


def safeguards_of(gate: Gate) -> list[Safeguard]:
    """Return the safeguards of a gate in the order of the aspects."""
    order = list(Aspect)
    found = gate.safeguards.select_related("owner", "gate__idea__edition")
    return sorted(found, key=lambda safeguard: order.index(Aspect(safeguard.aspect)))


def safeguards_for(person: Person) -> QuerySet[Safeguard]:
    """Return the safeguards this person owns: open ones first, then the longest waiting first."""
    return open_first(Safeguard.objects.filter(owner=person))


def safeguards_without_owner(person: Person) -> QuerySet[Safeguard]:
    """Return the open safeguards without owner that fit the discipline of this person."""
    profile = getattr(person, "profile", None)
    fitting = [aspect for aspect, fit in OWNERS.items() if profile and profile.discipline in fit]
    return open_first(Safeguard.objects.filter(owner__isnull=True, aspect__in=fitting))


def open_first(safeguards: QuerySet[Safeguard]) -> QuerySet[Safeguard]:
    """Return safeguards with their gate and idea, those without a verdict first."""
    settled = Case(When(verdict=Verdict.OPEN, then=Value(0)), default=Value(1))
    return safeguards.select_related("gate__idea__edition", "gate__idea__theme").order_by(
        settled, "gate__opened_at", "pk"
    )


def questions_for(aspect: str, moment: str = Moment.START) -> list[Question]:
    """Return the questions to consider for an aspect at a moment."""
    return [question for question in questions() if question.aspect == aspect and moment in question.moments]


def fitting_owners(safeguard: Safeguard) -> QuerySet[Person]:
    """Return active people of a discipline that fits the aspect, authors of the idea left out.

    Who keeps their discipline for themselves is not found by it.
    """
    fit = OWNERS[Aspect(safeguard.aspect)]
    authors = [author.pk for author in authors_of(safeguard.gate.idea)]
    people = Person.objects.filter(is_active=True, profile__discipline__in=fit).exclude(pk__in=authors)
    people = people.exclude(profile__discipline_for=Audience.ME)
    return people.select_related("profile__unit").order_by("name", "pk")


def has_expired(safeguard: Safeguard, *, on: date) -> bool:
    """Tell whether the verdict on a safeguard no longer holds on that day."""
    return safeguard.expires_on is not None and safeguard.expires_on < on


def holds(safeguard: Safeguard, *, on: date) -> bool:
    """Tell whether a safeguard lets the work go on that day: go, or go with its condition met, and not expired."""
    met = safeguard.verdict == Verdict.GO_IF and safeguard.condition_met_at is not None
    return not has_expired(safeguard, on=on) and (safeguard.verdict == Verdict.GO or met)


def own_safeguards(person: Person) -> Tale:
    """Return the safeguards this person owns, with what they said: what is kept about them here."""
    told = (
        "gate__idea__title",
        "gate__moment",
        "aspect",
        "verdict",
        "evidence",
        "condition",
        "decided_at",
        "expires_on",
    )
    return {"safeguards": rows(Safeguard.objects.filter(owner=person).values(*told))}
