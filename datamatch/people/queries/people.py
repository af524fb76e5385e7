"""What others ask about people, units and skills."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from datamatch.people.enums import Audience, Part
from datamatch.people.models import Learning, Person, Photo, Profile, ProfileSkill, Skill
from datamatch.people.queries.audience import Reader, is_shown, reader_of


def person_with_email(email: str) -> Person | None:
    """Return the person with this address, in whatever case it was typed."""
    return Person.objects.filter(email=email.strip().lower()).first()


def profile_of(person: Person) -> Profile:
    """Return the profile of a person; an empty one that is not stored yet when they never told anything."""
    stored = Profile.objects.select_related("unit").filter(person=person).first()
    return stored or Profile(person=person)


def levels_of(profile: Profile) -> QuerySet[ProfileSkill]:
    """Return the skills on a profile with their levels, strongest first."""
    return ProfileSkill.objects.filter(profile_id=profile.pk).select_related("skill")


def learning_of(profile: Profile) -> QuerySet[Learning]:
    """Return the skills that somebody wants to learn."""
    return Learning.objects.filter(profile_id=profile.pk).select_related("skill")


def photo_of(person: Person, *, to: Reader) -> Photo | None:
    """Return the photo of a person, when there is one that this reader may see."""
    seen = Profile.objects.filter(is_shown(Part.PHOTO, to), person=OuterRef("person"))
    return Photo.objects.filter(Exists(seen), person=person, person__is_active=True).first()


def photos_seen(people: Iterable[Person], *, to: Person) -> frozenset[int]:
    """Return the keys of those among these people whose photo this reader may see; one statement when all are open."""
    keys = {person.pk for person in people}
    if not keys:
        return frozenset()
    faces = Profile.objects.filter(person__in=keys, person__is_active=True, person__photo__isnull=False)
    told = dict(faces.values_list("person", "photo_for"))
    if set(told.values()) <= {Audience.EVERYONE}:
        return frozenset(told)
    return frozenset(faces.filter(is_shown(Part.PHOTO, reader_of(to))).values_list("person", flat=True))


def has_photo(person: Person) -> bool:
    """Tell whether there is a photo of this person."""
    return Photo.objects.filter(person=person).exists()


def known_skills() -> set[str]:
    """Return the slugs of all skills on the list."""
    return set(Skill.objects.values_list("slug", flat=True))


def people_named(text: str) -> QuerySet[Person]:
    """Return active people whose name or address holds these words; nobody when there are none."""
    if not text.strip():
        return Person.objects.none()
    found = Person.objects.filter(is_active=True)
    for word in text.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return found.select_related("profile__unit")
