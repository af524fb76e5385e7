"""Who is tied to an idea does not judge it."""

import pytest

from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import CoAuthor
from datamatch.screening.rules import conflict_of
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit


def test_stranger_has_no_conflict(edition):
    idea = make_idea(edition=edition, submitter=make_person(unit=make_unit()))
    assert conflict_of(idea=idea, person=make_person(unit=make_unit())) is None


def test_people_without_unit_are_not_of_the_same_unit(edition):
    assert conflict_of(idea=make_idea(edition=edition), person=make_person()) is None


def test_submitter_has_a_conflict(edition):
    idea = make_idea(edition=edition)
    assert conflict_of(idea=idea, person=idea.submitter) == "This is your own idea."


def test_who_was_asked_to_write_along_knows_whose_it_is_also_after_saying_no(edition):
    idea, person = make_idea(edition=edition), make_person()
    invited = CoAuthor.objects.create(idea=idea, person=person, invited_at=MOMENT)
    for ended_at in (None, MOMENT):
        invited.ended_at = ended_at
        invited.save()
        reason = conflict_of(idea=idea, person=person)
        assert reason == "You were asked to co-write this idea, so you know whose it is."


def test_coauthor_has_a_conflict_once_they_accepted(edition):
    idea, person = make_idea(edition=edition), make_person()
    CoAuthor.objects.create(idea=idea, person=person, invited_at=MOMENT, accepted_at=MOMENT)
    assert conflict_of(idea=idea, person=person) == "You are one of the writers of this idea."


@pytest.mark.parametrize("kind", EnergyKind.values)
def test_energy_of_any_kind_is_a_conflict(edition, kind):
    idea = make_idea(edition=edition)
    person = make_energy(idea=idea, kind=kind).person
    assert conflict_of(idea=idea, person=person) == "You gave energy to this idea."


def test_colleague_of_the_submitter_has_a_conflict(edition):
    unit = make_unit()
    idea = make_idea(edition=edition, submitter=make_person(unit=unit))
    assert conflict_of(idea=idea, person=make_person(unit=unit)) == "This idea comes from the unit you work in."


def test_colleague_of_a_coauthor_has_a_conflict(edition):
    unit = make_unit()
    idea = make_idea(edition=edition)
    CoAuthor.objects.create(idea=idea, person=make_person(unit=unit), invited_at=MOMENT, accepted_at=MOMENT)
    assert conflict_of(idea=idea, person=make_person(unit=unit)) == "This idea comes from the unit you work in."


def test_merged_unit_is_the_same_unit_as_the_one_it_went_up_in(edition):
    barn, shed, lab = make_unit(name="Barn office"), make_unit(name="Shed"), make_unit(name="Lab")
    author = make_person(unit=shed)
    idea = make_idea(edition=edition, submitter=author)
    author.profile.unit = lab
    author.profile.save()
    colleague = make_person(unit=barn)
    assert conflict_of(idea=idea, person=colleague) is None
    shed.merged_into = barn
    shed.save()
    assert conflict_of(idea=idea, person=colleague) is not None
