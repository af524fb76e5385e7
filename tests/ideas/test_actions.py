"""Deeds with ideas."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import CoAuthor, Energy
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


def start(edition, by, **words):
    words = {"title": "A map", "demand": "Where?", "theme": edition.themes.first()} | words
    return actions.start_idea(edition=edition, by=by, at=MOMENT, **words)


def test_started_idea_is_a_draft_without_number():
    idea = start(make_edition(), make_person())
    assert (idea.state, idea.number, idea.sent_at) == (IdeaState.DRAFT, None, None)


def test_idea_is_not_started_after_the_call():
    with pytest.raises(Refused, match="The call is closed"):
        start(make_edition(stage=Stage.MATCHING), make_person())


def test_sent_ideas_get_the_next_number_of_their_edition():
    edition, person = make_edition(), make_person()
    make_idea(edition=edition, number=7)
    make_idea(edition=make_edition(), number=40)
    sent = actions.send_idea(idea=start(edition, person), by=person, at=later())
    assert (sent.state, sent.number, sent.sent_at) == (IdeaState.SENT, 8, later())


def test_sent_idea_keeps_the_unit_of_that_day():
    unit = make_unit(name="Water and Soil")
    person, edition = make_person(unit=unit), make_edition()
    sent = actions.send_idea(idea=start(edition, person), by=person, at=MOMENT)
    unit.name = "Land"
    unit.save()
    sent.refresh_from_db()
    assert (sent.unit, sent.unit_name) == (unit, "Water and Soil")


@pytest.mark.parametrize("audience", ["unit", "me"])
def test_sent_idea_does_not_tell_a_unit_that_its_submitter_keeps_hidden(audience):
    person = make_person(unit=make_unit())
    person.profile.unit_for = audience
    person.profile.save()
    sent = actions.send_idea(idea=start(make_edition(), person), by=person, at=MOMENT)
    assert (sent.unit, sent.unit_name) == (None, "")


def test_every_author_gets_a_receipt_in_their_language_once():
    person, friend = make_person(language="en"), make_person(language="en")
    idea = start(make_edition(), person)
    CoAuthor.objects.create(idea=idea, person=friend, invited_at=MOMENT, accepted_at=MOMENT)
    actions.send_idea(idea=idea, by=person, at=MOMENT)
    actions.withdraw_idea(idea=idea, by=person, at=MOMENT)
    actions.send_idea(idea=idea, by=friend, at=MOMENT)
    assert sorted(Mail.objects.values_list("to", "subject", "language")) == sorted(
        (author.email, "Received: idea 1, A map", "en") for author in (person, friend)
    )


def test_withdrawn_idea_keeps_its_number_when_sent_again():
    edition, person = make_edition(), make_person()
    idea = actions.send_idea(idea=start(edition, person), by=person, at=MOMENT)
    actions.withdraw_idea(idea=idea, by=person, at=MOMENT)
    make_idea(edition=edition, number=2)
    assert actions.send_idea(idea=idea, by=person, at=later()).number == 1


def test_stranger_cannot_send_change_or_withdraw():
    idea, stranger = make_idea(edition=make_edition()), make_person()
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    with pytest.raises(Refused):
        actions.send_idea(idea=draft, by=stranger, at=MOMENT)
    with pytest.raises(Refused):
        actions.change_idea(idea=idea, by=stranger, at=MOMENT, title="Mine")
    with pytest.raises(Refused):
        actions.withdraw_idea(idea=idea, by=stranger, at=MOMENT)


def test_change_keeps_words_and_notes_which_without_their_text():
    idea = make_idea(edition=make_edition())
    actions.change_idea(idea=idea, by=idea.submitter, at=later(), title="Better", data=idea.data)
    idea.refresh_from_db()
    entry = TrailEntry.objects.get(deed="idea.change")
    assert (idea.title, idea.changed_at, entry.details) == ("Better", later(), {"changed": ["title"]})


def test_sent_idea_cannot_lose_its_demand():
    idea = make_idea(edition=make_edition())
    with pytest.raises(Refused, match="Tell first"):
        actions.change_idea(idea=idea, by=idea.submitter, at=MOMENT, demand="")
    idea.refresh_from_db()
    assert idea.demand != ""


def test_change_of_anything_but_words_is_a_mistake():
    idea = make_idea(edition=make_edition())
    with pytest.raises(TypeError, match="number"):
        actions.change_idea(idea=idea, by=idea.submitter, at=MOMENT, number=1)


def test_energy_given_again_replaces_the_earlier_words():
    idea, person = make_idea(edition=make_edition()), make_person()
    join = {"idea": idea, "by": person, "kind": EnergyKind.JOIN, "role": "jurist"}
    actions.give_energy(**join, at=MOMENT, hours_per_week=2)
    actions.give_energy(**join, at=later(), hours_per_week=6, why="I know this law")
    energy = Energy.objects.get()
    assert (energy.hours_per_week, energy.why, energy.stated_at) == (6, "I know this law", later())


@pytest.mark.parametrize(
    "said",
    [
        {"kind": EnergyKind.JOIN, "role": "", "hours_per_week": 4},
        {"kind": EnergyKind.JOIN, "role": "jurist", "hours_per_week": 0},
        {"kind": EnergyKind.JOIN, "role": "jurist", "hours_per_week": 41},
        {"kind": "love"},
    ],
)
def test_energy_that_does_not_say_what_is_refused(said):
    with pytest.raises(Refused):
        actions.give_energy(idea=make_idea(edition=make_edition()), by=make_person(), at=MOMENT, **said)


def test_author_cannot_give_energy_to_own_idea():
    idea = make_idea(edition=make_edition())
    with pytest.raises(Refused, match="your own idea"):
        actions.give_energy(idea=idea, by=idea.submitter, at=MOMENT, kind=EnergyKind.SUPPORT)


def test_energy_can_be_taken_back_and_a_second_time_nothing_happens():
    idea, person = make_idea(edition=make_edition()), make_person()
    actions.give_energy(idea=idea, by=person, at=MOMENT, kind=EnergyKind.SUPPORT)
    for _ in range(2):
        actions.take_back_energy(idea=idea, by=person, kind=EnergyKind.SUPPORT, at=later())
    assert (Energy.objects.count(), TrailEntry.objects.filter(deed="energy.take_back").count()) == (0, 1)


def test_energy_stays_as_it_is_once_the_teams_are_at_work():
    idea = make_idea(edition=make_edition(stage=Stage.DELIVERY))
    with pytest.raises(Refused, match="at work"):
        actions.take_back_energy(idea=idea, by=make_person(), kind=EnergyKind.SUPPORT, at=MOMENT)
