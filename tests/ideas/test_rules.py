"""Why something may not be done with an idea."""

from datetime import timedelta

import pytest

from datamatch.editions.enums import Stage
from datamatch.ideas import rules
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import CoAuthor
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db

CLOSED = "The call is closed."


def test_idea_can_be_started_during_the_call_only():
    person = make_person()
    given = {stage: rules.why_not_start(edition=make_edition(stage=stage), by=person, at=MOMENT) for stage in Stage}
    expected = dict.fromkeys(Stage, CLOSED) | {Stage.PREPARING: "The call is not open yet.", Stage.CALL: None}
    assert given == expected


def test_start_before_the_call_names_the_day_it_opens():
    edition = make_edition(stage=Stage.PREPARING, call_opens_on=DAY + timedelta(days=8))
    reason = rules.why_not_start(edition=edition, by=make_person(), at=MOMENT)
    assert reason == "The call opens on 10 March."


def test_author_and_accepted_co_author_may_change_during_the_call():
    idea = make_idea(edition=make_edition())
    friend, stranger = make_person(), make_person()
    CoAuthor.objects.create(idea=idea, person=friend, invited_at=MOMENT, accepted_at=MOMENT)
    assert rules.why_not_change(idea=idea, by=idea.submitter) is None
    assert rules.why_not_change(idea=idea, by=friend) is None
    assert rules.why_not_change(idea=idea, by=stranger) == "Only who wrote this idea can change it."


def test_invited_co_author_may_not_change_yet():
    idea, invited = make_idea(edition=make_edition()), make_person()
    CoAuthor.objects.create(idea=idea, person=invited, invited_at=MOMENT)
    assert rules.why_not_change(idea=idea, by=invited) == "Only who wrote this idea can change it."


def test_words_stay_as_they_are_after_the_call():
    idea = make_idea(edition=make_edition(stage=Stage.SCREENING))
    by = idea.submitter
    assert rules.why_not_change(idea=idea, by=by) == CLOSED
    assert rules.why_not_withdraw(idea=idea, by=by) == CLOSED


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ({"title": " "}, "Your idea has no title yet."),
        ({"demand": ""}, "Tell first which question or problem you want to solve."),
        ({"theme": None}, "Choose a theme first."),
    ],
)
def test_incomplete_draft_is_not_sent(missing, reason):
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT, **missing)
    assert rules.why_not_send(idea=draft, by=draft.submitter, at=MOMENT) == reason


def test_theme_is_not_asked_where_the_call_has_none():
    draft = make_idea(edition=make_edition(themes=0), state=IdeaState.DRAFT)
    assert rules.why_not_send(idea=draft, by=draft.submitter, at=MOMENT) is None


def test_sent_idea_is_not_sent_twice_and_draft_not_withdrawn():
    edition = make_edition()
    sent, draft = make_idea(edition=edition), make_idea(edition=edition, state=IdeaState.DRAFT)
    assert rules.why_not_send(idea=sent, by=sent.submitter, at=MOMENT) == "This idea has been sent."
    assert rules.why_not_withdraw(idea=draft, by=draft.submitter) == "This idea has not been sent."


@pytest.mark.parametrize("state", [IdeaState.DRAFT, IdeaState.WITHDRAWN])
def test_only_authors_see_what_does_not_take_part(state):
    edition = make_edition()
    idea = make_idea(edition=edition, state=state)
    assert rules.why_not_see(idea=idea, by=idea.submitter) is None
    assert rules.why_not_see(idea=idea, by=make_manager(edition)) is not None
    assert rules.why_not_see(idea=idea, by=make_person()) is not None


def test_names_are_hidden_until_screening_is_done():
    reader = make_person()
    hidden = {
        stage: rules.why_not_see_authors(idea=make_idea(edition=make_edition(stage=stage)), by=reader) is not None
        for stage in Stage
    }
    blind = {Stage.PREPARING, Stage.CALL, Stage.SCREENING}
    assert hidden == {stage: stage in blind for stage in Stage}


def test_authors_and_managers_see_names_during_screening():
    edition = make_edition(stage=Stage.SCREENING)
    idea = make_idea(edition=edition)
    assert rules.why_not_see_authors(idea=idea, by=idea.submitter) is None
    assert rules.why_not_see_authors(idea=idea, by=make_manager(edition)) is None
    assert rules.why_not_see_authors(idea=idea, by=make_screener(edition)) is not None


def test_energy_is_hidden_during_the_call_except_for_managers():
    edition = make_edition()
    assert rules.why_not_see_energy(edition=edition, by=make_person()) is not None
    assert rules.why_not_see_energy(edition=edition, by=make_manager(edition)) is None
    assert rules.why_not_see_energy(edition=make_edition(stage=Stage.SCREENING), by=make_person()) is None


def test_energy_comes_from_others_until_the_teams_are_at_work():
    idea = make_idea(edition=make_edition())
    late = make_idea(edition=make_edition(stage=Stage.DELIVERY))
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    person = make_person()
    assert rules.why_not_give_energy(idea=idea, by=person) is None
    assert rules.why_not_give_energy(idea=idea, by=idea.submitter) == (
        "This is your own idea. Energy comes from others."
    )
    assert rules.why_not_give_energy(idea=late, by=person) == (
        "The teams of this edition are at work. Energy can no longer be given."
    )
    assert rules.why_not_give_energy(idea=draft, by=person) == "This idea does not take part now."


def test_call_is_left_with_enough_ideas_and_screeners():
    edition = make_edition(shortlist_size=2)
    make_idea(edition=edition)
    make_screener(edition)
    assert rules.why_not_leave_call(edition=edition) == [
        "1 idea has been sent; the shortlist has room for 2.",
        "1 screener is appointed; at least 2 are needed.",
    ]
    make_idea(edition=edition, sent_at=later())
    make_screener(edition)
    assert rules.why_not_leave_call(edition=edition) == []
