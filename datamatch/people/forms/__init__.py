"""The shape of what people tell: when they register, on their profile, when they search, invite or leave."""

from datamatch.people.forms.account import INVITATION, CloseForm, DomainForm, InviteForm, SignupForm, invitation_of
from datamatch.people.forms.filter import PeopleFilter
from datamatch.people.forms.periods import PeriodRows, rows_of
from datamatch.people.forms.photo import PhotoForm
from datamatch.people.forms.profile import ProfileForm, UnitField

__all__ = [
    "INVITATION",
    "CloseForm",
    "DomainForm",
    "InviteForm",
    "PeopleFilter",
    "PeriodRows",
    "PhotoForm",
    "ProfileForm",
    "SignupForm",
    "UnitField",
    "invitation_of",
    "rows_of",
]
