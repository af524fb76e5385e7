"""The shape of what people tell: at sign-up, on their profile, and when they search."""

from datamatch.people.forms.profile import PeopleFilter, ProfileForm, SignupForm, UnitField

__all__ = ["PeopleFilter", "ProfileForm", "SignupForm", "UnitField"]
