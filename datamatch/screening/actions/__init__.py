"""What people do in screening."""

from datamatch.screening.actions.decisions import decide, prepare_decisions, publish_decisions
from datamatch.screening.actions.ranking import calibrate
from datamatch.screening.actions.reviews import Assigned, assign_reviews, give_review, step_back

__all__ = [
    "Assigned", "assign_reviews", "calibrate", "decide", "give_review", "prepare_decisions", "publish_decisions",
    "step_back",
]  # fmt: skip
