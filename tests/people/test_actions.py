"""Deeds about people."""

import pytest
from allauth.account.models import EmailAddress
from django.db.models import F

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions
from datamatch.people.models import Person, Skill, Unit, UnitName, UnitParent
from tests.factories.people import make_person, make_skill, make_unit

pytestmark = pytest.mark.django_db


def deeds():
    return list(TrailEntry.objects.values_list("deed", flat=True))


def keep(person, moment, **given):
    words = {"unit": None, "discipline": "jurist", "hours_per_week": 6, "languages": ["nl", "en"], "skills": {}}
    return actions.keep_profile(person=person, at=moment, **{"by": person} | words | given)


def test_added_person_signs_in_by_code_only_and_has_a_verified_address(moment):
    person = actions.add_person(email="Anna@Example.org", name="Anna", language="en", at=moment)
    assert (person.email, person.language, person.has_usable_password()) == ("anna@example.org", "en", False)
    assert person.profile.languages == ["en"]
    address = EmailAddress.objects.get(user=person)
    assert (address.email, address.verified, address.primary) == ("anna@example.org", True, True)
    assert deeds() == ["person.add"]


def test_adding_an_address_twice_is_refused(moment):
    make_person(email="anna@example.org")
    with pytest.raises(Refused, match="already a profile"):
        actions.add_person(email="ANNA@example.org", name="Anna", at=moment)
    assert deeds() == []


def test_joining_makes_a_profile_with_the_unit(moment):
    unit = make_unit()
    person = actions.join(person=Person(email="A@example.org"), name="Anna", unit=unit, language="nl", at=moment)
    assert (person.email, person.profile.unit, deeds()) == ("a@example.org", unit, ["person.join"])


def test_kept_profile_replaces_skills_and_words(moment):
    person, unit, one, two = make_person(), make_unit(), make_skill(), make_skill()
    keep(person, moment, unit=unit, skills={one.slug: 3})
    profile = keep(person, moment, about=" I like maps. ", skills={two.slug: 4}, open_to_ask=False)
    assert (profile.unit, profile.discipline, profile.hours_per_week) == (None, "jurist", 6)
    assert (profile.about, profile.open_to_ask, profile.languages) == ("I like maps.", False, ["nl", "en"])
    assert [(level.skill, level.level) for level in profile.levels.all()] == [(two, 4)]
    assert deeds() == ["profile.keep", "profile.keep"]


def test_keeping_makes_the_profile_of_who_had_none(moment):
    person = Person.objects.create_user("new@example.org", name="New")
    assert keep(person, moment).person == person


def test_keeping_the_profile_of_another_is_refused(moment):
    with pytest.raises(Refused, match="Only the person themselves"):
        keep(make_person(), moment, by=make_person())


def test_keeping_an_unknown_skill_is_refused_and_changes_nothing(moment):
    person = make_person(discipline="architect")
    with pytest.raises(Refused, match="one of these skills"):
        keep(person, moment, skills={"alchemy": 3})
    person.profile.refresh_from_db()
    assert person.profile.discipline == "architect"


def test_loading_units_twice_keeps_their_number(moment):
    assert actions.load_units(at=moment) == 115
    counts = Unit.objects.count(), UnitName.objects.count(), UnitParent.objects.count()
    assert actions.load_units(at=moment) == 115
    assert (Unit.objects.count(), UnitName.objects.count(), UnitParent.objects.count()) == counts
    assert counts[0] == 115


def test_loaded_units_have_the_name_of_the_day(moment):
    actions.load_units(at=moment)
    renamed = [unit for unit in Unit.objects.all() if unit.names.count() > 1]
    assert renamed
    for unit in renamed:
        last = unit.names.order_by(F("valid_from").asc(nulls_first=True)).last()
        assert unit.name_on(last.valid_from) == last.name == unit.name


def test_loading_skills_twice_keeps_their_number(moment):
    assert (actions.load_skills(at=moment), actions.load_skills(at=moment)) == (70, 70)
    assert Skill.objects.count() == 70
