"""The stage: on to the next pitch, one step back, and the clock."""

from datetime import timedelta

import pytest

from datamatch.foundation import live
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState
from tests.factories.jury import PitchDay, make_box, make_recusal
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return PitchDay(state=PitchState.WAITING)


def later(**given):
    return MOMENT + timedelta(**given)


def go_on(day, seen, at=MOMENT, by=None):
    return actions.call_next(edition=day.edition, seen=seen, by=by or day.manager, at=at)


def go_back(day, seen, at=MOMENT, by=None):
    return actions.step_back(edition=day.edition, seen=seen, by=by or day.manager, at=at)


def states(day):
    return [pitch.state for pitch in queries.pitches_in(day.edition)]


def test_next_starts_the_first_pitch_and_then_each_following_one(day):
    first = go_on(day, None)
    second = go_on(day, first, at=later(minutes=9))
    assert [first, second] == day.pitches[:2]
    assert states(day) == ["done", "on_stage", "waiting"]
    assert list(TrailEntry.objects.values_list("deed", flat=True)) == ["pitch.begin", "pitch.end", "pitch.begin"]


def test_next_after_the_last_pitch_empties_the_stage(day):
    seen = None
    for _pitch in day.pitches:
        seen = go_on(day, seen)
    assert (go_on(day, seen), queries.on_stage(day.edition), states(day)) == (None, None, ["done"] * 3)
    with pytest.raises(Refused, match="All pitches are done"):
        go_on(day, None)


def test_second_press_of_next_skips_no_pitch(day):
    go_on(day, None)
    with pytest.raises(Refused, match="Meanwhile something else is on stage"):
        go_on(day, None)
    assert states(day) == ["on_stage", "waiting", "waiting"]


@pytest.mark.parametrize("deed", [go_on, go_back])
def test_stage_is_for_the_manager_and_before_the_ballot(day, deed):
    with pytest.raises(Refused, match="Only the programme manager"):
        deed(day, None, by=day.jurors[0])
    make_box(edition=day.edition)
    with pytest.raises(Refused, match="nobody pitches any more"):
        deed(day, None)


def test_back_lets_a_pitch_wait_again_and_then_returns_the_one_before(day):
    first = go_on(day, None)
    second = go_on(day, first)
    assert (go_back(day, second), states(day)) == (None, ["done", "waiting", "waiting"])
    assert (go_back(day, None), states(day)) == (first, ["on_stage", "waiting", "waiting"])
    assert queries.on_stage(day.edition).ended_at is None


def test_back_is_refused_before_the_first_pitch(day):
    with pytest.raises(Refused, match="No pitch has begun yet"):
        go_back(day, None)


def test_clock_stands_still_during_a_pause(day):
    pitch = go_on(day, None)
    actions.pause_pitch(pitch=pitch, by=day.manager, at=later(minutes=3))
    assert pitch.seconds_left(later(minutes=5)) == 5 * 60
    actions.resume_pitch(pitch=pitch, by=day.manager, at=later(minutes=7))
    assert (pitch.ends_at, pitch.seconds_left(later(minutes=7))) == (later(minutes=12), 5 * 60)


def test_clock_of_a_pitch_that_ends_in_a_pause_is_closed(day):
    pitch = go_on(day, None)
    actions.pause_pitch(pitch=pitch, by=day.manager, at=later(minutes=3))
    actions.end_pitch(pitch=pitch, by=day.manager, at=later(minutes=4))
    assert (pitch.paused_at, pitch.paused_seconds) == (None, 60)


def test_clock_is_refused_off_stage_and_twice(day):
    waiting, pitch = day.pitches[1], go_on(day, None)
    assert rules.why_not_pause(pitch=waiting, by=day.manager) == "This pitch is not on stage."
    assert rules.why_not_resume(pitch=pitch, by=day.manager) == "The clock is running."
    assert rules.why_not_pause(pitch=pitch, by=make_person()) == "Only the programme manager runs pitch day."
    pitch.paused_at = MOMENT
    assert rules.why_not_pause(pitch=pitch, by=day.manager) == "The clock stands still already."
    assert rules.why_not_resume(pitch=pitch, by=day.jurors[0]) == "Only the programme manager runs pitch day."


def test_base_is_lower_for_who_stepped_out_and_who_wrote_the_idea(day):
    pitch = day.pitches[0]
    make_recusal(pitch=pitch, juror=day.jurors[0])
    pitch.idea.submitter = day.jurors[1]
    pitch.idea.save()
    pitch = queries.pitches_in(day.edition).first()
    assert queries.base_of(pitch) == queries.Base(jurors=3, judging=1)
    assert queries.base_of(day.pitches[1]) == queries.Base(jurors=3, judging=3)


def test_every_step_on_stage_is_told_to_the_room(day):
    told = []
    for deed in (go_on, go_back):
        deed(day, queries.on_stage(day.edition))
        told.append(live.version_of(queries.room_of(day.edition)))
    assert told == [1, 2]


def test_a_ballot_that_is_cast_is_told_to_the_desk_only(day):
    box = make_box(edition=day.edition)
    actions.cast_ballot(ballot_box=box, by=day.jurors[0], choice=day.pitches, at=MOMENT)
    versions = [live.version_of(topic(day.edition)) for topic in (queries.room_of, queries.desk_of)]
    assert versions == [0, 1]
