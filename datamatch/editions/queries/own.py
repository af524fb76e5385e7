"""What is kept in this room about one person, to hand to them."""

from datamatch.editions.models import Appointment, EditionMember
from datamatch.foundation.privacy import Tale, rows
from datamatch.people.models import Person


def own_duties(person: Person) -> Tale:
    """Return the duties this person has, and the closed editions they entered."""
    duties = Appointment.objects.filter(person=person).values("edition__name", "duty", "appointed_at", "by_sign_on")
    return {
        "duties": rows(duties),
        "editions entered": rows(EditionMember.objects.filter(person=person).values("edition__name", "joined_at")),
    }
