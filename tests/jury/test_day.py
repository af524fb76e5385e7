"""Pitch day: running order, stage, cards, stepping out; and every refusal."""

from datetime import timedelta

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState
from datamatch.jury.models import BallotRank, Pitch, Scorecard
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.jury import PitchDay, make_ballot, make_box, make_card, make_pitch, make_recusal, same_unit
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.teams import make_shortlisted

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return PitchDay(state=PitchState.WAITING)


def plan(edition, by, **given):
    return actions.plan_pitches(edition=edition, by=by, at=MOMENT, **{"starts_at": MOMENT} | given)


def scores(pitch, value=4):
    return {criterion.slug: value for criterion in pitch.idea.edition.criteria.all()}


def give(pitch, by, **given):
    return actions.give_card(pitch=pitch, by=by, at=MOMENT, **{"scores": scores(pitch)} | given)


# The running order


def test_running_order_leaves_two_minutes_between_pitches():
    edition = make_edition(stage=Stage.PITCHING)
    for _ in range(2):
        make_shortlisted(edition=edition)
    pitches = plan(edition, make_manager(edition), minutes=5)
    assert [(pitch.place, pitch.starts_at) for pitch in pitches] == [(1, MOMENT), (2, MOMENT + timedelta(minutes=7))]


def test_running_order_keeps_the_recusals_of_a_juror_together():
    edition = make_edition(stage=Stage.PITCHING)
    juror = make_juror(edition)
    ideas = [make_shortlisted(edition=edition) for _ in range(5)]
    unit = same_unit(juror, make_person())
    tied = {ideas[0].pk, ideas[4].pk}
    for idea in (ideas[0], ideas[4]):
        idea.unit = unit
        idea.save()
    places = [pitch.place for pitch in plan(edition, make_manager(edition)) if pitch.idea_id in tied]
    assert places[1] - places[0] == 1


def test_planning_again_moves_the_pitches_and_makes_no_new_ones(day):
    day.edition.stage = Stage.MATCHING
    day.edition.save()
    plan(day.edition, day.manager, starts_at=later(hours=5))
    assert Pitch.objects.count() == 3
    assert queries.pitches_in(day.edition).first().starts_at == later(hours=5)


def test_planning_is_refused_to_others_and_at_other_times(day):
    stranger, edition = make_person(), day.edition
    reason = rules.why_not_plan_pitches(edition=edition, by=stranger)
    assert reason == "Only the programme manager makes the running order."
    edition.stage = Stage.DELIVERY
    reason = rules.why_not_plan_pitches(edition=edition, by=day.manager)
    assert reason == "The running order is made while matching and pitching."


def test_planning_needs_a_shortlist():
    edition = make_edition(stage=Stage.PITCHING)
    with pytest.raises(Refused, match="There is no shortlist to plan"):
        plan(edition, make_manager(edition))


def test_running_order_stays_once_the_first_pitch_began(day):
    actions.call_on_stage(pitch=day.pitches[0], by=day.manager, at=MOMENT)
    with pytest.raises(Refused, match="The first pitch has begun"):
        plan(day.edition, day.manager)


# On stage


def test_pitch_is_called_and_ended(day):
    pitch = day.pitches[0]
    actions.call_on_stage(pitch=pitch, by=day.manager, at=MOMENT)
    assert queries.on_stage(day.edition) == pitch
    actions.end_pitch(pitch=pitch, by=day.manager, at=later(minutes=8))
    assert (queries.on_stage(day.edition), queries.next_pitch(day.edition)) == (None, day.pitches[1])
    assert (pitch.began_at, pitch.ended_at) == (MOMENT, later(minutes=8))


def test_one_pitch_is_on_stage_at_a_time(day):
    actions.call_on_stage(pitch=day.pitches[0], by=day.manager, at=MOMENT)
    reason = rules.why_not_stage(pitch=day.pitches[1], by=day.manager)
    assert reason == f"“{day.pitches[0].idea.title}” is on stage. End that pitch first."


def test_stage_is_refused_to_others_at_other_times_and_after_the_vote(day):
    pitch = day.pitches[0]
    assert rules.why_not_stage(pitch=pitch, by=day.jurors[0]) == "Only the programme manager runs pitch day."
    done = make_pitch(edition=day.edition, state=PitchState.DONE)
    assert rules.why_not_stage(pitch=done, by=day.manager) == "This pitch is done."
    make_box(edition=day.edition)
    assert rules.why_not_stage(pitch=pitch, by=day.manager).startswith("The ballot was opened")
    pitch.idea.edition.stage = Stage.MATCHING
    assert rules.why_not_stage(pitch=pitch, by=day.manager) == "Pitch day belongs to the stage of pitching."


