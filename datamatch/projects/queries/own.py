"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.people.models import Person
from datamatch.projects.models import Report


def own_reports(person: Person) -> Tale:
    """Return the reports this person gave."""
    told = ("project__idea__title", "week", "done", "next", "blocked", "progress", "given_at")
    return {"reports": rows(Report.objects.filter(by=person).values(*told))}
