"""Giving people a duty in an edition, and relieving them of it."""

from datetime import datetime

from django.db import transaction

from datamatch.editions import rules
from datamatch.editions.models import Appointment, Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def appoint(*, edition: Edition, person: Person, duty: str, by: Person, at: datetime) -> Appointment:
    """Appoint somebody to a duty; again changes nothing.

    :raises Refused: not you, or the edition is closed
    """
    refuse_if(rules.why_not_appoint(edition=edition, by=by))
    appointment, is_new = Appointment.objects.get_or_create(
        edition=edition, person=person, duty=duty, defaults={"appointed_at": at}
    )
    if is_new:
        trail.record("person.appoint", of=edition, by=by, at=at, person=str(person.public_id), duty=str(duty))
    return appointment


@transaction.atomic
def dismiss(*, edition: Edition, person: Person, duty: str, by: Person, at: datetime) -> None:
    """Relieve somebody of a duty.

    :raises Refused: not you, they do not have it, or they are the last manager
    """
    refuse_if(rules.why_not_dismiss(edition=edition, person=person, duty=duty, by=by))
    edition.appointments.filter(person=person, duty=duty).delete()
    trail.record("person.dismiss", of=edition, by=by, at=at, person=str(person.public_id), duty=str(duty))