def test_only_what_is_on_stage_can_end(day):
    assert rules.why_not_end(pitch=day.pitches[0], by=day.manager) == "This pitch is not on stage."
    assert rules.why_not_end(pitch=day.pitches[0], by=day.jurors[0]) == "Only the programme manager runs pitch day."


# Cards


def test_card_is_kept_and_can_be_changed():
    day = PitchDay(state=PitchState.ON_STAGE, pitches=1)
    pitch, juror = day.pitches[0], day.jurors[0]
    give(pitch, juror)
    give(pitch, juror, scores=scores(pitch, 2), note=" Clear ")
    card = Scorecard.objects.get()
    assert (queries.scores_on(card), card.note) == (scores(pitch, 2), "Clear")


def test_card_opens_when_the_pitch_begins(day):
    assert rules.why_not_give_card(pitch=day.pitches[0], by=day.jurors[0]) == "The card opens when the pitch begins."


def test_card_is_for_jurors_only():
    day = PitchDay()
    assert rules.why_not_give_card(pitch=day.pitches[0], by=day.manager) == "Only jurors judge the pitches."


def test_card_is_refused_to_who_stepped_out_and_to_the_makers():
    day = PitchDay()
    pitch, juror, writer = day.pitches[0], *day.jurors[:2]
    make_recusal(pitch=pitch, juror=juror)
    day.pitches[1].idea.submitter = writer
    day.pitches[1].idea.save()
    assert rules.why_not_give_card(pitch=pitch, by=juror) == "You stepped out for this pitch."
    assert rules.why_not_give_card(pitch=day.pitches[1], by=writer) == "This is your own idea; the others judge it."


def test_card_stays_as_it_is_when_the_ballot_is_closed():
    day = PitchDay()
    make_box(edition=day.edition, state="closed")
    reason = rules.why_not_give_card(pitch=day.pitches[0], by=day.jurors[0])
    assert reason == "The ballot is closed; the cards stay as they are."


def test_card_needs_every_criterion_within_the_scale():
    pitch = PitchDay().pitches[0]
    assert rules.why_not_score(pitch=pitch, scores={}) == "Give every criterion a score."
    assert rules.why_not_score(pitch=pitch, scores=scores(pitch, 6)) == "A score goes from 1 to 5."


# Stepping out


def test_stepping_out_takes_card_and_place_on_the_ballot_away():
    day = PitchDay()
    pitch, juror = day.pitches[0], day.jurors[0]
    make_card(pitch=pitch, juror=juror)
    make_ballot(box=make_box(edition=day.edition), juror=juror, choice=day.pitches)
    actions.step_out(pitch=pitch, by=juror, at=MOMENT, reason="Same unit")
    assert queries.pitches_judged_by(juror, day.edition) == day.pitches[1:]
    assert (Scorecard.objects.count(), BallotRank.objects.count()) == (0, 2)


def test_stepping_out_is_refused_twice_to_others_and_after_the_vote():
    day = PitchDay()
    pitch, juror = day.pitches[0], day.jurors[0]
    assert rules.why_not_step_out(pitch=pitch, by=day.manager) == "Only jurors judge the pitches."
    make_box(edition=day.edition, state="closed")
    assert rules.why_not_step_out(pitch=pitch, by=juror) == "The ballot is closed."
    make_recusal(pitch=pitch, juror=juror)
    with pytest.raises(Refused, match="You stepped out for this pitch"):
        actions.step_out(pitch=pitch, by=juror, at=MOMENT, reason="Same unit")


def test_conflicts_are_known_before_somebody_tells_them(day):
    juror = day.jurors[0]
    idea = day.pitches[0].idea
    idea.unit = same_unit(juror, idea.submitter)
    idea.save()
    assert queries.conflicts_of(juror, day.pitches) == {day.pitches[0].pk: "This idea comes from the unit you work in."}
    assert [(j, p) for j, p, _ in queries.open_conflicts(day.edition)] == [(juror, day.pitches[0])]
    make_recusal(pitch=day.pitches[0], juror=juror)
    assert queries.open_conflicts(day.edition) == []
