"""Why something may not happen with an edition now; None when it may."""

from datamatch.editions.rules.closing import why_not_ask_extension, why_not_extend, why_not_move_by_clock
from datamatch.editions.rules.leaving import why_not_close_account
from datamatch.editions.rules.planning import (
    DAYS,
    PLANNED,
    why_not_appoint,
    why_not_dismiss,
    why_not_enter,
    why_not_have_plan,
    why_not_in_this_order,
    why_not_leave_preparing,
    why_not_manage,
    why_not_open_in_between,
    why_not_open_programme,
    why_not_plan,
    why_not_prepare_edition,
    why_not_remove_themes,
    why_not_resize,
    why_not_set_themes,
)
from datamatch.editions.rules.questions import (
    why_not_add_question,
    why_not_change_question,
    why_not_move_question,
    why_not_remove_question,
    why_not_set_questions,
    why_not_switch_question,
)

__all__ = [
    "DAYS",
    "PLANNED",
    "why_not_add_question",
    "why_not_appoint",
    "why_not_ask_extension",
    "why_not_change_question",
    "why_not_close_account",
    "why_not_dismiss",
    "why_not_enter",
    "why_not_extend",
    "why_not_have_plan",
    "why_not_in_this_order",
    "why_not_leave_preparing",
    "why_not_manage",
    "why_not_move_by_clock",
    "why_not_move_question",
    "why_not_open_in_between",
    "why_not_open_programme",
    "why_not_plan",
    "why_not_prepare_edition",
    "why_not_remove_question",
    "why_not_remove_themes",
    "why_not_resize",
    "why_not_set_questions",
    "why_not_set_themes",
    "why_not_switch_question",
]
