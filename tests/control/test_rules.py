"""When an edition may leave its stage."""

import pytest

from datamatch.control import rules
from datamatch.editions.enums import NEXT, ORDER, Stage
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def test_every_stage_has_guards_except_the_last():
    assert tuple(rules.GUARDS) == ORDER
    assert [stage for stage in ORDER if not rules.GUARDS[stage]] == [Stage.CLOSED]
    assert set(NEXT) == set(ORDER) - {Stage.CLOSED}


@pytest.mark.parametrize("stage", ORDER)
def test_guards_of_an_empty_edition_answer_in_sentences(stage):
    edition = make_edition(stage=stage, themes=0, criteria=0)
    assert all(reason.endswith(".") for reason in rules.reasons_to_stay(edition))


def test_control_room_is_for_managers():
    edition = make_edition()
    assert rules.why_not_see(edition=edition, by=make_manager(edition)) is None
    reason = "The control room is for the managers of this edition."
    assert rules.why_not_see(edition=edition, by=make_screener(edition)) == reason
    assert rules.why_not_move(edition=edition, by=make_person()) == reason


def test_edition_stays_for_every_reason_of_its_stage():
    edition = make_edition()
    by = make_manager(edition)
    assert rules.why_not_move(edition=edition, by=by) == " ".join(rules.reasons_to_stay(edition))


def test_edition_moves_when_no_guard_has_a_reason():
    edition = make_edition(shortlist_size=2)
    by = make_manager(edition)
    for _ in range(2):
        make_idea(edition=edition)
        make_screener(edition)
    assert rules.reasons_to_stay(edition) == []
    assert rules.why_not_move(edition=edition, by=by) is None


def test_closed_edition_goes_nowhere():
    edition = make_edition(stage=Stage.CLOSED)
    reason = "This edition is closed; it is the last stage."
    assert rules.why_not_move(edition=edition, by=make_manager(edition)) == reason


def test_stage_that_was_left_meanwhile_is_not_left_again():
    edition = make_edition(stage=Stage.SCREENING)
    assert rules.why_not_leave(edition=edition, stage="screening") is None
    reason = "Somebody already moved this edition on. Look again."
    assert rules.why_not_leave(edition=edition, stage="call") == reason
