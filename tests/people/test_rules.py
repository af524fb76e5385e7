"""Who may do what with a person."""

from datetime import timedelta

import pytest

from datamatch.people import rules
from datamatch.people.enums import Period
from tests.factories.moments import DAY
from tests.factories.people import make_administrator, make_person, make_skill

pytestmark = pytest.mark.django_db
WORDS = {"discipline": "jurist", "hours_per_week": 4, "languages": ["nl"], "skills": {}}


def test_address_is_taken_in_whatever_case():
    make_person(email="anna@example.org")
    assert rules.why_not_join(email="Anna@Example.org ") == "There is already a profile with this address."
    assert rules.why_not_join(email="bob@example.org") is None


def test_profile_is_kept_by_its_person_or_an_administrator_only():
    person, other = make_person(), make_person()
    assert rules.why_not_keep_profile(person=person, by=person) is None
    assert rules.why_not_keep_profile(person=person, by=make_administrator()) is None
    assert rules.why_not_keep_profile(person=person, by=other) == "Only the person themselves changes a profile."


def test_closed_account_keeps_no_profile():
    person = make_person(is_active=False)
    assert rules.why_not_keep_profile(person=person, by=person) == "This account is closed."


def test_adding_people_is_for_administrators_and_the_system():
    assert rules.why_not_add_person(email="new@example.org", by=None) is None
    assert rules.why_not_add_person(email="new@example.org", by=make_administrator()) is None
    assert rules.why_not_add_person(email="new@example.org", by=make_person()) == "Only an administrator adds people."


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({}, None),
        ({"discipline": "wizard"}, "We do not know this discipline."),
        ({"hours_per_week": 41}, "A week has at most 40 hours to give."),
        ({"languages": ["fr"]}, None),
        ({"languages": ["tlh"]}, "We do not know this language."),
        ({"learning": ["known"]}, None),
        ({"learning": ["alchemy"]}, "We do not know one of these skills."),
        ({"safeguards": ["legal", "ethical"]}, None),
        ({"safeguards": ["magical"]}, "You can safeguard legal, technical and ethical aspects."),
        ({"audiences": {"about": "me"}}, None),
        ({"audiences": {"about": "moon"}}, "Say for each part who sees it: everyone, your unit, or only you."),
        ({"audiences": {"name": "me"}}, "Say for each part who sees it: everyone, your unit, or only you."),
        ({"skills": {"alchemy": 2}}, "We do not know one of these skills."),
        ({"skills": {"known": 5}}, "A level goes from 1 to 4."),
        ({"skills": {"known": 4}}, None),
    ],
)
def test_words_of_a_profile_are_on_our_lists(words, reason):
    make_skill(slug="known")
    assert rules.why_not_know(**WORDS | words) == reason


@pytest.mark.parametrize(
    ("periods", "reason"),
    [
        ([], None),
        ([Period(DAY, DAY, 0)], None),
        ([Period(DAY, DAY, 41)], "A week has at most 40 hours to give."),
        ([Period(DAY, DAY - timedelta(1), 4)], "A period ends on or after the day on which it begins."),
        ([Period(DAY, DAY + timedelta(1), 4), Period(DAY + timedelta(2), DAY + timedelta(3), 4)], None),
        (
            [Period(DAY + timedelta(1), DAY + timedelta(3), 4), Period(DAY, DAY + timedelta(1), 4)],
            "Two of your periods overlap. Let each day be in one period at most.",
        ),
        ([Period(DAY + timedelta(n), DAY + timedelta(n), 4) for n in range(13)], "There is room for 12 periods."),
    ],
)
def test_periods_stand_beside_each_other(periods, reason):
    assert rules.why_not_these_periods(periods) == reason


def test_photo_is_chosen_by_its_person_only():
    person = make_person()
    assert rules.why_not_keep_photo(person=person, by=person) is None
    assert rules.why_not_keep_photo(person=person, by=make_administrator()) == (
        "Only the person themselves chooses a photo."
    )
    person.is_active = False
    assert rules.why_not_keep_photo(person=person, by=person) == "This account is closed."


def test_person_who_would_rather_not_be_asked_says_so():
    person = make_person(name="Anna")
    assert rules.why_not_ask(person=person, by=make_person()) is None
    person.profile.open_to_ask = False
    person.profile.save()
    assert rules.why_not_ask(person=person, by=make_person()) == "Anna would rather not be asked now."
    assert rules.why_not_ask(person=person, by=person) is None
