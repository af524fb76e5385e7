"""What people do in screening."""

from datamatch.screening.actions.decisions import decide, prepare_decisions, publish_decisions
from datamatch.screening.actions.fairness import (
    declare_conflict,
    name_deputy,
    set_ground_rules,
    take_back_conflict,
)
from datamatch.screening.actions.ranking import calibrate
from datamatch.screening.actions.reviews import Assigned, assign_reviews, give_review, step_back

__all__ = [
    "Assigned", "assign_reviews", "calibrate", "decide", "declare_conflict", "give_review", "name_deputy",
    "prepare_decisions", "publish_decisions", "set_ground_rules", "step_back", "take_back_conflict",
]  # fmt: skip
