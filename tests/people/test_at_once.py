"""Two people do the same at the same moment: one invitation lets in one, and somebody always stays."""

import pytest
from django.db import connection

from datamatch.people import actions
from datamatch.people.models import Invitation, Person
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import MOMENT
from tests.factories.people import make_administrator, make_person
from tests.factories.together import together

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time: nothing happens at once"),
]


def closing(person):
    """Return the deed of closing; each thread has read the person for itself, as each request does."""
    return lambda: actions.close_account(person=Person.objects.get(pk=person.pk), by=person, at=MOMENT)


def test_one_invitation_lets_in_one_of_eight():
    actions.invite(by=make_administrator(), at=MOMENT)

    def joining(number):
        person = Person(email=f"new{number}@example.org")
        words = {"name": "New", "unit": None, "language": "en", "invitation": Invitation.objects.get()}
        return lambda: actions.join(person=person, at=MOMENT, **words)

    refused = together(*(joining(number) for number in range(8)))
    assert len(refused) == 7
    assert Person.objects.filter(email__startswith="new").get() == Invitation.objects.get().used_by


def test_of_two_last_administrators_one_stays():
    refused = together(*(closing(make_administrator()) for _ in range(2)))
    assert len(refused) == 1
    assert Person.objects.filter(is_staff=True).count() == 1


def test_of_two_last_managers_one_stays():
    edition, managers = make_edition(), [make_person(), make_person()]
    for manager in managers:
        make_manager(edition, manager)
    assert len(together(*(closing(manager) for manager in managers))) == 1
    assert Person.objects.filter(pk__in=[manager.pk for manager in managers], is_active=True).count() == 1
