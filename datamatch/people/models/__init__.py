"""Tables of people: persons, their profiles and skills, the units they work in, and who may register."""

from datamatch.people.models.admission import Domain, Invitation
from datamatch.people.models.availability import Availability
from datamatch.people.models.consent import HoursConsent, LineManager
from datamatch.people.models.person import Person, Profile
from datamatch.people.models.photo import Photo
from datamatch.people.models.signed_in import SignedIn
from datamatch.people.models.skill import Learning, ProfileSkill, Skill
from datamatch.people.models.unit import Unit, UnitName, UnitParent
from datamatch.people.models.unit_change import UnitImport, UnitMerge

__all__ = [
    "Availability",
    "Domain",
    "HoursConsent",
    "Invitation",
    "Learning",
    "LineManager",
    "Person",
    "Photo",
    "Profile",
    "ProfileSkill",
    "SignedIn",
    "Skill",
    "Unit",
    "UnitImport",
    "UnitMerge",
    "UnitName",
    "UnitParent",
]
