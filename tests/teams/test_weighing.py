"""A draft before anybody is asked: who stays, who never, who not now, who is asked; and every refusal."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.privacy import Leaver, tale_of
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import EnergyKind
from datamatch.screening.enums import Outcome
from datamatch.screening.models import Decision
from datamatch.teams import actions, queries, rules
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Exclusion, Member, Suggestion
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.ideas import make_energy
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_suggestion, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(stage=Stage.MATCHING)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(hours_per_week=0))


@pytest.fixture
def idea(edition):
    return make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))


def propose(edition, manager):
    actions.draft_teams(edition=edition, by=manager, at=MOMENT)
    return [seat.person for seat in queries.suggestions_in(edition)]


def test_nobody_hears_of_a_proposal(edition, manager, idea):
    willing = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    assert propose(edition, manager) == [willing]
    assert (Mail.objects.count(), Member.objects.count(), list(queries.asks_of(willing))) == (0, 0, [])
    assert rules.why_not_see_team(team=queries.team_of(idea), by=willing) is not None


def test_proposing_again_proposes_anew(edition, manager, idea):
    first = make_energy(idea=idea).person
    assert propose(edition, manager) == [first]
    second = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    assert propose(edition, manager) == [second]


def test_pinned_seat_stays_when_teams_are_proposed_again(edition, manager, idea):
    first = make_energy(idea=idea).person
    propose(edition, manager)
    actions.pin(suggestion=Suggestion.objects.get(), pinned=True, by=manager, at=MOMENT)
    make_energy(idea=idea)
    assert propose(edition, manager) == [first]
    actions.pin(suggestion=Suggestion.objects.get(), pinned=False, by=manager, at=MOMENT)
    assert not Suggestion.objects.get().pinned
    lines = TrailEntry.objects.filter(deed="team.pin").order_by("position")
    assert [line.details for line in lines] == [{"pinned": True}, {"pinned": False}]


def test_who_is_forbidden_is_not_proposed_for_that_team_only(edition, manager, idea):
    other = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    kim = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    make_energy(idea=other, person=kim)
    assert propose(edition, manager) == [kim]
    actions.forbid(team=queries.team_of(idea), person=kim, reason=" Two  of one room ", by=manager, at=MOMENT)
    assert Suggestion.objects.count() == 0
    assert Exclusion.objects.get().reason == "Two of one room"
    propose(edition, manager)
    assert [(seat.person, seat.team.idea) for seat in queries.suggestions_in(edition)] == [(kim, other)]


def test_submitter_can_be_kept_out_of_their_own_team(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(discipline="data-scientist"))
    make_person(discipline="jurist")
    assert propose(edition, manager) == [idea.submitter]
    actions.forbid(team=queries.team_of(idea), person=idea.submitter, by=manager, at=MOMENT)
    assert propose(edition, manager) == []


def test_who_is_set_aside_is_proposed_for_no_team_until_let_in_again(edition, manager, idea):
    make_person(discipline="jurist")
    kim = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    propose(edition, manager)
    exclusion = actions.set_aside(edition=edition, person=kim, reason="On leave", by=manager, at=MOMENT)
    assert propose(edition, manager) == []
    assert kim not in queries.gaps_of(queries.team_of(idea))[0].candidates
    actions.allow(exclusion=exclusion, by=manager, at=MOMENT)
    assert propose(edition, manager) == [kim]
    assert [TrailEntry.objects.filter(deed=deed).count() for deed in ("teams.set_aside", "team.allow")] == [1, 1]


def test_who_is_forbidden_is_not_named_for_a_gap(edition, manager, idea):
    able = make_person(discipline="data-scientist")
    team = make_team(idea=idea)
    assert queries.gaps_of(team)[0].candidates == [able]
    actions.forbid(team=team, person=able, by=manager, at=MOMENT)
    assert queries.gaps_of(team)[0].candidates == []


def test_everybody_is_asked_at_once_and_who_cannot_be_asked_any_more_is_named(edition, manager, idea):
    team = make_team(idea=idea)
    first, second = make_suggestion(team=team, lead=True), make_suggestion(team=team, role="jurist")
    gone = make_suggestion(team=team, role="ethicus", person=make_juror(edition, make_person(name="Kim")))
    asked = actions.ask_everybody(edition=edition, by=manager, at=later(hours=1))
    assert (asked.count, asked.reasons) == (
        2,
        ["Kim is a juror or a manager of this edition, and cannot be in a team."],
    )
    assert list(Suggestion.objects.all()) == [gone]
    members = {member.person: (member.lead, member.state) for member in team.members.all()}
    assert members == {first.person: (True, MemberState.PROPOSED), second.person: (False, MemberState.PROPOSED)}
    assert Mail.objects.count() == 2
    assert TrailEntry.objects.get(deed="teams.ask").details == {"count": 2, "short": 1}


def test_one_proposed_person_is_asked_and_does_not_take_the_lead_from_another(edition, manager, idea):
    team = make_team(idea=idea)
    make_member(team=team, lead=True)
    suggestion = make_suggestion(team=team, lead=True, role="jurist")
    member = actions.ask_suggested(suggestion=suggestion, by=manager, at=MOMENT)
    assert (member.lead, member.role, member.sentences) == (False, "jurist", ["Supports this idea."])
    assert (Suggestion.objects.count(), Mail.objects.get().to) == (0, member.person.email)


def test_who_is_asked_by_hand_is_proposed_no_longer(edition, manager, idea):
    team = make_team(idea=idea)
    kim = make_suggestion(team=team).person
    actions.add_member(team=team, person=kim, role="jurist", hours_per_week=2, by=manager, at=MOMENT)
    assert Suggestion.objects.count() == 0


def test_role_of_a_proposed_seat_is_a_gap_only_for_who_may_not_see_it(edition, idea):
    team = make_team(idea=idea)
    make_suggestion(team=team)
    plain, full = queries.sheets_of([team])[0], queries.sheets_of([team], bench=queries.bench_of(edition))[0]
    assert [(gap.role, gap.proposed) for gap in plain.gaps] == [("data-scientist", True)]
    assert (plain.suggestions, plain.staffability.possible) == ([], True)
    assert ([seat.role for seat in full.suggestions], full.gaps) == (["data-scientist"], [])


def test_hours_of_a_proposed_seat_are_not_free(edition, idea):
    suggestion = make_suggestion(team=make_team(idea=idea), person=make_person(hours_per_week=10))
    assert [s.free_hours for s in queries.bench_of(edition).seekers if s.person == suggestion.person] == [6]


def test_released_team_proposes_nobody(edition, manager, idea):
    make_suggestion(team=make_team(idea=idea))
    actions.release_team(idea=idea, by=manager, at=MOMENT)
    assert Suggestion.objects.count() == 0


def test_nobody_is_asked_for_an_idea_that_goes_on_no_longer(edition, manager, idea):
    make_suggestion(team=make_team(idea=idea))
    Decision.objects.update(outcome=Outcome.NO)
    assert rules.why_not_ask_everybody(edition=edition, by=manager) == "Everybody who is proposed was asked already."


def test_matching_is_not_left_while_somebody_proposed_was_not_asked(edition, idea):
    team = make_team(idea=idea)
    make_member(team=team, lead=True, state=MemberState.ACCEPTED)
    make_suggestion(team=team)
    reasons = rules.why_not_leave_matching(edition=edition)
    assert reasons == ["1 person is proposed and was not asked yet."]


# Refusals


def test_weighing_is_for_the_manager(edition, idea):
    team, kim, stranger = make_team(idea=idea), make_person(), make_person()
    suggestion = make_suggestion(team=team)
    exclusion = Exclusion.objects.create(edition=edition, person=kim, at=MOMENT)
    reasons = [
        rules.why_not_ask_everybody(edition=edition, by=stranger),
        rules.why_not_ask(suggestion=suggestion, by=stranger),
        rules.why_not_pin(team=team, by=stranger),
        rules.why_not_forbid(team=team, person=kim, by=stranger),
        rules.why_not_set_aside(edition=edition, person=kim, by=stranger),
        rules.why_not_allow(exclusion=exclusion, by=stranger),
    ]
    assert reasons == [
        "Only the programme manager asks people for a team.",
        "Only the programme manager asks people for a team.",
        "Only the programme manager drafts teams.",
        "Only the programme manager says who is left out.",
        "Only the programme manager says who is left out.",
        "Only the programme manager says who is left out.",
    ]


def test_asking_everybody_needs_somebody_proposed_and_the_right_stage(edition, manager, idea):
    ask = {"edition": edition, "by": manager}
    assert rules.why_not_ask_everybody(**ask) == "Everybody who is proposed was asked already."
    edition.stage = Stage.DELIVERY
    assert rules.why_not_ask_everybody(**ask) == "Teams are drafted while matching and pitching."
    with pytest.raises(Refused, match="while matching and pitching"):
        actions.ask_everybody(**ask, at=MOMENT)


def test_seat_is_pinned_only_while_teams_are_drafted(edition, manager, idea):
    edition.stage = Stage.DELIVERY
    edition.save()
    suggestion = make_suggestion(team=make_team(idea=idea))
    with pytest.raises(Refused, match="Teams are drafted while matching and pitching"):
        actions.pin(suggestion=suggestion, pinned=True, by=manager, at=MOMENT)


def test_who_was_asked_is_not_forbidden_and_nobody_is_twice(edition, manager, idea):
    team = make_team(idea=idea)
    asked = make_member(team=team, person=make_person(name="Kim"))
    forbid = {"team": team, "person": asked.person, "by": manager}
    assert rules.why_not_forbid(**forbid) == "Kim was asked for this team. Remove them from it first."
    asked.state = MemberState.DECLINED
    asked.save()
    actions.forbid(**forbid, at=MOMENT)
    assert rules.why_not_forbid(**forbid) == "Kim stays out of this team already."


def test_nobody_is_set_aside_twice_or_in_a_closed_edition(edition, manager):
    given = {"edition": edition, "person": make_person(name="Kim"), "by": manager}
    actions.set_aside(**given, at=MOMENT)
    assert rules.why_not_set_aside(**given) == "Kim is left out already."
    edition.stage = Stage.CLOSED
    assert rules.why_not_set_aside(**given) == "This edition is closed."


def test_who_is_left_out_is_not_asked_by_hand_and_the_reason_is_not_told(edition, manager, idea):
    team, kim, lee = make_team(idea=idea), make_person(name="Kim"), make_person(name="Lee")
    actions.forbid(team=team, person=kim, reason="Secret", by=manager, at=MOMENT)
    actions.set_aside(edition=edition, person=lee, reason="Secret", by=manager, at=MOMENT)
    add = {"team": team, "role": "jurist", "hours_per_week": 4, "by": manager}
    assert rules.why_not_add(person=kim, **add) == "A manager keeps Kim out of this team. Allow it first."
    assert rules.why_not_add(person=lee, **add) == "Lee is left out for now. Let them in again first."


def test_released_team_forbids_nobody(edition, manager, idea):
    team = make_team(idea=idea, state=TeamState.RELEASED)
    assert rules.why_not_forbid(team=team, person=make_person(), by=manager) == "This team was released."


# Privacy


def test_who_asks_what_is_kept_is_told_and_who_leaves_is_forgotten(edition, manager, idea):
    team = make_team(idea=idea)
    kim = make_suggestion(team=team).person
    actions.set_aside(edition=edition, person=make_person(), reason="Other", by=manager, at=MOMENT)
    Exclusion.objects.create(edition=edition, team=team, person=kim, reason="On leave", at=MOMENT)
    tale = tale_of(kim)
    assert [row["role"] for row in tale["proposed for teams"]] == ["data-scientist"]
    assert [row["reason"] for row in tale["left out of teams"]] == ["On leave"]
    actions.forget_drafts(Leaver(kim, ()), MOMENT)
    assert (Suggestion.objects.count(), [row.reason for row in Exclusion.objects.all()]) == (0, ["Other"])
