"""Pages of people: my profile and account, finding others, units, who may register; and the account pages."""

from datamatch.people.views.admission import accept, add_domain, admission, invite, remove_domain, revoke
from datamatch.people.views.consents import consent, take_back_consent
from datamatch.people.views.line_manager import consent_answer, my_people, send_overview
from datamatch.people.views.others import people, person
from datamatch.people.views.photo import my_photo, photo, remove_photo
from datamatch.people.views.profile import profile
from datamatch.people.views.security import account, close, download, end_device
from datamatch.people.views.unit_deeds import (
    end_unit,
    merge_unit,
    place_unit,
    rename_unit,
    resume_unit,
    take_unit,
    undo_merge,
)
from datamatch.people.views.unit_imports import confirm_import, drop_import, import_units, unit_import
from datamatch.people.views.units import add_unit, unit, units

__all__ = [
    "accept",
    "account",
    "add_domain",
    "add_unit",
    "admission",
    "close",
    "confirm_import",
    "consent",
    "consent_answer",
    "download",
    "drop_import",
    "end_device",
    "end_unit",
    "import_units",
    "invite",
    "merge_unit",
    "my_people",
    "my_photo",
    "people",
    "person",
    "photo",
    "place_unit",
    "profile",
    "remove_domain",
    "remove_photo",
    "rename_unit",
    "resume_unit",
    "revoke",
    "send_overview",
    "take_back_consent",
    "take_unit",
    "undo_merge",
    "unit",
    "unit_import",
    "units",
]
