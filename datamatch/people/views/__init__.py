"""Pages of people: my profile and photo, finding others, one person; and the wiring of the account pages."""

from datamatch.people.views.others import people, person
from datamatch.people.views.photo import my_photo, photo, remove_photo
from datamatch.people.views.profile import profile

__all__ = ["my_photo", "people", "person", "photo", "profile", "remove_photo"]
