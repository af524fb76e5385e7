"""Keeping a call open longer."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from datamatch.editions import rules
from datamatch.editions.models import Edition, Extension
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def extend_call(
    *, edition: Edition, closes_on: date, closes_time: time, reason: str, by: Person, at: datetime
) -> Extension:
    """Let a call close later, with a reason that everybody reads; its row is held, so that the clock waits.

    :raises Refused: not you, the call is not open, the moment is not later, or no reason
    """
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    refuse_if(
        rules.why_not_extend(edition=edition, closes_on=closes_on, closes_time=closes_time, reason=reason, by=by, at=at)
    )
    edition.call_closes_on, edition.call_closes_time = closes_on, closes_time
    edition.save(update_fields=["call_closes_on", "call_closes_time"])
    closes_at = timezone.make_aware(datetime.combine(closes_on, closes_time))
    extension = Extension.objects.create(
        edition=edition, closes_at=closes_at, reason=reason.strip(), by=by, extended_at=at
    )
    trail.record("call.extend", of=edition, by=by, at=at, closes_at=closes_at.isoformat())
    return extension
