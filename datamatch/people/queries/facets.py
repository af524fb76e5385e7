"""How many people each further choice leaves; counted over what the reader may see, so that no number tells more."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import ngettext

from datamatch.foundation.bilingual import in_language
from datamatch.people.enums import Part, Safeguarding, Spoken, discipline_name
from datamatch.people.models import Learning, Profile, ProfileSkill
from datamatch.people.queries.audience import Reader, is_shown
from datamatch.people.queries.availability import with_hours
from datamatch.people.queries.finding import lists

HOURS = (2, 4, 8, 16)


@dataclass(frozen=True)
class Facet:
    """One choice that narrows a search, with how many people it leaves."""

    value: str
    name: str
    count: int


Facets = dict[str, list[Facet]]


def facets_of(found: QuerySet[Profile], *, to: Reader, on: date) -> Facets:
    """Return per filter the choices that leave somebody of these profiles, the largest first; hours from few up."""
    among = Profile.objects.filter(pk__in=found.order_by().values("pk"))
    told = _counted(among.filter(is_shown(Part.DISCIPLINE, to)).exclude(discipline=""), "discipline")
    units = _counted(among.filter(is_shown(Part.UNIT, to)).exclude(unit=None), "unit__slug", "unit__name")
    return {
        "discipline": [Facet(known, discipline_name(known), count) for known, count in told],
        "skill": _skills(ProfileSkill.objects.filter(profile__in=among.filter(is_shown(Part.SKILLS, to)))),
        "learning": _skills(Learning.objects.filter(profile__in=among.filter(is_shown(Part.LEARNING, to)))),
        "unit": [Facet(slug, name, count) for slug, name, count in units],
        **_choices(among, to=to, on=on),
    }


def _counted(profiles: QuerySet[Profile], *fields: str) -> QuerySet[Profile, tuple[Any, ...]]:
    """Return per value of these fields how many profiles hold it."""
    return profiles.order_by().values_list(*fields).annotate(count=Count("pk")).order_by("-count", *fields)


def _skills(held: QuerySet[Any]) -> list[Facet]:
    """Return per skill how many of these rows name it."""
    counted = held.order_by().values_list("skill__slug", "skill__name_nl", "skill__name_en").annotate(count=Count("pk"))
    return [
        Facet(slug, in_language(nl, en), count) for slug, nl, en, count in counted.order_by("-count", "skill__slug")
    ]


def _choices(among: QuerySet[Profile], *, to: Reader, on: date) -> Facets:
    """Return the counts of the short fixed lists, all in one question."""
    asked = {f"safeguard_{one}": lists("safeguards", one) & is_shown(Part.SAFEGUARDS, to) for one in Safeguarding}
    asked |= {f"language_{one}": lists("languages", one) & is_shown(Part.LANGUAGES, to) for one in Spoken}
    asked |= {f"hours_{least}": Q(hours_then__gte=least) & is_shown(Part.HOURS, to) for least in HOURS}
    counting = {name: Count("pk", filter=condition) for name, condition in asked.items()}
    counts = with_hours(among, on=on).aggregate(**counting)
    safeguards = [Facet(one, str(one.label), counts[f"safeguard_{one}"]) for one in Safeguarding]
    languages = [Facet(one, str(one.label), counts[f"language_{one}"]) for one in Spoken]
    hours = [Facet(str(least), hours_words(least), counts[f"hours_{least}"]) for least in HOURS]
    return {
        "safeguard": [facet for facet in safeguards if facet.count],
        "language": sorted((facet for facet in languages if facet.count), key=lambda facet: -facet.count),
        "hours": [facet for facet in hours if facet.count],
    }


def hours_words(least: int) -> str:
    """Return a least number of hours in words."""
    return ngettext("%(hours)s hour or more", "%(hours)s hours or more", least) % {"hours": least}
