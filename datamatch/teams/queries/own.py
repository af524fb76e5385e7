"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.people.models import Person
from datamatch.teams.models import Exclusion, Member, SeatChange, Suggestion


def own_seats(person: Person) -> Tale:
    """Return the teams this person was asked for, with their answers, was proposed for, or is left out of, with why."""
    told = (
        "team__idea__title",
        "role",
        "hours_per_week",
        "lead",
        "state",
        "asked_at",
        "answered_at",
        "answer",
        "until_on",
    )
    proposed = ("team__idea__title", "role", "hours_per_week", "made_at")
    left_out = ("edition__name", "team__idea__title", "reason", "at")
    changes = ("member__team__idea__title", "role", "hours_per_week", "state", "asked_at", "answered_at")
    return {
        "teams": rows(Member.objects.filter(person=person).values(*told)),
        "changes of seats": rows(SeatChange.objects.filter(member__person=person).values(*changes)),
        "proposed for teams": rows(Suggestion.objects.filter(person=person).values(*proposed)),
        "left out of teams": rows(Exclusion.objects.filter(person=person).values(*left_out)),
    }
