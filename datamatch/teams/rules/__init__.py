"""Why not: one sentence per deed, for the page, the action and the test."""

from datamatch.teams.rules.changing import (
    why_not_answer_change,
    why_not_change_seat,
    why_not_change_to,
    why_not_hand_over,
    why_not_offer_seat,
    why_not_take_back_change,
)
from datamatch.teams.rules.drafting import (
    why_not_allow,
    why_not_ask,
    why_not_ask_everybody,
    why_not_choose_pool,
    why_not_draft,
    why_not_forbid,
    why_not_pin,
    why_not_see_shortlist,
    why_not_set_aside,
)
from datamatch.teams.rules.formation import (
    why_not_form,
    why_not_leave_matching,
    why_not_release,
    why_not_revive,
)
from datamatch.teams.rules.seats import (
    why_not_add,
    why_not_answer,
    why_not_change_team,
    why_not_make_lead,
    why_not_remove,
    why_not_see_team,
)
from datamatch.teams.rules.terms import (
    day_in_words,
    why_not_own_term,
    why_not_renew,
    why_not_stay_until,
    why_not_stop_on,
)

__all__ = [
    "day_in_words",
    "why_not_add",
    "why_not_allow",
    "why_not_answer",
    "why_not_answer_change",
    "why_not_ask",
    "why_not_ask_everybody",
    "why_not_change_seat",
    "why_not_change_team",
    "why_not_change_to",
    "why_not_choose_pool",
    "why_not_draft",
    "why_not_forbid",
    "why_not_form",
    "why_not_hand_over",
    "why_not_leave_matching",
    "why_not_make_lead",
    "why_not_offer_seat",
    "why_not_own_term",
    "why_not_pin",
    "why_not_release",
    "why_not_remove",
    "why_not_renew",
    "why_not_revive",
    "why_not_see_shortlist",
    "why_not_see_team",
    "why_not_set_aside",
    "why_not_stay_until",
    "why_not_stop_on",
    "why_not_take_back_change",
]
