"""Why somebody may not do something with a person; None when they may."""

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from django.utils.translation import gettext as _

from datamatch.people import queries
from datamatch.people.enums import Audience, Part, Period, Safeguarding, Spoken, disciplines
from datamatch.people.models import Person

LONGEST_WEEK = 40
MOST_PERIODS = 12


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
    *,
    discipline: str,
    hours_per_week: int,
    languages: Iterable[str],
    skills: Mapping[str, int],
    learning: Iterable[str] = (),
    safeguards: Iterable[str] = (),
    audiences: Mapping[str, str] | None = None,
) -> str | None:
    """Return what is not on our lists in these words of a profile, or None when all of it is."""
    if discipline and discipline not in disciplines():
        return _("We do not know this discipline.")
    if not 0 <= hours_per_week <= LONGEST_WEEK:
        return _("A week has at most 40 hours to give.")
    if set(languages) - set(Spoken.values):
        return _("We do not know this language.")
    if set(safeguards) - set(Safeguarding.values):
        return _("You can safeguard legal, technical and ethical aspects.")
    return why_not_these_skills(skills, learning) or why_not_these_audiences(audiences or {})


def why_not_these_skills(skills: Mapping[str, int], learning: Iterable[str]) -> str | None:
    """Return what is wrong with these skills and their levels, or None when all are on our list."""
    if (set(skills) | set(learning)) - queries.known_skills():
        return _("We do not know one of these skills.")
    if not all(1 <= level <= 4 for level in skills.values()):
        return _("A level goes from 1 to 4.")
    return None


def why_not_these_audiences(audiences: Mapping[str, str]) -> str | None:
    """Return what is wrong with who sees what, or None when every part and every audience is known."""
    if set(audiences) - set(Part.values) or set(audiences.values()) - set(Audience.values):
        return _("Say for each part who sees it: everyone, your unit, or only you.")
    return None


def why_not_these_periods(periods: Collection[Period]) -> str | None:
    """Return what is wrong with these periods of other hours, or None when they can stand beside each other."""
    if len(periods) > MOST_PERIODS:
        return _("There is room for %(most)s periods.") % {"most": MOST_PERIODS}
    if any(not 0 <= period.hours_per_week <= LONGEST_WEEK for period in periods):
        return _("A week has at most 40 hours to give.")
    if any(period.until_on < period.from_on for period in periods):
        return _("A period ends on or after the day on which it begins.")
    if any(later.from_on <= earlier.until_on for earlier, later in pairwise(sorted(periods))):
        return _("Two of your periods overlap. Let each day be in one period at most.")
    return None


def why_not_keep_photo(*, person: Person, by: Person) -> str | None:
    """Return why this person may not choose or remove the photo, or None when they may."""
    if by.pk != person.pk:
        return _("Only the person themselves chooses a photo.")
    if not person.is_active:
        return _("This account is closed.")
    return None


def why_not_ask(*, person: Person, by: Person) -> str | None:
    """Return why this person cannot be asked for a team or for advice, or None when they can."""
    if by.pk == person.pk:
        return None
    if not queries.profile_of(person).open_to_ask:
        return _("%(name)s would rather not be asked now.") % {"name": person.name}
    return None
