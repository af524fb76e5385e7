"""Why something may not happen with an edition now; None when it may."""

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
    why_not_open_programme,
    why_not_plan,
    why_not_prepare_edition,
    why_not_remove_themes,
    why_not_resize,
    why_not_set_themes,
)  # fmt: skip

__all__ = [
    "DAYS", "PLANNED", "why_not_appoint", "why_not_dismiss", "why_not_enter", "why_not_have_plan",
    "why_not_in_this_order", "why_not_leave_preparing", "why_not_manage", "why_not_open_programme", "why_not_plan",
    "why_not_prepare_edition", "why_not_remove_themes", "why_not_resize", "why_not_set_themes",
]  # fmt: skip
