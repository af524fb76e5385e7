"""Tables of screening: ground rules, assignments and reviews, the calibrated ranking, the decisions."""

from datamatch.screening.models.decision import Decision
from datamatch.screening.models.fairness import Conflict, Deputy, GroundRules
from datamatch.screening.models.ranking import Calibration, Standing
from datamatch.screening.models.review import Assignment, Review, Score

__all__ = [
    "Assignment", "Calibration", "Conflict", "Decision", "Deputy", "GroundRules", "Review", "Score", "Standing",
]  # fmt: skip
