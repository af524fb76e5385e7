"""Why somebody may not do something with a person, or let one in; None when they may."""

from datamatch.people.rules.admission import (
    why_not_add_domain,
    why_not_invite,
    why_not_keep_domains,
    why_not_register,
    why_not_revoke,
    why_not_use,
)
from datamatch.people.rules.closing import why_not_close
from datamatch.people.rules.profile import (
    LONGEST_WEEK,
    MOST_PERIODS,
    why_not_add_person,
    why_not_add_to_lists,
    why_not_ask,
    why_not_join,
    why_not_keep_photo,
    why_not_keep_profile,
    why_not_know,
    why_not_these_periods,
)
from datamatch.people.rules.sign_on import why_not_enter, why_not_trust
from datamatch.people.rules.units import (
    why_not_add_unit,
    why_not_change_unit,
    why_not_end,
    why_not_keep_units,
    why_not_merge,
    why_not_place,
    why_not_rename,
    why_not_resume,
    why_not_take,
    why_not_undo_merge,
)

__all__ = [
    "LONGEST_WEEK",
    "MOST_PERIODS",
    "why_not_add_domain",
    "why_not_add_person",
    "why_not_add_to_lists",
    "why_not_add_unit",
    "why_not_ask",
    "why_not_change_unit",
    "why_not_close",
    "why_not_end",
    "why_not_enter",
    "why_not_invite",
    "why_not_join",
    "why_not_keep_domains",
    "why_not_keep_photo",
    "why_not_keep_profile",
    "why_not_keep_units",
    "why_not_know",
    "why_not_merge",
    "why_not_place",
    "why_not_register",
    "why_not_rename",
    "why_not_resume",
    "why_not_revoke",
    "why_not_take",
    "why_not_these_periods",
    "why_not_trust",
    "why_not_undo_merge",
    "why_not_use",
]
