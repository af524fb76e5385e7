"""What others ask about people."""

from datetime import date

import pytest

from datamatch.people import queries
from datamatch.people.models import Person, UnitParent
from tests.factories.people import make_person, make_skill, make_unit

pytestmark = pytest.mark.django_db


def names(found):
    return [profile.person.name for profile in found]


def test_person_is_found_by_address_in_whatever_case():
    anna = make_person(email="anna@example.org")
    assert queries.person_with_email(" ANNA@example.org") == anna
    assert queries.person_with_email("nobody@example.org") is None


def test_profile_of_somebody_without_one_is_empty():
    person = Person.objects.create_user("new@example.org", name="New")
    profile = queries.profile_of(person)
    assert (profile.pk, profile.person, profile.unit) == (None, person, None)
    assert list(queries.levels_of(profile)) == []


def test_search_narrows_by_words_discipline_skill_and_unit():
    skill, unit = make_skill(name_en="Statistics"), make_unit(name="Nature")
    anna = make_person(name="Anna", unit=unit, discipline="jurist")
    make_person(name="Bob")
    anna.profile.levels.create(skill=skill)
    assert names(queries.people_found()) == ["Anna", "Bob"]
    assert names(queries.people_found(text="statist")) == ["Anna"]
    assert names(queries.people_found(text="anna natur")) == ["Anna"]
    assert names(queries.people_found(text="bob natur")) == []
    assert names(queries.people_found(discipline="jurist")) == ["Anna"]
    assert names(queries.people_found(skill=skill.slug)) == ["Anna"]
    assert names(queries.people_found(unit=unit)) == ["Anna"]


def test_search_in_a_unit_finds_the_units_under_it_once():
    ministry, part = make_unit(), make_unit()
    UnitParent.objects.create(unit=part, parent=ministry)
    make_person(name="Anna", unit=part)
    assert names(queries.people_found(unit=ministry)) == ["Anna"]


def test_search_leaves_out_who_would_rather_not_be_asked_or_is_gone():
    shy = make_person()
    shy.profile.open_to_ask = False
    shy.profile.save()
    make_person(is_active=False)
    assert names(queries.people_found()) == []


def test_facets_count_the_people_that_a_choice_leaves():
    skill = make_skill(name_en="Statistics")
    unit = make_unit(name="Nature", slug="nature")
    for name in ("Anna", "Bob"):
        make_person(name=name, unit=unit, discipline="jurist").profile.levels.create(skill=skill)
    make_person(discipline="architect")
    facets = queries.facets_of(queries.people_found())
    told = {name: [(one.name, one.count) for one in choices] for name, choices in facets.items()}
    assert told == {
        "discipline": [("Lawyer", 2), ("Architect", 1)],
        "skill": [("Statistics", 2)],
        "unit": [("Nature", 2)],
    }


def test_people_are_named_by_all_words_or_not_at_all():
    anna = make_person(name="Anna de Vries")
    assert list(queries.people_named("vries anna")) == [anna]
    assert list(queries.people_named("  ")) == []


def test_unit_that_ended_or_was_merged_is_no_longer_offered():
    living, ended = make_unit(name="A"), make_unit(name="B", ended_on=date(2024, 1, 1))
    make_unit(name="C", merged_into=living)
    assert list(queries.units_on(date(2024, 1, 1))) == [living]
    assert list(queries.units_on(date(2023, 12, 31))) == [living, ended]
