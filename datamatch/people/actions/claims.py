"""Roles that follow what the organisation's own sign-in says."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.people.models import Person


@transaction.atomic
def follow_claims(*, person: Person, roles: Collection[str], at: datetime) -> Person:
    """Let a person be an administrator exactly when their sign-in says so: no claim, no role."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    named = "administrator" in roles
    if person.is_staff != named:
        person.is_staff = person.is_superuser = named
        person.save(update_fields=["is_staff", "is_superuser"])
        deed = "administrator.named" if named else "administrator.removed"
        trail.record(deed, of=person, by=None, at=at, single_sign_on=True)
    return person
