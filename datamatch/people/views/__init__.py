"""Pages of people: my profile and account, finding others, who may register; and the wiring of the account pages."""

from datamatch.people.views.admission import accept, add_domain, admission, invite, remove_domain, revoke
from datamatch.people.views.others import people, person
from datamatch.people.views.photo import my_photo, photo, remove_photo
from datamatch.people.views.profile import profile
from datamatch.people.views.security import account, close, download

__all__ = [
    "accept",
    "account",
    "add_domain",
    "admission",
    "close",
    "download",
    "invite",
    "my_photo",
    "people",
    "person",
    "photo",
    "profile",
    "remove_domain",
    "remove_photo",
    "revoke",
]
