"""Reminding screeners of the reviews they still have to give."""

from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone

from datamatch.editions.models import Edition
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.actions.mails import remind_of_reviews
from datamatch.screening.enums import REMINDED

SETTLED = timedelta(days=1)


def remind_screeners(*, at: datetime) -> int:
    """Mail every screener who is not done, seven days and two days before the reviews are wanted; return how many."""
    today = timezone.localdate(at)
    count = 0
    for rules in queries.rules_due_after(today):
        left = (rules.reviews_due_on - today).days if rules.reviews_due_on else 0
        days = next((days for days in REMINDED if left <= days), None)
        if days is not None:
            count += _remind(rules.edition, days, at)
    return count


def _remind(edition: Edition, days: int, at: datetime) -> int:
    """Mail the screeners of one edition who have something to give for more than a day."""
    waiting = queries.open_before(edition, at - SETTLED).values_list("screener").annotate(count=Count("pk"))
    open_ones = dict(waiting.order_by())
    for screener in Person.objects.filter(pk__in=open_ones, is_active=True).order_by("pk"):
        remind_of_reviews(edition, screener, open_ones[screener.pk], days=days, at=at)
    return len(open_ones)
