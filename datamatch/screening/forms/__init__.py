"""Shape of what people type in screening."""

from datamatch.screening.forms.decisions import DecisionForm
from datamatch.screening.forms.fairness import ConflictForm, DeputyForm, GroundRulesForm
from datamatch.screening.forms.minutes import MinutesForm
from datamatch.screening.forms.offline import ReviewFileForm
from datamatch.screening.forms.opinions import OpinionForm
from datamatch.screening.forms.reviews import AnswerForm, AskBackForm, ReviewForm, StepBackForm, filled
from datamatch.screening.forms.settling import TAKE_BACK, LineForm, ManyForm
from datamatch.screening.forms.sharing import LimitForm, ReaderForm

__all__ = [
    "TAKE_BACK", "AnswerForm", "AskBackForm", "ConflictForm", "DecisionForm", "DeputyForm", "GroundRulesForm",
    "LimitForm", "LineForm", "ManyForm", "MinutesForm", "OpinionForm", "ReaderForm", "ReviewFileForm", "ReviewForm",
    "StepBackForm", "filled",
]  # fmt: skip
