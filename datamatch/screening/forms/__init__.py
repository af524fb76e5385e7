"""Shape of what people type in screening."""

from datamatch.screening.forms.decisions import DecisionForm
from datamatch.screening.forms.fairness import ConflictForm, DeputyForm, GroundRulesForm
from datamatch.screening.forms.reviews import ReviewForm, StepBackForm, filled

__all__ = ["ConflictForm", "DecisionForm", "DeputyForm", "GroundRulesForm", "ReviewForm", "StepBackForm", "filled"]
