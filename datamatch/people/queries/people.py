"""What others ask about people, units and skills."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from datamatch.people.enums import discipline_name
from datamatch.people.models import Person, Profile, ProfileSkill, Skill, Unit


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


def known_skills() -> set[str]:
    """Return the slugs of all skills on the list."""
    return set(Skill.objects.values_list("slug", flat=True))


def people_found(
    *, text: str = "", discipline: str = "", skill: str = "", unit: Unit | None = None
) -> QuerySet[Profile]:
    """Return the profiles of people who may be asked and match everything given; `skill` is a slug."""
    found = Profile.objects.filter(person__is_active=True, open_to_ask=True)
    if discipline:
        found = found.filter(discipline=discipline)
    if skill:
        found = found.filter(Exists(ProfileSkill.objects.filter(profile=OuterRef("pk"), skill__slug=skill)))
    if unit is not None:
        found = found.filter(Q(unit=unit) | Q(unit__parents=unit)).distinct()
    for word in text.split():
        found = found.filter(_says(word))
    return found.select_related("person", "unit").prefetch_related("levels__skill").order_by("person__name", "pk")


def _says(word: str) -> Q:
    """Return the condition that a profile holds this word somewhere."""
    named = Q(skill__name_nl__icontains=word) | Q(skill__name_en__icontains=word)
    skilled = Exists(ProfileSkill.objects.filter(named, profile=OuterRef("pk")))
    told = Q(person__name__icontains=word) | Q(about__icontains=word) | Q(discipline__icontains=word)
    housed = Q(unit__name__icontains=word) | Q(unit__abbreviation__iexact=word)
    return told | housed | Q(skilled)


def people_named(text: str) -> QuerySet[Person]:
    """Return active people whose name or address holds these words; nobody when there are none."""
    if not text.strip():
        return Person.objects.none()
    found = Person.objects.filter(is_active=True)
    for word in text.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return found.select_related("profile__unit")


@dataclass(frozen=True)
class Facet:
    """One choice that narrows a search, with how many people it leaves."""

    value: str
    name: str
    count: int


Facets = dict[str, list[Facet]]


def facets_of(found: QuerySet[Profile]) -> Facets:
    """Return per filter the choices that leave somebody of these profiles, the largest first."""
    among = Profile.objects.filter(pk__in=found.order_by().values("pk"))
    skills = Skill.objects.filter(profiles__in=among).annotate(count=Count("profiles")).order_by("-count", "slug")
    return {
        "discipline": [
            Facet(known, discipline_name(known), count)
            for known, count in _counted(among.exclude(discipline=""), "discipline")
        ],
        "skill": [Facet(skill.slug, str(skill), skill.count) for skill in skills],
        "unit": [
            Facet(slug, name, count)
            for slug, name, count in _counted(among.exclude(unit=None), "unit__slug", "unit__name")
        ],
    }


def _counted(profiles: QuerySet[Profile], *fields: str) -> QuerySet[Profile, tuple[Any, ...]]:
    """Return per value of these fields how many profiles hold it."""
    return profiles.order_by().values_list(*fields).annotate(count=Count("pk")).order_by("-count", *fields)
