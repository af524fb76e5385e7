"""Noting who was present when the shortlist was chosen."""

from datetime import date, datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.screening import rules
from datamatch.screening.models import ScreeningNote


@transaction.atomic
def note_minutes(
    *, edition: Edition, met_on: date | None, present: str, remarks: str, by: Person, at: datetime
) -> ScreeningNote:
    """Keep who was present and what should be remembered. :raises Refused: not you, not now, or a day to come"""
    refuse_if(rules.why_not_note_minutes(edition=edition, by=by))
    refuse_if(rules.why_not_meet_on(met_on=met_on, at=at))
    said = {"met_on": met_on, "present": present.strip(), "remarks": remarks.strip(), "noted_by": by, "noted_at": at}
    note, _new = ScreeningNote.objects.update_or_create(edition=edition, defaults=said)
    trail.record("screening.noted", of=note, by=by, at=at)
    return note
