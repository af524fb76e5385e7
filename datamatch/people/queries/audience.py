"""Who reads, and what they may read of a profile: one rule as a condition on rows and as an answer about one row."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string

from datamatch.people.enums import Audience, Part
from datamatch.people.models import Person, Profile


@dataclass(frozen=True)
class Reader:
    """Somebody who reads profiles: who they are, where they work, whether they manage an edition."""

    person_id: int
    unit_id: int | None
    manages: bool


def reader_of(person: Person) -> Reader:
    """Return this person as a reader; which managers there are is told by the room above, named in the settings."""
    unit = Profile.objects.filter(person=person).values_list("unit", flat=True).first()
    manages = person.is_staff or bool(import_string(settings.MANAGES_SOMETHING)(person))
    return Reader(person_id=person.pk, unit_id=unit, manages=manages)


def is_shown(part: str, to: Reader) -> Q:
    """Return the condition on profiles that this part is for this reader.

    Colleagues of a unit count only where the unit itself is told to them: otherwise what they see would tell it.
    """
    column = f"{Part(part)}_for"
    shown = Q(**{column: Audience.EVERYONE}) | Q(person=to.person_id)
    if to.manages:
        return shown | Q(**{column: Audience.UNIT})
    if to.unit_id is None:
        return shown
    return shown | (Q(**{column: Audience.UNIT}, unit=to.unit_id) & ~Q(unit_for=Audience.ME))


def shows(profile: Profile, part: str, *, to: Reader) -> bool:
    """Tell the same about one profile at hand."""
    audience = profile.audience_of(part)
    if audience == Audience.EVERYONE or profile.person_id == to.person_id:
        return True
    if audience == Audience.ME:
        return False
    colleague = to.unit_id is not None and profile.unit_id == to.unit_id
    return to.manages or (colleague and not profile.is_for("unit", Audience.ME))
