"""Deeds about people."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db.models import F

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries
from datamatch.people.enums import Period
from datamatch.people.models import Person, Skill, Unit, UnitName, UnitParent
from tests.factories.moments import DAY
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


def test_kept_profile_holds_learning_aspects_periods_and_who_sees_what(moment):
    person, skill = make_person(), make_skill()
    holiday, spring = Period(DAY, DAY + timedelta(13), 0), Period(DAY + timedelta(30), DAY + timedelta(60), 12)
    words = {"learning": [skill.slug], "safeguards": ["legal"], "periods": [spring, holiday]}
    profile = keep(person, moment, **words, audiences={"about": "me", "hours": "unit"})
    profile.refresh_from_db()
    assert [one.skill for one in profile.learning.all()] == [skill]
    assert profile.safeguards == ["legal"]
    assert [(one.from_on, one.hours_per_week) for one in profile.periods.all()] == [(DAY, 0), (spring.from_on, 12)]
    assert (profile.about_for, profile.hours_for, profile.unit_for) == ("me", "unit", "everyone")
    keep(person, moment)
    profile.refresh_from_db()
    assert (profile.learning.count(), profile.safeguards, profile.periods.count()) == (0, [], 0)
    assert profile.about_for == "me"


def test_keeping_periods_that_overlap_is_refused_and_changes_nothing(moment):
    person = make_person(discipline="architect")
    with pytest.raises(Refused, match="overlap"):
        keep(person, moment, periods=[Period(DAY, DAY, 4), Period(DAY, DAY, 5)])
    person.profile.refresh_from_db()
    assert person.profile.discipline == "architect"


def test_hours_are_those_of_the_period_a_day_falls_in_or_of_the_usual_week(moment):
    person = make_person()
    keep(person, moment, hours_per_week=6, periods=[Period(DAY, DAY + timedelta(6), 0)])
    days = [DAY - timedelta(1), DAY, DAY + timedelta(6), DAY + timedelta(7)]
    assert [queries.availability_of(person, on=day) for day in days] == [6, 0, 0, 6]
    assert queries.availability_of(Person.objects.create_user("new@example.org", name="New"), on=DAY) == 0


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
