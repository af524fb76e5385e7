"""Why somebody may not do something with a person; None when they may."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from datamatch.people import queries
from datamatch.people.enums import Language, disciplines
from datamatch.people.models import Person


def why_not_join(*, email: str) -> str | None:
    """Return why nobody new can have this address, or None when it is free."""
    if queries.person_with_email(email) is not None:
        return _("There is already a profile with this address.")
    return None


def why_not_add_person(*, email: str, by: Person | None) -> str | None:
    """Return why this person may not add somebody; without a person it is the system itself that adds."""
    if by is not None and not by.is_staff:
        return _("Only an administrator adds people.")
    return why_not_join(email=email)


def why_not_add_to_lists(*, by: Person) -> str | None:
    """Return why this person may not add a unit or a skill, or None when they may."""
    if not by.is_staff:
        return _("Only an administrator adds units and skills.")
    return None


def why_not_keep_profile(*, person: Person, by: Person) -> str | None:
    """Return why this person may not change the profile, or None when they may."""
    if by.pk != person.pk and not by.is_staff:
        return _("Only the person themselves changes a profile.")
    if not person.is_active:
        return _("This account is closed.")
    return None


def why_not_know(
    *, discipline: str, hours_per_week: int, languages: Iterable[str], skills: dict[str, int]
) -> str | None:
    """Return what is not on our lists in these words of a profile, or None when all of it is."""
    if discipline and discipline not in disciplines():
        return _("We do not know this discipline.")
    if not 0 <= hours_per_week <= 40:
        return _("A week has at most 40 hours to give.")
    if set(languages) - set(Language.values):
        return _("We do not know this language.")
    if set(skills) - queries.known_skills():
        return _("We do not know one of these skills.")
    if not all(1 <= level <= 4 for level in skills.values()):
        return _("A level goes from 1 to 4.")
    return None


def why_not_ask(*, person: Person, by: Person) -> str | None:
    """Return why this person cannot be asked for a team or for advice, or None when they can."""
    if by.pk == person.pk:
        return None
    if not queries.profile_of(person).open_to_ask:
        return _("%(name)s would rather not be asked now.") % {"name": person.name}
    return None
