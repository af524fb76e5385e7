"""Coming to the day: a seat or a place in line, leaving it to somebody else, and walking in."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.datadag import queries, rules
from datamatch.datadag.enums import RegistrationState
from datamatch.datadag.models import DataDag, Registration
from datamatch.foundation import mail, trail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def register(*, datadag: DataDag, by: Person, at: datetime) -> Registration:
    """Register for the day: a seat while there is one, else a place in line.

    :raises Refused: not published, over, or registered before
    """
    datadag = hold(datadag)
    refuse_if(rules.why_not_register(datadag=datadag, by=by, on=timezone.localdate(at)))
    free = queries.seats_of(datadag).left > 0
    state = RegistrationState.SEATED if free else RegistrationState.WAITING
    registration, _created = Registration.objects.update_or_create(
        datadag=datadag, person=by, defaults={"state": state, "registered_at": at}
    )
    trail.record("registration.make", of=registration, by=by, at=at, state=str(state))
    return registration


@transaction.atomic
def cancel(*, registration: Registration, by: Person, at: datetime) -> None:
    """Give up a seat or a place in line; a free seat goes to who waits longest, and they hear it by mail.

    :raises Refused: somebody else's, cancelled before, or in already
    """
    datadag = hold(registration.datadag)
    refuse_if(rules.why_not_cancel(registration=registration, by=by))
    registration.state = RegistrationState.CANCELLED
    registration.save(update_fields=["state"])
    seat_those_waiting(datadag, at=at)
    trail.record("registration.cancel", of=registration, by=by, at=at)


@transaction.atomic
def check_in(*, registration: Registration, by: Person, at: datetime) -> None:
    """Note that somebody with a seat is in.

    :raises Refused: not the manager, in already, waiting, or cancelled
    """
    refuse_if(rules.why_not_check_in(registration=registration, by=by))
    registration.checked_in_at = at
    registration.save(update_fields=["checked_in_at"])
    trail.record("registration.check_in", of=registration, by=by, at=at)


def hold(datadag: DataDag) -> DataDag:
    """Return the day with its row held, so that two people cannot take the last seat at once."""
    return DataDag.objects.select_for_update().get(pk=datadag.pk)


def seat_those_waiting(datadag: DataDag, *, at: datetime) -> None:
    """Give every free seat to who waits longest, and tell them."""
    while queries.seats_of(datadag).seated < datadag.capacity:
        registration = queries.first_waiting(datadag)
        if registration is None:
            return
        registration.state = RegistrationState.SEATED
        registration.save(update_fields=["state"])
        tell_of_seat(registration, at=at)


def tell_of_seat(registration: Registration, *, at: datetime) -> None:
    """Queue the mail that a seat came free; once for each time somebody stood in line."""
    datadag, person = registration.datadag, registration.person
    with override(person.language):
        words = {
            "name": person.name,
            "day": date_format(datadag.held_on, "l j F Y"),
            "place": datadag.place,
            "page": whole_address(datadag.get_absolute_url()),
        }
        mail.queue(
            key=f"datadag:seat:{registration.public_id}:{registration.registered_at.isoformat()}",
            to=person.email,
            subject=_("You have a seat at the DataDag of %(day)s") % words,
            body=_(
                "Dear %(name)s,\n\nThere is a seat for you at the DataDag: %(day)s, %(place)s.\n\n"
                "Can you not come after all? Please cancel, and we make somebody else happy:\n%(page)s\n"
            )
            % words,
            language=person.language,
            at=at,
        )
