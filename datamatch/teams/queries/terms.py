"""How long a seat in a formed team lasts, whom to remind, and who hears of it."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.people.models import Person
from datamatch.teams.models import Member, Team

RENEW_WITHIN = timedelta(days=21)
REMIND_WITHIN = timedelta(days=14)
AT_LEAST = timedelta(weeks=4)


def last_day_of(edition: Edition, *, today: date) -> date:
    """Return the last day of a new seat: the end of the work of this edition, or four weeks from now when that is near.

    Without a planned start the work begins today.
    """
    end = (edition.delivery_starts_on or today) + timedelta(weeks=edition.delivery_weeks)
    return max(end, today + AT_LEAST)


def seats_to_remind(*, today: date) -> QuerySet[Member]:
    """Return the seats that end within two weeks, of people who were not reminded and did not say that they stop."""
    soon = Member.objects.at_work().filter(until_on__gte=today, until_on__lte=today + REMIND_WITHIN)
    waiting = soon.filter(stopping=False, reminded_at=None)
    return waiting.select_related("person", "team__idea__edition").order_by("pk")


def seats_that_ended(*, today: date) -> QuerySet[Member]:
    """Return the seats whose last day is over and that still count; a lead who did not stop leads on.

    Somebody has to finish the work: a team is not left without a lead by the clock.
    """
    over = Member.objects.at_work().filter(until_on__lt=today).exclude(lead=True, stopping=False)
    return over.select_related("person", "team__idea__edition").order_by("pk")


def who_hears(team: Team, *, but: Person) -> QuerySet[Person]:
    """Return who hears that a team changes: its lead and the managers of the edition, without who did it."""
    leads = Q(pk__in=team.members.still_in().filter(lead=True).values("person"))
    managers = Q(pk__in=team.idea.edition.appointments.filter(duty=Duty.MANAGER).values("person"))
    return Person.objects.filter(leads | managers, is_active=True).exclude(pk=but.pk).order_by("pk")
