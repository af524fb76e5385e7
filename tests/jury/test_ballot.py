"""The ballot: casting, counting with recusals, closing; and every refusal."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Ballot, BallotBox
from tests.factories.editions import make_edition, make_manager
from tests.factories.jury import PitchDay, make_ballot, make_box, make_pitch, make_recusal
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return PitchDay()


def cast(box, juror, choice, at=MOMENT):
    return actions.cast_ballot(ballot_box=box, by=juror, choice=choice, at=at)


def close(box, by):
    return actions.close_box(ballot_box=box, by=by, at=later(hours=3))


def order_of(box):
    return [place.pitch for place in queries.result_of(box).places]


# Opening


def test_box_takes_the_quorum_of_the_edition(day):
    box = actions.open_box(edition=day.edition, by=day.manager, at=MOMENT)
    assert (box.quorum, box.is_open, queries.box_of(day.edition)) == (2, True, box)


def test_opening_is_refused_to_others_twice_and_before_the_last_pitch(day):
    edition = day.edition
    assert rules.why_not_open_box(edition=edition, by=day.jurors[0]) == "Only the programme manager runs pitch day."
    make_pitch(edition=edition, state=PitchState.ON_STAGE)
    assert rules.why_not_open_box(edition=edition, by=day.manager) == "1 of 4 pitches is not done."
    make_box(edition=edition)
    with pytest.raises(Refused, match="opened before"):
        actions.open_box(edition=edition, by=day.manager, at=MOMENT)


def test_opening_needs_pitches():
    edition = make_edition(stage=Stage.PITCHING)
    assert rules.why_not_open_box(edition=edition, by=make_manager(edition)) == "There is no running order yet."


# Casting


def test_ballot_keeps_its_order_and_can_be_changed_while_open(day):
    box, juror = make_box(edition=day.edition), day.jurors[0]
    cast(box, juror, day.pitches)
    cast(box, juror, day.pitches[::-1], at=later(minutes=1))
    ballot = queries.ballot_of(juror, box)
    assert queries.choice_of(ballot) == day.pitches[::-1]
    assert (Ballot.objects.count(), ballot.cast_at) == (1, later(minutes=1))


def test_trail_says_that_somebody_voted_and_not_what(day):
    box = make_box(edition=day.edition)
    cast(box, day.jurors[0], day.pitches)
    line = TrailEntry.objects.get(deed="ballot.cast")
    assert (line.of_id, line.details) == (str(box.public_id), {})


def test_casting_is_refused_to_others_and_when_closed(day):
    box = make_box(edition=day.edition)
    assert rules.why_not_cast(ballot_box=box, by=day.manager) == "Only jurors vote."
    box.state = "closed"
    box.save()
    with pytest.raises(Refused, match="The ballot is closed"):
        cast(box, day.jurors[0], day.pitches)


def test_who_stepped_out_for_everything_has_no_ballot(day):
    for pitch in day.pitches:
        make_recusal(pitch=pitch, juror=day.jurors[0])
    reason = rules.why_not_cast(ballot_box=make_box(edition=day.edition), by=day.jurors[0])
    assert reason == "You stepped out for every pitch."


def test_ballot_holds_exactly_what_the_juror_may_judge(day):
    box, juror = make_box(edition=day.edition), day.jurors[0]
    make_recusal(pitch=day.pitches[0], juror=juror)
    with pytest.raises(Refused, match="You stepped out for a pitch"):
        cast(box, juror, day.pitches)
    with pytest.raises(Refused, match="Give every pitch that you may judge one place"):
        cast(box, juror, day.pitches[1:2])
    with pytest.raises(Refused, match="Give every pitch that you may judge one place"):
        cast(box, juror, [*day.pitches[1:], day.pitches[1]])
    cast(box, juror, day.pitches[1:])
    assert queries.choice_of(queries.ballot_of(juror, box)) == day.pitches[1:]


def test_own_idea_is_not_on_the_ballot_of_a_juror(day):
    juror = day.jurors[0]
    day.pitches[2].idea.submitter = juror
    day.pitches[2].idea.save()
    assert queries.pitches_judged_by(juror, day.edition) == day.pitches[:2]


# Closing and counting


def test_pitch_that_beats_every_other_comes_first(day):
    a, b, c = day.pitches
    box = make_box(edition=day.edition)
    for juror, choice in zip(day.jurors, [[a, b, c], [a, c, b], [b, a, c]], strict=True):
        make_ballot(box=box, juror=juror, choice=choice)
    assert order_of(close(box, day.manager)) == [a, b, c]


def test_recusal_says_nothing_about_the_pitch_that_was_left_out():
    day = PitchDay(pitches=2, jurors=4)
    a, b = day.pitches
    box = make_box(edition=day.edition)
    for juror in day.jurors[:3]:
        make_ballot(box=box, juror=juror, choice=[b])
    make_ballot(box=box, juror=day.jurors[3], choice=[a, b])
    first = queries.result_of(close(box, day.manager)).places[0]
    assert (first.pitch, first.ballots, [(d.won, d.lost, d.judged) for d in first.duels]) == (a, 1, [(1, 0, 1)])


def test_result_tells_in_words_why_a_pitch_stands_before_the_next(day):
    a, b, c = day.pitches
    box = make_box(edition=day.edition)
    for juror, choice in zip(day.jurors, [[a, b, c], [a, b, c], [b, a, c]], strict=True):
        make_ballot(box=box, juror=juror, choice=choice)
    places = queries.result_of(close(box, day.manager)).places
    assert [place.why_before_next for place in places] == [
        f"2 of the 3 jurors who judged both put it above “{b.idea.title}”.",
        f"3 of the 3 jurors who judged both put it above “{c.idea.title}”.",
        "",
    ]


def test_equal_pitches_are_drawn_and_the_page_says_so(day):
    a, b, c = day.pitches
    box = make_box(edition=day.edition)
    make_ballot(box=box, juror=day.jurors[0], choice=[a, b, c])
    make_ballot(box=box, juror=day.jurors[1], choice=[b, a, c])
    result = queries.result_of(close(box, day.manager))
    first, second, last = result.places
    assert ({first.pitch, second.pitch}, last.pitch, result.has_lot) == ({a, b}, c, True)
    assert first.why_before_next == f"Equal to “{second.pitch.idea.title}”; the draw put this one first."


def test_cycle_is_settled_by_the_strongest_paths(day):
    a, b, c = day.pitches
    box = make_box(edition=day.edition)
    ballots = [[a, b, c], [b, c, a], [c, a, b], [a, b, c]]
    jurors = [*day.jurors, make_person()]
    for juror, choice in zip(jurors, ballots, strict=True):
        make_ballot(box=box, juror=juror, choice=choice)
    result = queries.result_of(close(box, day.manager))
    assert (result.places[0].pitch, len(result.places)) == (a, 3)


def test_outcome_is_the_same_however_often_it_is_counted(day):
    box = make_box(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    first = close(box, day.manager).outcome
    BallotBox.objects.update(state="open")
    assert close(box, day.manager).outcome == first


def test_closing_needs_the_quorum(day):
    box = make_box(edition=day.edition)
    make_ballot(box=box, juror=day.jurors[0], choice=day.pitches)
    with pytest.raises(Refused, match="1 of 3 jurors voted, and at least 2 ballots are needed"):
        close(box, day.manager)


def test_closing_is_refused_to_others_and_twice(day):
    box = make_box(edition=day.edition)
    assert rules.why_not_close_box(ballot_box=box, by=day.jurors[0]) == "Only the programme manager runs pitch day."
    box.state = "closed"
    assert rules.why_not_close_box(ballot_box=box, by=day.manager) == "The ballot is closed."


def test_result_is_hidden_while_the_box_is_open(day):
    box = make_box(edition=day.edition)
    reason = "The result is counted when the ballot closes."
    assert rules.why_not_see_result(ballot_box=box, by=day.manager) == reason
    assert queries.result_of(box) is None
