"""How people come in: by themselves, or added by somebody."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Person, Profile, Unit


@transaction.atomic
def join(*, person: Person, name: str, unit: Unit | None, language: str, at: datetime) -> Person:
    """Store somebody who registers themselves, with a profile that holds only the unit.

    :raises Refused: the address is taken
    """
    refuse_if(rules.why_not_join(email=person.email))
    person.email, person.name, person.language = person.email.strip().lower(), name, language
    person.save()
    Profile.objects.create(person=person, unit=unit, languages=[language])
    trail.record("person.join", of=person, by=person, at=at)
    return person


@transaction.atomic
def add_person(*, email: str, name: str, language: str = "nl", at: datetime, by: Person | None = None) -> Person:
    """Add somebody who signs in by a mailed code, with an empty profile; their address counts as verified.

    :raises Refused: not you, or the address is taken
    """
    refuse_if(rules.why_not_add_person(email=email, by=by))
    person = Person.objects.create_user(email, name=name, language=language)
    Profile.objects.create(person=person, languages=[language])
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    trail.record("person.add", of=person, by=by, at=at)
    return person
