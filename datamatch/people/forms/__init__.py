"""The shape of what people tell: at sign-up, on their profile, and when they search."""

from datamatch.people.forms.filter import PeopleFilter
from datamatch.people.forms.periods import PeriodRows, rows_of
from datamatch.people.forms.photo import PhotoForm
from datamatch.people.forms.profile import ProfileForm, SignupForm, UnitField

__all__ = ["PeopleFilter", "PeriodRows", "PhotoForm", "ProfileForm", "SignupForm", "UnitField", "rows_of"]
