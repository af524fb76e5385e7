"""Finding people: words, choices, typing errors, and how many people each choice leaves."""

from datetime import timedelta

import pytest

from datamatch.people import queries
from datamatch.people.models import Learning, UnitParent
from tests.factories.moments import DAY
from tests.factories.people import make_person, make_skill, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    """Somebody who can be found themselves neither by name nor by choice."""
    me = make_person(name="Zoë Reader", discipline="", hours_per_week=0)
    me.profile.open_to_ask = False
    me.profile.languages = []
    me.profile.save()
    return queries.reader_of(me)


def found(reader, text="", **wishes):
    words = queries.words_meant(text, to=reader)
    return [profile.person.name for profile in queries.people_found(to=reader, words=words, **{"on": DAY} | wishes)]


def test_search_narrows_by_words_discipline_skill_and_unit(reader):
    skill, unit = make_skill(name_en="Statistics"), make_unit(name="Nature")
    anna = make_person(name="Anna", unit=unit, discipline="jurist")
    make_person(name="Bob")
    anna.profile.levels.create(skill=skill)
    assert found(reader) == ["Anna", "Bob"]
    assert found(reader, "statist") == ["Anna"]
    assert found(reader, "lawyer") == ["Anna"]
    assert found(reader, "anna natur") == ["Anna"]
    assert found(reader, "bob natur") == []
    assert found(reader, discipline="jurist") == ["Anna"]
    assert found(reader, skill=skill.slug) == ["Anna"]
    assert found(reader, unit=unit) == ["Anna"]


def test_search_narrows_by_language_aspect_and_what_one_wants_to_learn(reader):
    skill = make_skill(name_en="Statistics")
    anna = make_person(name="Anna")
    make_person(name="Bob")
    anna.profile.languages, anna.profile.safeguards = ["nl", "de"], ["legal"]
    anna.profile.save()
    Learning.objects.create(profile=anna.profile, skill=skill)
    assert found(reader, language="de") == ["Anna"]
    assert found(reader, language="e") == []
    assert found(reader, safeguard="legal") == ["Anna"]
    assert found(reader, learning=skill.slug) == ["Anna"]
    assert found(reader, "statistics") == ["Anna"]
    assert found(reader, skill=skill.slug) == []


def test_search_by_hours_looks_at_the_day_that_is_asked_for(reader):
    anna = make_person(name="Anna", hours_per_week=2)
    make_person(name="Bob", hours_per_week=6)
    anna.profile.periods.create(from_on=DAY, until_on=DAY + timedelta(6), hours_per_week=16)
    assert found(reader, hours=4) == ["Anna", "Bob"]
    assert found(reader, hours=8) == ["Anna"]
    assert found(reader, hours=4, on=DAY + timedelta(7)) == ["Bob"]


def test_search_in_a_unit_finds_the_units_under_it_once(reader):
    ministry, part = make_unit(), make_unit()
    UnitParent.objects.create(unit=part, parent=ministry)
    make_person(name="Anna", unit=part)
    assert found(reader, unit=ministry) == ["Anna"]


def test_search_leaves_out_who_would_rather_not_be_asked_or_is_gone(reader):
    shy = make_person()
    shy.profile.open_to_ask = False
    shy.profile.save()
    make_person(is_active=False)
    assert found(reader) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("statistics", ("statistics",)),
        ("statistisc", ("statistics",)),
        ("Pytohn", ("python",)),
        ("lawyr", ("lawyer",)),
        ("anneleis", ("annelies",)),
        ("gsi", ("gsi",)),
        ("xylophone", ("xylophone",)),
    ],
)
def test_word_typed_nearly_right_counts_as_the_word_of_our_lists(reader, typed, meant):
    make_skill(name_en="Statistics"), make_skill(name_en="Python")
    annelies = make_person(name="Annelies", discipline="jurist")
    for skill in annelies.profile.skills.model.objects.all():
        annelies.profile.levels.create(skill=skill)
    (word,) = queries.words_meant(typed, to=reader)
    assert (word.typed, word.meant) == (typed, meant)
    assert found(reader, typed) == (["Annelies"] if meant[0] not in {"gsi", "xylophone"} else [])


def test_names_of_who_cannot_be_found_are_no_suggestion(reader):
    make_person(name="Annelies", is_active=False)
    (word,) = queries.words_meant("anneleis", to=reader)
    assert not word.is_mended


def test_facets_count_the_people_that_a_choice_leaves(reader):
    skill = make_skill(name_en="Statistics")
    unit = make_unit(name="Nature", slug="nature")
    for name in ("Anna", "Bob"):
        person = make_person(name=name, unit=unit, discipline="jurist")
        person.profile.levels.create(skill=skill)
        Learning.objects.create(profile=person.profile, skill=skill)
    person.profile.safeguards, person.profile.languages = ["legal"], ["nl", "en"]
    person.profile.save()
    make_person(discipline="architect", hours_per_week=8)
    facets = queries.facets_of(queries.people_found(to=reader, on=DAY), to=reader, on=DAY)
    told = {name: [(one.name, one.count) for one in choices] for name, choices in facets.items()}
    assert told == {
        "discipline": [("Lawyer", 2), ("Architect", 1)],
        "skill": [("Statistics", 2)],
        "learning": [("Statistics", 2)],
        "unit": [("Nature", 2)],
        "safeguard": [("Legal", 1)],
        "language": [("Dutch", 3), ("English", 1)],
        "hours": [("2 hours or more", 3), ("4 hours or more", 3), ("8 hours or more", 1)],
    }
