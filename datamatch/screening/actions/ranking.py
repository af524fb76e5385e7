"""Calculating the ranking."""

from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.screening import rules, weighing
from datamatch.screening.models import Calibration, Standing


@transaction.atomic
def calibrate(*, edition: Edition, by: Person, at: datetime) -> Calibration:
    """Calculate the ranking on the reviews of this moment and keep it. :raises Refused: not you, not now"""
    refuse_if(rules.why_not_calibrate(edition=edition, by=by))
    calibration, standings = weighing.ranked(edition=edition, at=at)
    calibration.save()
    for standing in standings:
        standing.calibration = calibration
    Standing.objects.bulk_create(standings)
    trail.record("ranking.calculated", of=calibration, by=by, at=at, digest=calibration.input_digest)
    return calibration
