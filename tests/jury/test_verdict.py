"""The verdict, its decisions, the minutes, and leaving the stage; and every refusal."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.queries import chosen_ideas, decision_on
from datamatch.teams.queries import team_of
from tests.factories.editions import make_edition, make_manager
from tests.factories.jury import PitchDay, make_ballot, make_box, make_card, make_pitch, make_recusal
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.teams import make_shortlisted

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return PitchDay()


@pytest.fixture
def box(day):
    box = make_box(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    return actions.close_box(ballot_box=box, by=day.manager, at=later(hours=3))


def settle(box, by, chosen, motive=""):
    return actions.settle_verdict(ballot_box=box, chosen=chosen, motive=motive, by=by, at=later(hours=4))


def test_ballot_proposes_as_many_as_the_edition_chooses(day, box):
    assert queries.result_of(box).proposal == [day.pitches[0].idea]


def test_verdict_decides_about_every_pitch_and_forms_or_releases_its_team(day, box):
    ideas = [pitch.idea for pitch in day.pitches]
    verdict = settle(box, day.manager, ideas[:1])
    outcomes = [decision_on(idea, Round.VERDICT).outcome for idea in ideas]
    assert outcomes == [Outcome.YES, Outcome.NO, Outcome.NO]
    assert [team_of(idea).state for idea in ideas] == ["formed", "released", "released"]
    assert (list(chosen_ideas(day.edition)), queries.verdict_of(day.edition)) == (ideas[:1], verdict)


def test_verdict_gives_each_idea_a_reason_in_its_own_language(day, box):
    strong, weak = day.edition.criteria.all()
    for pitch in day.pitches[:2]:
        pitch.idea.language = "en"
        pitch.idea.save()
        card = make_card(pitch=pitch, juror=day.jurors[0], value=2)
        card.scores.filter(criterion=strong).update(value=5)
    settle(box, day.manager, [day.pitches[0].idea])
    chosen, other = (decision_on(pitch.idea, Round.VERDICT).reason for pitch in day.pitches[:2])
    assert chosen == (
        f"What the jury valued most in your pitch: “{strong}”. "
        f"In the coming months, mind this most: “{weak}”. Aim for this: “good”"
    )
    assert other == (
        f"What the jury valued most in your pitch: “{strong}”. There is most to win on “{weak}”. Aim for this: “good”"
    )


def test_departing_from_the_ballot_needs_a_motive(day, box):
    other = day.pitches[2].idea
    with pytest.raises(Refused, match="This differs from the ballot"):
        settle(box, day.manager, [other], motive="  ")
    verdict = settle(box, day.manager, [other], motive="The others cannot be staffed.")
    departed = [decision_on(pitch.idea, Round.VERDICT).departs for pitch in day.pitches]
    assert (verdict.departs, departed) == (True, [True, False, True])


def test_choice_is_among_the_pitched_at_least_one_and_not_too_many(day, box):
    ideas = [pitch.idea for pitch in day.pitches]
    outside = make_shortlisted(edition=day.edition)
    asked = {"ballot_box": box, "motive": "Because.", "proposed": []}
    reasons = [rules.why_not_choose(chosen=chosen, **asked) for chosen in ([outside], [], ideas[:2])]
    assert reasons == [
        "Choose among the ideas that were pitched.",
        "Choose at least one idea.",
        "Choose at most 1 idea.",
    ]


def test_settling_is_refused_to_others_while_open_and_twice(day, box):
    assert rules.why_not_settle(ballot_box=box, by=day.jurors[0]) == "Only the programme manager runs pitch day."
    box.state = "open"
    assert rules.why_not_settle(ballot_box=box, by=day.manager) == "The ballot is still open."
    box.state = "closed"
    settle(box, day.manager, [day.pitches[0].idea])
    with pytest.raises(Refused, match="The verdict is settled"):
        settle(box, day.manager, [day.pitches[0].idea])


def test_chosen_idea_without_a_team_is_refused_and_nothing_is_kept(day, box):
    team_of(day.pitches[0].idea).delete()
    with pytest.raises(Refused, match="There is no draft team"):
        settle(box, day.manager, [day.pitches[0].idea])
    assert (queries.verdict_of(day.edition), decision_on(day.pitches[0].idea, Round.VERDICT)) == (None, None)


# Minutes


def test_minutes_tell_everything_but_who_voted_what(day, box):
    juror = make_person(name="Jo")
    make_recusal(pitch=day.pitches[1], juror=juror, reason="Same unit", at=later(minutes=1))
    settle(box, day.manager, [day.pitches[1].idea], motive="Staffable.")
    lines = queries.minutes_of(day.edition)
    titles, told = [line.title for line in lines], " ".join(line.text for line in lines)
    assert titles[-2:] == ["The ballot was closed", f"The verdict: “{day.pitches[1].idea.title}”"]
    assert f"Jo stepped out for “{day.pitches[1].idea.title}”" in titles
    assert "The jury departs from its ballot. Staffable." in told
    assert "On stage for 8 minutes." in told
    assert [juror.name for juror in day.jurors if juror.name in " ".join([*titles, told])] == []


def test_minutes_are_for_jury_and_managers_until_the_verdict_is_published(day):
    people = (day.manager, day.jurors[0], make_person())
    before = [rules.why_not_see_jury(edition=day.edition, by=person) is None for person in people]
    day.edition.stage = Stage.DELIVERY
    after = [rules.why_not_see_jury(edition=day.edition, by=person) is None for person in people]
    assert (before, after) == ([True, True, False], [True, True, True])


# Leaving pitching


def test_pitching_needs_a_running_order():
    edition = make_edition(stage=Stage.PITCHING)
    assert rules.why_not_leave_pitching(edition=edition) == ["There is no running order yet."]


def test_pitching_tells_what_is_still_to_be_done():
    edition = make_edition(stage=Stage.PITCHING)
    make_manager(edition)
    make_pitch(edition=edition, state=PitchState.DONE)
    make_pitch(edition=edition)
    assert rules.why_not_leave_pitching(edition=edition) == [
        "1 of 2 pitches is not done.",
        "The jury has not voted yet.",
    ]


def test_pitching_waits_for_box_and_verdict(day):
    box = make_box(edition=day.edition)
    still_open = rules.why_not_leave_pitching(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    box = actions.close_box(ballot_box=box, by=day.manager, at=MOMENT)
    unsettled = rules.why_not_leave_pitching(edition=day.edition)
    settle(box, day.manager, [day.pitches[0].idea])
    assert still_open == ["The ballot is still open."]
    assert unsettled == ["The verdict is not settled yet."]
    assert rules.why_not_leave_pitching(edition=day.edition) == []
