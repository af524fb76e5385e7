"""Seats: who has one, who waits, who is in."""

import pytest

from datamatch.datadag import actions, queries
from datamatch.datadag.enums import RegistrationState
from datamatch.datadag.models import Registration
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.datadag import make_datadag, make_registration
from tests.factories.editions import make_manager
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
SEATED, WAITING, CANCELLED = RegistrationState


def test_registering_takes_a_seat_until_the_day_is_full():
    datadag = make_datadag(capacity=2)
    made = [actions.register(datadag=datadag, by=make_person(), at=later(minutes=n)) for n in range(4)]
    assert [registration.state for registration in made] == [SEATED, SEATED, WAITING, WAITING]
    assert queries.seats_of(datadag) == queries.Seats(capacity=2, seated=2, waiting=2, present=0)
    assert [queries.place_in_line(registration) for registration in made[2:]] == [1, 2]


def test_registering_twice_is_refused():
    registration = make_registration(datadag=make_datadag())
    with pytest.raises(Refused):
        actions.register(datadag=registration.datadag, by=registration.person, at=MOMENT)


def test_registering_again_after_cancelling_joins_the_end_of_the_line():
    datadag = make_datadag(capacity=1)
    early = make_registration(datadag=datadag, state=CANCELLED)
    make_registration(datadag=datadag)
    make_registration(datadag=datadag, state=WAITING, registered_at=later(minutes=1))
    again = actions.register(datadag=datadag, by=early.person, at=later(minutes=2))
    assert (again, again.state, queries.place_in_line(again)) == (early, WAITING, 2)


def test_no_seat_is_free_while_somebody_waits():
    datadag = make_datadag(capacity=2)
    make_registration(datadag=datadag, state=WAITING)
    assert queries.seats_of(datadag).left == 0


def test_cancelling_gives_the_seat_to_who_waits_longest_and_tells_them_once():
    datadag = make_datadag(capacity=1)
    seated = make_registration(datadag=datadag)
    english = make_person(language="en", name="Ann", email="ann@example.org")
    later_one = make_registration(datadag=datadag, state=WAITING, registered_at=later(minutes=2))
    first = make_registration(datadag=datadag, person=english, state=WAITING, registered_at=later(minutes=1))
    actions.cancel(registration=seated, by=seated.person, at=later(hours=1))
    states = [Registration.objects.get(pk=row.pk).state for row in (seated, first, later_one)]
    assert states == [CANCELLED, SEATED, WAITING]
    mail = Mail.objects.get()
    assert (mail.to, mail.language) == ("ann@example.org", "en")
    assert mail.subject == "You have a seat at the DataDag of Thursday 12 March 2026"
    assert "Dear Ann," in mail.body


def test_who_waits_can_leave_the_line_without_moving_others():
    datadag = make_datadag(capacity=1)
    make_registration(datadag=datadag)
    waiting = [make_registration(datadag=datadag, state=WAITING) for _ in range(2)]
    actions.cancel(registration=waiting[0], by=waiting[0].person, at=MOMENT)
    assert Registration.objects.get(pk=waiting[1].pk).state == WAITING
    assert Mail.objects.count() == 0


def test_cancelling_for_somebody_else_is_refused():
    with pytest.raises(Refused):
        actions.cancel(registration=make_registration(datadag=make_datadag()), by=make_person(), at=MOMENT)


def test_checking_in_notes_the_moment_and_is_refused_twice():
    registration = make_registration(datadag=make_datadag())
    manager = make_manager(registration.datadag.edition)
    actions.check_in(registration=registration, by=manager, at=later(days=10))
    with pytest.raises(Refused):
        actions.check_in(registration=registration, by=manager, at=later(days=10))
    assert Registration.objects.get().checked_in_at == later(days=10)
    assert list(TrailEntry.objects.values_list("deed", flat=True)) == ["registration.check_in"]


def test_registrations_are_found_by_a_part_of_the_name():
    datadag = make_datadag()
    ann = make_registration(datadag=datadag, person=make_person(name="Ann de Wit"))
    make_registration(datadag=datadag, person=make_person(name="Bob"))
    make_registration(datadag=datadag, person=make_person(name="Anna"), state=CANCELLED)
    assert list(queries.registrations_found(datadag, text="ann")) == [ann]
