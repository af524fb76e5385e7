"""Why something may not be done with a canvas."""

import pytest

from datamatch.canvas import rules
from datamatch.canvas.enums import Need
from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def test_canvas_is_filled_from_screening_until_the_edition_closes():
    filled = set()
    for stage in Stage:
        idea = make_idea(edition=make_edition(stage=stage))
        if rules.why_not_fill_canvas(idea=idea, by=idea.submitter) is None:
            filled.add(stage)
    assert filled == set(Stage) - {Stage.PREPARING, Stage.CALL, Stage.CLOSED}


def test_canvas_is_filled_by_authors_and_managers_only():
    edition = make_edition(stage=Stage.MATCHING)
    idea = make_idea(edition=edition)
    assert rules.why_not_fill_canvas(idea=idea, by=make_manager(edition)) is None
    assert rules.why_not_fill_canvas(idea=idea, by=make_person()) == (
        "Only who wrote this idea and the programme manager fill its canvas."
    )


def test_withdrawn_idea_has_no_canvas_to_fill():
    idea = make_idea(edition=make_edition(stage=Stage.MATCHING), state=IdeaState.WITHDRAWN)
    assert rules.why_not_fill_canvas(idea=idea, by=idea.submitter) == "This idea does not take part."


def test_screener_does_not_read_the_canvas_during_screening():
    edition = make_edition(stage=Stage.SCREENING)
    idea = make_idea(edition=edition)
    assert rules.why_not_see(idea=idea, by=make_screener(edition)) == (
        "The canvas can be read once the shortlist is known."
    )
    assert rules.why_not_see(idea=idea, by=idea.submitter) is None


def test_everyone_reads_the_canvas_from_matching_on():
    idea = make_idea(edition=make_edition(stage=Stage.MATCHING))
    assert rules.why_not_see(idea=idea, by=make_person()) is None


@pytest.mark.parametrize(
    ("needs", "reason"),
    [
        ([Need("jurist", 4), Need("jurist", 2)], "Name each role once."),
        ([Need("wizard", 4)], "Choose the roles from the list."),
        ([Need("jurist", 0)], "A role takes 1 to 40 hours a week."),
        ([Need("jurist", 41)], "A role takes 1 to 40 hours a week."),
        ([Need("jurist", 4), Need("ethicus", 1)], None),
        ([], None),
    ],
)
def test_roles_are_known_named_once_and_have_hours(needs, reason):
    assert rules.why_not_need(needs) == reason
