"""What people tell about themselves."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.actions.consents import follow_hours
from datamatch.people.enums import Period
from datamatch.people.models import Availability, Learning, Person, Profile, ProfileSkill, Skill, Unit


@transaction.atomic
def keep_profile(
    *,
    person: Person,
    by: Person,
    at: datetime,
    unit: Unit | None,
    discipline: str,
    hours_per_week: int,
    languages: Collection[str],
    skills: Mapping[str, int],
    learning: Collection[str] = (),
    safeguards: Collection[str] = (),
    periods: Collection[Period] = (),
    audiences: Mapping[str, str] | None = None,
    about: str = "",
    open_to_ask: bool = True,
) -> Profile:
    """Keep what a person tells about themselves; every list replaces what was there.

    `skills` holds a level (1 to 4) per slug, `learning` slugs, `audiences` who sees a part, for the parts that change.
    Two savings of one profile at once come one after the other.

    :raises Refused: not your profile, something that is not on our lists, or periods that overlap
    """
    Person.objects.select_for_update().get(pk=person.pk)
    refuse_if(rules.why_not_keep_profile(person=person, by=by))
    words = {"discipline": discipline, "hours_per_week": hours_per_week}
    lists = {"languages": list(languages), "safeguards": list(safeguards)}
    refuse_if(rules.why_not_know(**words, **lists, skills=skills, learning=learning, audiences=audiences))  # type: ignore[arg-type]
    refuse_if(rules.why_not_these_periods(periods))
    told = words | lists | {"unit": unit, "about": about.strip(), "open_to_ask": open_to_ask}
    told |= {f"{part}_for": audience for part, audience in (audiences or {}).items()}
    profile, _ = Profile.objects.update_or_create(person=person, defaults=told)
    _keep_skills(profile, skills, learning)
    _keep_periods(profile, periods)
    follow_hours(person, hours_per_week, by=by, at=at)
    trail.record("profile.keep", of=person, by=by, at=at, skills=len(skills))
    return profile


def _keep_skills(profile: Profile, skills: Mapping[str, int], learning: Collection[str]) -> None:
    """Let what somebody can and wants to learn be exactly this."""
    known = Skill.objects.in_bulk([*skills, *learning], field_name="slug")
    profile.levels.all().delete()
    ProfileSkill.objects.bulk_create(
        ProfileSkill(profile=profile, skill=known[slug], level=level) for slug, level in skills.items()
    )
    profile.learning.all().delete()
    Learning.objects.bulk_create(Learning(profile=profile, skill=known[slug]) for slug in sorted(set(learning)))


def _keep_periods(profile: Profile, periods: Collection[Period]) -> None:
    """Let the periods on a profile be exactly these."""
    Availability.objects.filter(profile=profile).delete()
    Availability.objects.bulk_create(
        Availability(
            profile=profile,
            from_on=period.from_on,
            until_on=period.until_on,
            hours_per_week=period.hours_per_week,
        )
        for period in sorted(periods)
    )
