"""Many people type the last code at once: on PostgreSQL, with real concurrency."""

import pytest
from django.db import connection

from datamatch.editions import actions
from datamatch.editions.enums import Access
from datamatch.editions.models import EditionInvite
from datamatch.people.models import Invitation
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.together import together

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time: nothing happens at once"),
]


def test_last_places_of_a_code_go_to_as_many_as_there_are():
    edition = make_edition(access=Access.CODE)
    code = actions.make_code(edition=edition, by=make_manager(edition), at=MOMENT, most_uses=3)
    people = [make_person() for _one in range(12)]
    refused = together(
        *[lambda person=person: actions.enter_with_code(code=code, by=person, at=MOMENT) for person in people]
    )
    code.refresh_from_db()
    assert (len(refused), code.used, edition.members.count()) == (9, 3, 3)


def test_one_person_who_presses_many_times_uses_one_place():
    edition = make_edition(access=Access.CODE)
    code = actions.make_code(edition=edition, by=make_manager(edition), at=MOMENT)
    person = make_person()
    refused = together(*[lambda: actions.enter_with_code(code=code, by=person, at=MOMENT)] * 12)
    code.refresh_from_db()
    assert (refused, code.used, edition.members.count()) == ([], 1, 1)


def test_invitation_sent_again_by_many_at_once_makes_one_new_link():
    edition = make_edition(access=Access.CODE)
    manager = make_manager(edition)
    actions.invite_people(edition=edition, addresses=["new@there.nl"], by=manager, at=MOMENT)
    sent = EditionInvite.objects.get()
    refused = together(*[lambda: actions.invite_again(invite_sent=sent, by=manager, at=later(days=2))] * 6)
    assert len(refused) == 5
    assert (EditionInvite.objects.count(), Invitation.objects.count()) == (1, 2)


def test_invitation_withdrawn_by_many_at_once_is_withdrawn_once():
    edition = make_edition(access=Access.CODE)
    manager = make_manager(edition)
    actions.invite_people(edition=edition, addresses=["new@there.nl"], by=manager, at=MOMENT)
    sent = EditionInvite.objects.get()
    refused = together(*[lambda: actions.withdraw_invite(invite_sent=sent, by=manager, at=later())] * 4)
    assert (len(refused), EditionInvite.objects.count()) == (3, 0)


def test_sign_in_on_many_devices_at_once_gives_a_duty_once():
    edition, person = make_edition(), make_person()
    words = [f"juror:edition/{edition.slug}"]
    assert together(*[lambda: actions.follow_duties(person, words, MOMENT)] * 6) == []
    assert edition.appointments.filter(person=person).count() == 1
