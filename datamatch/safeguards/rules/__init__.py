"""Why something may not be done with a gate or a safeguard, and which lane an idea is in."""

from datamatch.ideas.enums import LANE_QUESTIONS
from datamatch.safeguards.rules.gates import (
    why_edition_is_closed,
    why_it_does_not_hold,
    why_not_appoint_owner,
    why_not_decide,
    why_not_meet_condition,
    why_not_open_gate,
    why_not_pass,
    why_not_say,
)
from datamatch.safeguards.rules.lanes import (
    Shown,
    Step,
    lane_of,
    lanes_shown,
    steps_for,
    why_not_see_lane,
)

__all__ = [
    "LANE_QUESTIONS",
    "Shown",
    "Step",
    "lane_of",
    "lanes_shown",
    "steps_for",
    "why_edition_is_closed",
    "why_it_does_not_hold",
    "why_not_appoint_owner",
    "why_not_decide",
    "why_not_meet_condition",
    "why_not_open_gate",
    "why_not_pass",
    "why_not_say",
    "why_not_see_lane",
]
