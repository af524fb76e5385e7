"""The shape of what managers tell about an edition, and of what the form of a call asks."""

from datamatch.editions.forms.access import AccessForm, CodeForm, DomainsForm, EnterForm, InvitePeopleForm
from datamatch.editions.forms.answers import AnswersForm, answer_field
from datamatch.editions.forms.criteria import CopyCriteriaForm, CriterionForm
from datamatch.editions.forms.names import NamesForm
from datamatch.editions.forms.planning import (
    AppointmentForm,
    CloneForm,
    PlanForm,
    PrepareForm,
    ProgrammeForm,
    ThemeForm,
)
from datamatch.editions.forms.questions import HelpsForm, QuestionForm
from datamatch.editions.forms.synonyms import SynonymForm

__all__ = [
    "AccessForm",
    "AnswersForm",
    "AppointmentForm",
    "CloneForm",
    "CodeForm",
    "CopyCriteriaForm",
    "CriterionForm",
    "DomainsForm",
    "EnterForm",
    "HelpsForm",
    "InvitePeopleForm",
    "NamesForm",
    "PlanForm",
    "PrepareForm",
    "ProgrammeForm",
    "QuestionForm",
    "SynonymForm",
    "ThemeForm",
    "answer_field",
]
