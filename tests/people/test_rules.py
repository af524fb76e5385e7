"""Who may do what with a person."""

import pytest

from datamatch.people import rules
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
        ({"languages": ["fr"]}, "We do not know this language."),
        ({"skills": {"alchemy": 2}}, "We do not know one of these skills."),
        ({"skills": {"known": 5}}, "A level goes from 1 to 4."),
        ({"skills": {"known": 4}}, None),
    ],
)
def test_words_of_a_profile_are_on_our_lists(words, reason):
    make_skill(slug="known")
    assert rules.why_not_know(**WORDS | words) == reason


def test_person_who_would_rather_not_be_asked_says_so():
    person = make_person(name="Anna")
    assert rules.why_not_ask(person=person, by=make_person()) is None
    person.profile.open_to_ask = False
    person.profile.save()
    assert rules.why_not_ask(person=person, by=make_person()) == "Anna would rather not be asked now."
    assert rules.why_not_ask(person=person, by=person) is None
