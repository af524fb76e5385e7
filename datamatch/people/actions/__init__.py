"""Deeds about people: joining, inviting, keeping a profile, closing an account, loading the lists that ship."""

from datamatch.people.actions.adding import add_administrator, add_skill
from datamatch.people.actions.admission import add_domain, remove_domain
from datamatch.people.actions.claims import follow_claims
from datamatch.people.actions.closing import close_account
from datamatch.people.actions.consents import (
    answer_consent,
    ask_line_manager,
    end_consents,
    forget_line_manager,
    remind_line_managers,
    send_overview,
    take_back_consent,
)
from datamatch.people.actions.devices import end_device
from datamatch.people.actions.invitations import invite, revoke_invitation
from datamatch.people.actions.joining import add_person, join, join_by_single_sign_on
from datamatch.people.actions.lists import load_skills, load_units
from datamatch.people.actions.photo import keep_photo, remove_photo
from datamatch.people.actions.profile import keep_profile
from datamatch.people.actions.unit_import import confirm_import, drop_import, drop_old_imports, import_units, read_in
from datamatch.people.actions.unit_merging import merge_unit, undo_merge
from datamatch.people.actions.unit_places import place_unit, take_unit
from datamatch.people.actions.units import add_unit, end_unit, rename_unit, resume_unit, turn_names

__all__ = [
    "add_administrator",
    "add_domain",
    "add_person",
    "add_skill",
    "add_unit",
    "answer_consent",
    "ask_line_manager",
    "close_account",
    "confirm_import",
    "drop_import",
    "drop_old_imports",
    "end_consents",
    "end_device",
    "end_unit",
    "follow_claims",
    "forget_line_manager",
    "import_units",
    "invite",
    "join",
    "join_by_single_sign_on",
    "keep_photo",
    "keep_profile",
    "load_skills",
    "load_units",
    "merge_unit",
    "place_unit",
    "read_in",
    "remind_line_managers",
    "remove_domain",
    "remove_photo",
    "rename_unit",
    "resume_unit",
    "revoke_invitation",
    "send_overview",
    "take_back_consent",
    "take_unit",
    "turn_names",
    "undo_merge",
]
