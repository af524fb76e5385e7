"""What one reader sees of one profile."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from datamatch.people.enums import Part, Safeguarding, Spoken
from datamatch.people.models import Learning, Person, Photo, Profile, ProfileSkill, Unit
from datamatch.people.queries.audience import Reader, shows
from datamatch.people.queries.availability import with_hours


@dataclass(frozen=True)
class Sight:
    """A profile as one reader sees it: what is not for them is empty, as if it was never told."""

    profile: Profile
    to: Reader

    def _sees(self, part: Part) -> bool:
        return shows(self.profile, part, to=self.to)

    @property
    def person(self) -> Person:
        """Return who it is; the name is for everybody who is signed in."""
        return self.profile.person

    @property
    def unit(self) -> Unit | None:
        """Return where they work."""
        return self.profile.unit if self._sees(Part.UNIT) else None

    @property
    def discipline(self) -> str:
        """Return the id of their discipline."""
        return self.profile.discipline if self._sees(Part.DISCIPLINE) else ""

    @property
    def discipline_name(self) -> str:
        """Return their discipline in the language of the page."""
        return self.profile.discipline_name if self.discipline else ""

    @property
    def levels(self) -> list[ProfileSkill]:
        """Return what they can, strongest first."""
        return list(self.profile.levels.all()) if self._sees(Part.SKILLS) else []

    @property
    def learning(self) -> list[Learning]:
        """Return what they want to learn."""
        return list(self.profile.learning.all()) if self._sees(Part.LEARNING) else []

    @property
    def safeguards(self) -> list[str]:
        """Return the aspects they can safeguard, in words."""
        return [str(aspect.label) for aspect in Safeguarding if aspect in self.aspects]

    @property
    def aspects(self) -> list[str]:
        """Return the aspects they can safeguard."""
        return list(self.profile.safeguards) if self._sees(Part.SAFEGUARDS) else []

    @property
    def hours(self) -> int | None:
        """Return their hours a week on the day that was asked for; None where these are not for this reader."""
        return int(self.profile.hours_then) if self._sees(Part.HOURS) else None  # type: ignore[attr-defined]

    @property
    def languages(self) -> list[str]:
        """Return the languages they work in, in words."""
        told = self.profile.languages if self._sees(Part.LANGUAGES) else []
        return [str(language.label) for language in Spoken if language in told]

    @property
    def about(self) -> str:
        """Return what they wrote about themselves."""
        return self.profile.about if self._sees(Part.ABOUT) else ""

    @property
    def has_photo(self) -> bool:
        """Tell whether there is a photo for this reader."""
        return bool(self.profile.has_photo) and self._sees(Part.PHOTO)  # type: ignore[attr-defined]


def with_all_parts(profiles: QuerySet[Profile], *, on: date) -> QuerySet[Profile]:
    """Return the profiles with everything that a sight of them reads, in a fixed number of queries."""
    photo = Exists(Photo.objects.filter(person=OuterRef("person")))
    counted = with_hours(profiles, on=on).annotate(has_photo=photo)
    return counted.select_related("person", "unit").prefetch_related("levels__skill", "learning__skill")


def sight_of(person: Person, *, to: Reader, on: date) -> Sight | None:
    """Return what the reader sees of a person; None when that person never told anything."""
    profile = with_all_parts(Profile.objects.filter(person=person), on=on).first()
    return Sight(profile, to) if profile else None
