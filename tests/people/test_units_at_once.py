"""Administrators change units, and line managers answer, at the same moment."""

import pytest
from django.db import connection

from datamatch.people import actions, queries
from datamatch.people.models import HoursConsent, Person, Profile, Unit, UnitMerge, UnitParent
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_administrator, make_person, make_unit
from tests.factories.together import together

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time: nothing happens at once"),
]


def test_two_moves_at_once_make_no_circle():
    admin, one, two = make_administrator(), make_unit(), make_unit()

    def place(low, high):
        actions.place_unit(unit=low, parent=high, on=DAY, by=admin, at=MOMENT)

    together(lambda: place(one, two), lambda: place(two, one))
    assert UnitParent.objects.count() == 1


def test_two_merges_at_once_leave_one_unit_and_everybody_in_it():
    admin, one, two = make_administrator(), make_unit(), make_unit()
    people = [make_person(unit=unit) for unit in (one, two)]

    def merge(low, high):
        actions.merge_unit(unit=low, into=high, by=admin, at=MOMENT)

    together(lambda: merge(one, two), lambda: merge(two, one), lambda: merge(one, two))
    assert (UnitMerge.objects.count(), Unit.objects.live().count()) == (1, 1)
    homes = set(Profile.objects.filter(person__in=people).values_list("unit", flat=True))
    assert homes == {Unit.objects.live().get().pk}


def test_file_confirmed_twice_at_once_is_carried_out_once():
    admin = make_administrator()
    line = queries.UnitLine(
        row=1, key="org:x", name="X", abbreviation="", named_on=None, former=(), ended_on=None, parents=(),
        belongs_to="", tooi="", roo_id="", oin="", file_id="org:x",
    )  # fmt: skip
    kept = actions.read_in(lines=[line], by=admin, at=MOMENT)
    together(*[lambda: actions.confirm_import(unit_import=kept, by=admin, at=MOMENT)] * 2)
    assert Unit.objects.count() == 1


def test_question_asked_three_times_at_once_is_one_question():
    anna = make_person(hours_per_week=8)

    def ask():
        me = Person.objects.get(pk=anna.pk)
        actions.ask_line_manager(person=me, email="chief@example.org", hours_per_week=8, by=me, at=MOMENT)

    together(*[ask] * 3)
    assert HoursConsent.objects.count() == 1


def test_answers_and_taking_back_at_once_leave_one_outcome():
    anna = make_person(hours_per_week=8)
    consent = actions.ask_line_manager(person=anna, email="chief@example.org", hours_per_week=8, by=anna, at=MOMENT)

    def answer(state, hours=None):
        actions.answer_consent(consent=consent, state=state, hours=hours, at=MOMENT)

    together(
        lambda: answer("agreed"),
        lambda: answer("fewer", 3),
        lambda: actions.take_back_consent(consent=consent, by=anna, at=MOMENT),
    )
    consent.refresh_from_db()
    assert consent.state == "withdrawn"
    assert queries.consented_hours(anna) is None
