"""Tables of people: persons, their profiles and skills, and the units they work in."""

from datamatch.people.models.person import Person, Profile
from datamatch.people.models.signed_in import SignedIn
from datamatch.people.models.skill import ProfileSkill, Skill
from datamatch.people.models.unit import Unit, UnitName, UnitParent

__all__ = ["Person", "Profile", "ProfileSkill", "SignedIn", "Skill", "Unit", "UnitName", "UnitParent"]
