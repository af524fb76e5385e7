"""The shape of what people tell: when they register, on their profile, when they search, invite or leave."""

from datamatch.people.forms.account import INVITATION, CloseForm, DomainForm, InviteForm, SignupForm, invitation_of
from datamatch.people.forms.consents import ConsentAnswerForm, ConsentForm
from datamatch.people.forms.filter import PeopleFilter
from datamatch.people.forms.periods import PeriodRows, rows_of
from datamatch.people.forms.photo import PhotoForm
from datamatch.people.forms.profile import ProfileForm, UnitField
from datamatch.people.forms.unit_file import read_units
from datamatch.people.forms.units import (
    AddUnitForm,
    DayForm,
    MergeForm,
    NameForm,
    PlaceForm,
    TakeForm,
    UnitSearch,
    UploadForm,
)

__all__ = [
    "INVITATION",
    "AddUnitForm",
    "CloseForm",
    "ConsentAnswerForm",
    "ConsentForm",
    "DayForm",
    "DomainForm",
    "InviteForm",
    "MergeForm",
    "NameForm",
    "PeopleFilter",
    "PeriodRows",
    "PhotoForm",
    "PlaceForm",
    "ProfileForm",
    "SignupForm",
    "TakeForm",
    "UnitField",
    "UnitSearch",
    "UploadForm",
    "invitation_of",
    "read_units",
    "rows_of",
]
