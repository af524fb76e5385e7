"""What people do in screening."""

from datamatch.screening.actions.decisions import decide, prepare_decisions, publish_decisions
from datamatch.screening.actions.fairness import (
    declare_conflict,
    name_deputy,
    set_ground_rules,
    take_back_conflict,
)
from datamatch.screening.actions.ranking import ask_advised, calibrate, calibrate_changed, forget_severities
from datamatch.screening.actions.reviews import Assigned, assign_reviews, give_review, step_back

__all__ = [
    "Assigned", "ask_advised", "assign_reviews", "calibrate", "calibrate_changed", "decide", "declare_conflict",
    "forget_severities", "give_review", "name_deputy", "prepare_decisions", "publish_decisions", "set_ground_rules",
    "step_back", "take_back_conflict",
]  # fmt: skip
