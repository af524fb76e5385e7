"""How many hours a week somebody has on a day: those of the period it falls in, else those of their usual week."""

from datetime import date

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from datamatch.people.models import Availability, Person, Profile


def availability_of(person: Person, *, on: date) -> int:
    """Return the hours a week this person has on a day; none for who never told anything."""
    profile = with_hours(Profile.objects.filter(person=person), on=on).first()
    return int(profile.hours_then) if profile else 0  # type: ignore[attr-defined]


def with_hours(profiles: QuerySet[Profile], *, on: date | None) -> QuerySet[Profile]:
    """Return the profiles with `hours_then`: the hours a week they have on this day; their usual week without a day."""
    if on is None:
        return profiles.annotate(hours_then=F("hours_per_week"))
    period = Availability.objects.filter(profile=OuterRef("pk"), from_on__lte=on, until_on__gte=on)
    then = Subquery(period.values("hours_per_week")[:1])
    return profiles.annotate(hours_then=Coalesce(then, F("hours_per_week"), output_field=IntegerField()))


def periods_of(profile: Profile) -> QuerySet[Availability]:
    """Return the periods on a profile, earliest first."""
    return Availability.objects.filter(profile_id=profile.pk)
