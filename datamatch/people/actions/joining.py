"""How people come in: by themselves, or added by somebody."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Invitation, Person, Profile, Unit


@transaction.atomic
def join(
    *, person: Person, name: str, unit: Unit | None, language: str, at: datetime, invitation: Invitation | None = None
) -> Person:
    """Store somebody who registers themselves, with a profile that holds only the unit; the invitation is used up.

    :raises Refused: the address is taken or may not register, or the invitation lets nobody in any more
    """
    if invitation is not None:
        invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
        refuse_if(rules.why_not_use(invitation=invitation, at=at))
    refuse_if(rules.why_not_register(email=person.email, invitation=invitation))
    joined = _store(person, name=name, unit=unit, language=language)
    if invitation is not None:
        invitation.used_at, invitation.used_by = at, joined
        invitation.save(update_fields=["used_at", "used_by"])
    trail.record("person.join", of=joined, by=joined, at=at, invited=invitation is not None)
    return joined


@transaction.atomic
def join_by_single_sign_on(*, person: Person, name: str, language: str, at: datetime) -> Person:
    """Store somebody whom the organisation's own sign-in lets in, with an empty profile.

    :raises Refused: the address is taken
    """
    joined = _store(person, name=name, unit=None, language=language)
    trail.record("person.join", of=joined, by=joined, at=at, single_sign_on=True)
    return joined


def _store(person: Person, *, name: str, unit: Unit | None, language: str) -> Person:
    """Store a new person with a profile.

    :raises Refused: the address is taken
    """
    refuse_if(rules.why_not_join(email=person.email))
    person.email, person.name, person.language = person.email.strip().lower(), name.strip()[:120], language
    person.save()
    Profile.objects.create(person=person, unit=unit, languages=[language])
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
