"""What others ask about people."""

from datetime import date

import pytest

from datamatch.people import queries
from datamatch.people.models import Person
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


def test_person_is_found_by_address_in_whatever_case():
    anna = make_person(email="anna@example.org")
    assert queries.person_with_email(" ANNA@example.org") == anna
    assert queries.person_with_email("nobody@example.org") is None


def test_profile_of_somebody_without_one_is_empty():
    person = Person.objects.create_user("new@example.org", name="New")
    profile = queries.profile_of(person)
    assert (profile.pk, profile.person, profile.unit) == (None, person, None)
    assert list(queries.levels_of(profile)) == []


def test_people_are_named_by_all_words_or_not_at_all():
    anna = make_person(name="Anna de Vries")
    assert list(queries.people_named("vries anna")) == [anna]
    assert list(queries.people_named("  ")) == []


def test_unit_that_ended_or_was_merged_is_no_longer_offered():
    living, ended = make_unit(name="A"), make_unit(name="B", ended_on=date(2024, 1, 1))
    make_unit(name="C", merged_into=living)
    assert list(queries.units_on(date(2024, 1, 1))) == [living]
    assert list(queries.units_on(date(2023, 12, 31))) == [living, ended]
