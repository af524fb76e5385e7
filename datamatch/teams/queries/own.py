"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.people.models import Person
from datamatch.teams.models import Member


def own_seats(person: Person) -> Tale:
    """Return the teams this person was asked for, and what they answered."""
    told = ("team__idea__title", "role", "hours_per_week", "lead", "state", "asked_at", "answered_at", "answer")
    return {"teams": rows(Member.objects.filter(person=person).values(*told))}
