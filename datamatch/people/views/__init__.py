"""Pages of people: my profile, finding others, one person; and the wiring of the account pages."""

from datamatch.people.views.others import people, person
from datamatch.people.views.profile import profile

__all__ = ["people", "person", "profile"]
