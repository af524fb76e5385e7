"""People settle the choice: the line, the reserve, many decisions at once, conditions, and who confirms."""

from datetime import date

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import IdeaState
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import Answer, Outcome, Round
from datamatch.screening.models import Calibration, Confirmation, Decision
from tests.factories.editions import make_manager
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.screening import make_calibration, make_decision, make_reviewed

TOMORROW = later(days=1).date()


@pytest.fixture
def prepared(edition, manager, screeners, ideas):
    """Seven ideas, best first, with decisions prepared from the ranking: 2 yes, 3 in reserve, 2 no."""
    make_reviewed(ideas, screeners)
    standings = queries.standings_of(make_calibration(edition, manager))
    actions.prepare_decisions(edition=edition, by=manager, at=MOMENT)
    return [standing.idea for standing in standings]


@pytest.fixture
def published(edition, manager, prepared):
    """The same, published, with two days to confirm."""
    actions.plan_publication(
        edition=edition, round=Round.SHORTLIST, confirm_by=later(days=2).date(), by=manager, at=MOMENT
    )
    actions.publish_decisions(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    edition.stage = Stage.MATCHING
    edition.save()
    return prepared


def decide(idea, manager, outcome=Outcome.YES, **given):
    said = {"round": Round.SHORTLIST, "outcome": outcome, "reason": "Clear.", "by": manager, "at": MOMENT}
    return actions.decide(idea=idea, **said | given)


def reserve(edition):
    return [decision.idea for decision in queries.reserve_in(edition)]


def said(edition):
    return [one.text for one in queries.contradictions_in(edition)]


def test_reserve_stands_in_the_order_of_the_ranking(edition, prepared):
    assert reserve(edition) == prepared[2:5]
    assert [one.reserve_place for one in queries.reserve_in(edition)] == [1, 2, 3]


def test_reserve_changes_places(edition, manager, prepared):
    last = queries.decision_on(prepared[4], Round.SHORTLIST)
    actions.order_reserve(decision=last, earlier=True, by=manager, at=MOMENT)
    assert reserve(edition) == [prepared[2], prepared[4], prepared[3]]
    with pytest.raises(Refused, match="not in reserve"):
        actions.order_reserve(
            decision=queries.decision_on(prepared[0], Round.SHORTLIST), earlier=True, by=manager, at=MOMENT
        )
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.order_reserve(decision=last, earlier=True, by=make_person(), at=MOMENT)


def test_who_leaves_the_reserve_leaves_no_gap(edition, manager, prepared):
    decide(prepared[2], manager, Outcome.NO, motive="Not now.")
    assert [one.reserve_place for one in queries.reserve_in(edition)] == [1, 2]
    decide(prepared[2], manager, Outcome.RESERVE)
    assert reserve(edition)[-1] == prepared[2]


def test_line_moves_with_a_reason_and_the_ranking_follows(edition, manager, prepared):
    cut = actions.move_line(
        edition=edition, size=3, reason="A sponsor pays for one more.", by=manager, at=later(hours=1)
    )
    edition.refresh_from_db()
    assert (cut.before, cut.size, edition.shortlist_size) == (2, 3, 3)
    assert queries.is_behind(edition)
    assert actions.calibrate_changed(at=later(hours=2)) == 1
    assert not queries.is_behind(edition)
    assert sum(one.chance for one in queries.standings_of(Calibration.objects.first())) == pytest.approx(3)


@pytest.mark.parametrize(
    ("size", "reason", "told"),
    [(3, " ", "Say why the line moves"), (2, "x", "there already"), (99, "x", "below place"), (0, "x", "below place")],
)
def test_line_does_not_move_there(prepared, manager, size, reason, told):
    edition = prepared[0].edition
    with pytest.raises(Refused, match=told):
        actions.move_line(edition=edition, size=size, reason=reason, by=manager, at=MOMENT)


def test_line_moves_by_managers_and_before_publication_only(edition, manager, prepared):
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.move_line(edition=edition, size=3, reason="x", by=make_person(), at=MOMENT)
    actions.publish_decisions(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    with pytest.raises(Refused, match="The decisions are published"):
        actions.move_line(edition=edition, size=3, reason="x", by=manager, at=MOMENT)


def test_yes_hangs_on_a_condition_with_a_day(manager, prepared):
    decision = decide(prepared[0], manager, condition="Find an owner of the data.", meet_by=TOMORROW)
    assert (decision.told, decision.meet_by) == ("Yes, on a condition", TOMORROW)
    with pytest.raises(Refused, match="by which day"):
        decide(prepared[0], manager, condition="Find an owner.")
    with pytest.raises(Refused, match="Only a yes"):
        decide(prepared[6], manager, Outcome.NO, condition="Find an owner.", meet_by=TOMORROW)
    with pytest.raises(Refused, match="Say what must be met"):
        decide(prepared[0], manager, meet_by=TOMORROW)


def test_many_are_decided_at_once_and_who_cannot_is_told(manager, prepared):
    count, refused = actions.decide_many(ideas=prepared[:2], outcome=Outcome.YES, motive="", by=manager, at=MOMENT)
    assert (count, refused) == (2, [])
    count, refused = actions.decide_many(ideas=prepared[5:], outcome=Outcome.YES, motive="", by=manager, at=MOMENT)
    assert count == 0
    assert [idea for idea, _why in refused] == prepared[5:]
    count, _refused = actions.decide_many(
        ideas=prepared[5:], outcome=Outcome.YES, motive="Both.", by=manager, at=MOMENT
    )
    decision = queries.decision_on(prepared[5], Round.SHORTLIST)
    assert (count, decision.motive, decision.departs, decision.composed) == (2, "Both.", True, True)


def test_what_people_decided_is_taken_back_until_publication(edition, manager, prepared):
    decide(prepared[6], manager, motive="Nobody else looks at this.")
    assert actions.take_back_decisions(ideas=[prepared[6]], by=manager, at=MOMENT) == 1
    decision = queries.decision_on(prepared[6], Round.SHORTLIST)
    assert (decision.outcome, decision.prepared) == (Outcome.NO, True)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.take_back_decisions(ideas=[prepared[6]], by=make_person(), at=MOMENT)
    actions.publish_decisions(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    with pytest.raises(Refused, match="This decision is published"):
        actions.take_back_decisions(ideas=[prepared[6]], by=manager, at=MOMENT)


def test_prepared_decisions_do_not_contradict_the_ranking(edition, manager, prepared):
    assert said(edition) == []
    decide(prepared[6], manager, motive="Nobody else looks at this.")
    assert said(edition) == ["The ranking says something else by now. Prepare again."] * 2
    actions.prepare_decisions(edition=edition, by=manager, at=MOMENT)
    assert said(edition) == []


def test_no_above_the_line_without_a_reason_stops_the_publication(edition, manager, prepared):
    Decision.objects.filter(idea=prepared[0]).update(outcome=Outcome.NO, prepared=False)
    actions.prepare_decisions(edition=edition, by=manager, at=MOMENT)
    assert said(edition) == ["It stands at place 1 and gets “Not this time”, and nobody said why."]
    with pytest.raises(Refused, match="nobody said why"):
        actions.publish_decisions(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)


def test_tie_of_who_decided_stops_the_publication(edition, manager, prepared):
    Decision.objects.filter(idea=prepared[0]).update(decided_by=prepared[0].submitter, prepared=False)
    assert said(edition) == ["Who decided about it is tied to it. Let somebody else decide."]


def test_condition_after_the_pitch_day_stops_the_publication(edition, manager, prepared):
    edition.pitch_on = date(2026, 3, 1)
    edition.save()
    decide(prepared[0], manager, condition="Find an owner.", meet_by=date(2026, 3, 1))
    assert said(edition) == ["Its condition is to be met by 1 March 2026; that is not before the pitch day."]


def test_merged_idea_is_told_and_stops_nothing(edition, manager, prepared):
    prepared[6].state = IdeaState.MERGED
    prepared[6].save()
    found = queries.contradictions_in(edition)
    assert [(one.idea, one.stops) for one in found] == [(prepared[6], False)]


def test_the_chosen_are_asked_to_confirm(published):
    asked = Confirmation.objects.order_by("decision__idea__number")
    assert [(one.decision.idea, one.answer) for one in asked] == [(idea, Answer.WAITING) for idea in published[:2]]


def test_makers_confirm_once(published):
    confirmation = queries.confirmation_of(published[0])
    actions.confirm(confirmation=confirmation, by=published[0].submitter, at=MOMENT)
    assert queries.confirmation_of(published[0]).answer == Answer.CONFIRMED
    with pytest.raises(Refused, match="You confirmed already"):
        actions.confirm(confirmation=confirmation, by=published[0].submitter, at=MOMENT)
    with pytest.raises(Refused, match="Only the makers"):
        actions.confirm(confirmation=confirmation, by=make_person(), at=MOMENT)


def test_place_that_is_given_up_is_free(edition, published):
    confirmation = queries.confirmation_of(published[0])
    with pytest.raises(Refused, match="Say in a few words why"):
        actions.decline(confirmation=confirmation, reason=" ", by=published[0].submitter, at=MOMENT)
    actions.decline(confirmation=confirmation, reason="No hours.", by=published[0].submitter, at=MOMENT)
    assert list(queries.shortlisted_ideas(edition)) == [published[1]]
    assert queries.free_places(edition) == 1
    with pytest.raises(Refused, match="This place was given up"):
        actions.confirm(confirmation=confirmation, by=published[0].submitter, at=MOMENT)


def test_place_is_not_given_up_by_button_on_the_eve_of_the_pitch_day(edition, published):
    edition.stage = Stage.PITCHING
    edition.save()
    confirmation = queries.confirmation_of(published[0])
    with pytest.raises(Refused, match="too late for a button"):
        actions.decline(confirmation=confirmation, reason="x", by=published[0].submitter, at=MOMENT)


def test_place_nobody_answered_for_is_taken_back_when_the_day_went_by(edition, manager, published):
    confirmation = queries.confirmation_of(published[0])
    given = {"confirmation": confirmation, "reason": "No answer.", "by": manager}
    with pytest.raises(Refused, match="may still answer"):
        actions.release(**given, at=later(days=2))
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.release(**given | {"by": make_person()}, at=later(days=3))
    actions.release(**given, at=later(days=3))
    assert queries.confirmation_of(published[0]).answer == Answer.RELEASED


def test_first_in_reserve_moves_up_and_others_with_a_motive_only(edition, manager, published):
    first, second, _third = queries.reserve_in(edition)
    with pytest.raises(Refused, match="No place is free"):
        actions.move_up(decision=first, confirm_by=None, by=manager, at=MOMENT)
    confirmation = queries.confirmation_of(published[0])
    actions.decline(confirmation=confirmation, reason="No hours.", by=published[0].submitter, at=MOMENT)
    with pytest.raises(Refused, match="not the first in reserve"):
        actions.move_up(decision=second, confirm_by=None, by=manager, at=MOMENT)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.move_up(decision=first, confirm_by=None, by=make_person(), at=MOMENT)
    actions.move_up(decision=first, confirm_by=None, by=manager, at=MOMENT)
    assert list(queries.shortlisted_ideas(edition)) == published[1:3]
    assert [one.reserve_place for one in queries.reserve_in(edition)] == [1, 2]


def test_matching_is_not_left_while_somebody_has_not_confirmed(edition, published):
    assert rules.why_not_leave_matching(edition=edition) == ["2 chosen ideas were not confirmed yet."]
    for idea in published[:2]:
        actions.confirm(confirmation=queries.confirmation_of(idea), by=idea.submitter, at=MOMENT)
    assert rules.why_not_leave_matching(edition=edition) == []


def test_day_to_confirm_by_lies_between_now_and_the_pitch_day(edition, manager, ideas):
    make_decision(idea=ideas[0])
    plan = {"edition": edition, "round": Round.SHORTLIST, "by": manager, "at": MOMENT}
    with pytest.raises(Refused, match="still to come"):
        actions.plan_publication(**plan, confirm_by=MOMENT.date())
    with pytest.raises(Refused, match="Choose a day before"):
        actions.plan_publication(**plan, confirm_by=edition.pitch_on)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.plan_publication(**plan | {"by": make_person()}, confirm_by=None)
    assert actions.plan_publication(**plan, confirm_by=None).confirm_by is None
    assert make_manager(edition)
