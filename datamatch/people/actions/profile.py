"""What people tell about themselves."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Person, Profile, ProfileSkill, Skill, Unit


@transaction.atomic
def keep_profile(
    *,
    person: Person,
    by: Person,
    at: datetime,
    unit: Unit | None,
    discipline: str,
    hours_per_week: int,
    languages: Sequence[str],
    skills: Mapping[str, int],
    about: str = "",
    open_to_ask: bool = True,
) -> Profile:
    """Keep what a person tells about themselves; `skills` holds a level (1 to 4) per slug and replaces what was there.

    :raises Refused: not your profile, or something that is not on our lists
    """
    refuse_if(rules.why_not_keep_profile(person=person, by=by))
    refuse_if(
        rules.why_not_know(
            discipline=discipline, hours_per_week=hours_per_week, languages=languages, skills=dict(skills)
        )
    )
    told = {
        "unit": unit,
        "discipline": discipline,
        "hours_per_week": hours_per_week,
        "languages": list(languages),
        "about": about.strip(),
        "open_to_ask": open_to_ask,
    }
    profile, _ = Profile.objects.update_or_create(person=person, defaults=told)
    _keep_levels(profile, skills)
    trail.record("profile.keep", of=person, by=by, at=at, skills=len(skills))
    return profile


def _keep_levels(profile: Profile, skills: Mapping[str, int]) -> None:
    """Let the skills on a profile be exactly these."""
    profile.levels.all().delete()
    known = Skill.objects.filter(slug__in=list(skills))
    ProfileSkill.objects.bulk_create(
        ProfileSkill(profile=profile, skill=skill, level=skills[skill.slug]) for skill in known
    )
