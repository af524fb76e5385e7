"""Tables of screening: assignments and reviews, the calibrated ranking, the decisions."""

from datamatch.screening.models.decision import Decision
from datamatch.screening.models.ranking import Calibration, Standing
from datamatch.screening.models.review import Assignment, Review, Score

__all__ = ["Assignment", "Calibration", "Decision", "Review", "Score", "Standing"]
