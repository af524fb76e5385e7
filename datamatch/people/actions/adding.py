"""What an installation adds: its administrator, and skills that are not on the shipped list."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Person, Profile, Skill


@transaction.atomic
def add_administrator(*, email: str, name: str, at: datetime) -> Person:
    """Add somebody who runs the installation; the address counts as verified, a password is set elsewhere.

    :raises Refused: the address is taken
    """
    refuse_if(rules.why_not_join(email=email))
    person = Person.objects.create_superuser(email, name=name)
    Profile.objects.create(person=person, languages=["nl"])
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    trail.record("administrator.add", of=person, by=None, at=at)
    return person


@transaction.atomic
def add_skill(*, slug: str, name_nl: str, name_en: str, group: str, by: Person, at: datetime) -> Skill:
    """Add a skill to the list.

    :raises Refused: not an administrator
    """
    refuse_if(rules.why_not_add_to_lists(by=by))
    words = {"name_nl": name_nl, "name_en": name_en, "group": group}
    skill, _ = Skill.objects.get_or_create(slug=slug, defaults=words)
    trail.record("skill.add", of=skill, by=by, at=at)
    return skill
