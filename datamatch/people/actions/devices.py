"""Signing out on one device."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Person


@transaction.atomic
def end_device(*, device: UserSession, by: Person, at: datetime) -> None:
    """Sign somebody out on one of their devices: its next page asks to sign in.

    :raises Refused: somebody else's device
    """
    refuse_if(rules.why_not_end_device(device=device, by=by))
    device.end()
    trail.record("device.end", of=by, by=by, at=at)
