"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale
from datamatch.ideas.models import Energy
from datamatch.ideas.queries.ideas import ideas_of
from datamatch.people.models import Person


def own_ideas(person: Person) -> Tale:
    """Return the ideas this person sent or writes, and the energy they gave."""
    told = ("title", "demand", "data", "result", "state", "unit_name", "made_at", "sent_at")
    given = Energy.objects.filter(person=person)
    return {
        "ideas": list(ideas_of(person).values("public_id", *told)),
        "energy": list(given.values("idea__title", "kind", "role", "hours_per_week", "why", "stated_at")),
    }
