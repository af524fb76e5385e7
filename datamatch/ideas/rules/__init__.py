"""Why something may not be done with an idea, in a sentence the person reads."""

from datamatch.ideas.rules.ideas import (
    FEWEST_SCREENERS,
    LONGEST_WEEK,
    why_call_is_not_open,
    why_not_change,
    why_not_complete,
    why_not_give_energy,
    why_not_leave_call,
    why_not_say,
    why_not_see,
    why_not_see_authors,
    why_not_see_energy,
    why_not_send,
    why_not_start,
    why_not_withdraw,
)

__all__ = [
    "FEWEST_SCREENERS",
    "LONGEST_WEEK",
    "why_call_is_not_open",
    "why_not_change",
    "why_not_complete",
    "why_not_give_energy",
    "why_not_leave_call",
    "why_not_say",
    "why_not_see",
    "why_not_see_authors",
    "why_not_see_energy",
    "why_not_send",
    "why_not_start",
    "why_not_withdraw",
]
