"""Duties that follow what the sign-in of an organisation says."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from datamatch.editions import queries
from datamatch.editions.models import Appointment
from datamatch.foundation import trail
from datamatch.people.models import Person


@transaction.atomic
def follow_duties(person: Person, duties: Collection[str], at: datetime) -> None:
    """Give somebody exactly these duties (`juror:edition/datamatch-2`), beside those that were given by hand.

    A duty that came by the sign-in ends with it, also that of the last manager: no claim, no role. In a closed edition
    nothing changes any more. The person is held, so that two sign-ins at once do not cross.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    wanted = queries.duties_named(duties)
    had = queries.duties_by_sign_on(person)
    for one in had:
        if (one.edition, one.duty) not in wanted:
            one.delete()
            note("person.dismiss", one, at=at)
    for edition, duty in sorted(wanted, key=lambda pair: (pair[0].pk, pair[1])):
        given = {"appointed_at": at, "by_sign_on": True}
        one, is_new = Appointment.objects.get_or_create(edition=edition, person=person, duty=duty, defaults=given)
        if is_new:
            note("person.appoint", one, at=at)


def note(deed: str, one: Appointment, *, at: datetime) -> None:
    """Write down that somebody got, or lost, a duty by their sign-in."""
    person, duty = str(one.person.public_id), str(one.duty)
    trail.record(deed, of=one.edition, by=None, at=at, person=person, duty=duty, single_sign_on=True)
