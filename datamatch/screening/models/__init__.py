"""Tables of screening: ground rules, assignments and reviews, the calibrated ranking, the decisions."""

from datamatch.screening.models.advice import Advice
from datamatch.screening.models.asking import AskBack, ReviewDraft
from datamatch.screening.models.comparing import CloseCall, Comparing, Comparison
from datamatch.screening.models.decision import Decision
from datamatch.screening.models.fairness import Conflict, Deputy, GroundRules
from datamatch.screening.models.minutes import ScreeningNote
from datamatch.screening.models.offline import ReviewFile
from datamatch.screening.models.opinion import Opinion
from datamatch.screening.models.ranking import Calibration, Standing
from datamatch.screening.models.review import Assignment, Review, Score
from datamatch.screening.models.settling import Confirmation, Cut, Publication
from datamatch.screening.models.severity import Severity
from datamatch.screening.models.sharing import ReviewLimit

__all__ = [
    "Advice", "AskBack", "Assignment", "Calibration", "CloseCall", "Comparing", "Comparison", "Confirmation",
    "Conflict", "Cut", "Decision", "Deputy", "GroundRules", "Opinion", "Publication", "Review", "ReviewDraft",
    "ReviewFile", "ReviewLimit", "Score", "ScreeningNote", "Severity", "Standing",
]  # fmt: skip
