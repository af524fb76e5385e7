"""Calculating the ranking, by a person or by itself, and asking for the reviews that would help most."""

from datetime import datetime, timedelta

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.screening import queries, rules, weighing
from datamatch.screening.actions.sharing import tell_askers
from datamatch.screening.models import Advice, Assignment, Calibration, Severity, Standing

SEVERITIES_STAY = timedelta(days=365)


@transaction.atomic
def calibrate(*, edition: Edition, by: Person | None, at: datetime) -> Calibration:
    """Calculate the ranking on the reviews of this moment and keep it; without a person it is made by the clock.

    What an earlier calculation said about a single screener is forgotten, and so is one that the clock made.
    :raises Refused: not you, not now
    """
    refuse_if(rules.why_not_calibrate(edition=edition, by=by))
    ranked = weighing.ranked(edition=edition, at=at)
    calibration = ranked.calibration
    forget_earlier(edition)
    calibration.by_clock = by is None
    calibration.save()
    for standing in ranked.standings:
        standing.calibration = calibration
    for severity in ranked.severities:
        severity.calibration = calibration
    for advice in ranked.advice:
        advice.calibration = calibration
    Standing.objects.bulk_create(ranked.standings)
    Severity.objects.bulk_create(ranked.severities)
    Advice.objects.bulk_create(ranked.advice)
    trail.record("ranking.calculated", of=calibration, by=by, at=at, digest=calibration.input_digest)
    return calibration


def forget_earlier(edition: Edition) -> None:
    """Delete what only the newest calculation may hold."""
    Calibration.objects.filter(edition=edition, by_clock=True).delete()
    Severity.objects.filter(calibration__edition=edition).delete()
    Advice.objects.filter(calibration__edition=edition).delete()


def calibrate_changed(*, at: datetime) -> int:
    """Calculate every ranking anew whose reviews changed, and return how many."""
    changed = [edition for edition in queries.editions_in_screening() if queries.is_behind(edition)]
    for edition in changed:
        calibrate(edition=edition, by=None, at=at)
    return len(changed)


@transaction.atomic
def ask_advised(*, calibration: Calibration, count: int, by: Person, at: datetime) -> list[Assignment]:
    """Ask by mail for the first so many reviews that would help most, and return them.

    Who was asked meanwhile is left out.

    :raises Refused: not you, not now, or the advice is behind
    """
    Calibration.objects.select_for_update().get(pk=calibration.pk)
    refuse_if(rules.why_not_ask_advised(calibration=calibration, by=by))
    wanted = queries.open_advice(calibration)[:count]
    asked = [Assignment(idea=one.idea, screener=one.screener, assigned_at=at) for one in wanted]
    Assignment.objects.bulk_create(asked)
    tell_askers(calibration.edition, asked, more=True, at=at)
    trail.record("reviews.advised", of=calibration, by=by, at=at, count=len(asked))
    return asked


def forget_severities(*, at: datetime) -> int:
    """Delete what is known of the strictness of single screeners a year after an edition; return how many."""
    over = queries.editions_closed_before(at - SEVERITIES_STAY)
    return Severity.objects.filter(calibration__edition__in=over).delete()[0]
