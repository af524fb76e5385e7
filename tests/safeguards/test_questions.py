"""The questions that ship with the package."""

import pytest
from django.utils import translation

from datamatch.people.enums import disciplines
from datamatch.safeguards.enums import OWNERS, Aspect, Moment, questions
from datamatch.safeguards.queries import questions_for


@pytest.mark.parametrize("aspect", list(Aspect))
@pytest.mark.parametrize("moment", list(Moment))
def test_every_aspect_has_questions_at_every_moment(aspect, moment):
    assert questions_for(aspect, moment) != []


def test_every_question_is_complete_in_both_languages_and_for_a_known_role():
    known = set(disciplines())
    assert [q.id for q in questions() if not (q.nl and q.en and q.moments and q.role in known)] == []


def test_ids_are_given_once():
    ids = [question.id for question in questions()]
    assert len(set(ids)) == len(ids)


def test_owners_are_of_known_disciplines():
    assert {discipline for fit in OWNERS.values() for discipline in fit} <= set(disciplines())


def test_question_names_each_instrument_once_with_its_places():
    (question,) = [question for question in questions() if question.id == "J2"]
    assert [instrument.name for instrument in question.instruments] == [
        "Pre-scan DPIA: 1.2.1, 1.3.1, 7.1.1",
        "DPIA, central government model: 12",
        "Children's rights impact assessment",
    ]


def test_question_speaks_dutch_to_a_dutch_reader():
    (question,) = [question for question in questions() if question.id == "J1"]
    with translation.override("nl"):
        assert question.words == "Gaat de data over mensen, ook als namen zijn weggehaald?"
