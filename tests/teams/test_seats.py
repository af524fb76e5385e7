"""Answers, changes by hand, forming and releasing; and every refusal."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.teams import actions, queries, rules
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.ideas import make_energy
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(stage=Stage.MATCHING)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(hours_per_week=0))


@pytest.fixture
def team(edition):
    return make_team(idea=make_shortlisted(edition=edition))


def set_stage(edition, stage):
    edition.stage = stage
    edition.save()


def add(team, person, by, role="jurist"):
    return actions.add_member(team=team, person=person, role=role, hours_per_week=4, by=by, at=MOMENT)


# Drafting


def test_drafting_is_for_the_manager(edition):
    make_shortlisted(edition=edition)
    assert rules.why_not_draft(edition=edition, by=make_person()) == "Only the programme manager drafts teams."


def test_drafting_belongs_to_matching_and_pitching(edition, manager):
    set_stage(edition, Stage.SCREENING)
    assert rules.why_not_draft(edition=edition, by=manager) == "Teams are drafted while matching and pitching."


def test_drafting_needs_a_shortlist(edition, manager):
    with pytest.raises(Refused, match="There is no shortlist"):
        actions.draft_teams(edition=edition, by=manager, at=MOMENT)


# Answers


def test_yes_is_kept_with_its_words(team):
    member = make_member(team=team)
    actions.answer(member=member, yes=True, by=member.person, at=later(hours=1), words=" Gladly ")
    member.refresh_from_db()
    assert (member.state, member.answer, member.answered_at) == (MemberState.ACCEPTED, "Gladly", later(hours=1))
    assert TrailEntry.objects.get(deed="team.answer").details == {"yes": True}


def test_no_frees_the_lead_and_shows_the_next_candidates(edition):
    team = make_team(idea=make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0)))
    member = make_member(team=team, lead=True)
    follower = make_energy(idea=team.idea).person
    actions.answer(member=member, yes=False, by=member.person, at=MOMENT)
    assert queries.lead_of(team) is None
    assert [gap.candidates for gap in queries.gaps_of(team)] == [[follower]]


def test_yes_can_be_taken_back(team):
    member = make_member(team=team, state=MemberState.ACCEPTED)
    actions.answer(member=member, yes=False, by=member.person, at=MOMENT)
    assert Member.objects.get().state == MemberState.DECLINED


def test_answering_for_somebody_else_is_refused(team, manager):
    with pytest.raises(Refused, match="Only the person who was asked"):
        actions.answer(member=make_member(team=team), yes=True, by=manager, at=MOMENT)


def test_no_stands_until_the_manager_asks_again(team):
    member = make_member(team=team, state=MemberState.DECLINED)
    assert rules.why_not_answer(member=member, by=member.person).startswith("You said no.")


def test_released_team_asks_nothing(team):
    member = make_member(team=team)
    team.state = TeamState.RELEASED
    team.save()
    assert rules.why_not_answer(member=member, by=member.person).startswith("This team was released")
    assert list(queries.asks_of(member.person)) == []


# By hand


def test_manager_asks_somebody_by_hand(team, manager):
    member = add(team, make_person(discipline="jurist"), manager)
    assert (member.state, member.sentences) == (MemberState.PROPOSED, ["Was asked by the programme manager."])
    assert Mail.objects.get().to == member.person.email


def test_only_the_manager_changes_a_team(team):
    member = make_member(team=team)
    reason = "Only the programme manager changes a team."
    assert rules.why_not_change_team(team=team, by=member.person) == reason
    assert rules.why_not_make_lead(member=member, by=member.person) == reason
    with pytest.raises(Refused, match=reason):
        add(team, make_person(), member.person)
    with pytest.raises(Refused, match=reason):
        actions.remove_member(member=member, by=member.person, at=MOMENT)


def test_released_team_is_not_changed(team, manager):
    team.state = TeamState.RELEASED
    assert rules.why_not_change_team(team=team, by=manager) == "This team was released."


def test_closed_edition_is_not_changed(team, manager):
    team.idea.edition.stage = Stage.CLOSED
    assert rules.why_not_change_team(team=team, by=manager) == "This edition is closed."


@pytest.mark.parametrize(
    ("state", "reason"),
    [(MemberState.PROPOSED, "Kim is in this team already."), (MemberState.DECLINED, "Kim said no to this team.")],
)
def test_nobody_is_asked_twice(team, manager, state, reason):
    kim = make_member(team=team, person=make_person(name="Kim"), state=state).person
    assert rules.why_not_add(team=team, person=kim, role="jurist", hours_per_week=4, by=manager) == reason


def test_closed_account_and_unknown_role_are_refused(team, manager):
    gone = rules.why_not_add(
        team=team, person=make_person(name="Kim", is_active=False), role="jurist", hours_per_week=4, by=manager
    )
    wizard = rules.why_not_add(team=team, person=make_person(), role="wizard", hours_per_week=4, by=manager)
    assert (gone, wizard) == ("The account of Kim is closed.", "We do not know this role.")


def test_juror_is_not_asked(team, manager):
    juror = make_juror(team.idea.edition, make_person(name="Kim"))
    reason = rules.why_not_add(team=team, person=juror, role="jurist", hours_per_week=4, by=manager)
    assert reason == "Kim is a juror or a manager of this edition, and cannot be in a team."


def test_removed_member_hears_it(team, manager):
    member = make_member(team=team, person=make_person(language="en"))
    actions.remove_member(member=member, by=manager, at=MOMENT)
    assert Member.objects.count() == 0
    assert Mail.objects.get().subject.startswith("You need not do anything: the team for")


def test_removing_who_said_no_is_silent(team, manager):
    actions.remove_member(member=make_member(team=team, state=MemberState.DECLINED), by=manager, at=MOMENT)
    assert Mail.objects.count() == 0


def test_lead_changes_hands(team, manager):
    first, second = make_member(team=team, lead=True), make_member(team=team)
    actions.make_lead(member=second, by=manager, at=MOMENT)
    assert queries.lead_of(team) == second.person
    assert Member.objects.get(pk=first.pk).lead is False


def test_lead_and_who_said_no_are_not_made_lead(team, manager):
    leading = make_member(team=team, lead=True, person=make_person(name="Kim"))
    gone = make_member(team=team, state=MemberState.DECLINED, person=make_person(name="Bo"))
    reasons = [rules.why_not_make_lead(member=member, by=manager) for member in (leading, gone)]
    assert reasons == ["Kim is the lead already.", "Bo said no to this team."]


# Forming and releasing


def test_formed_and_released(team, manager):
    actions.form_team(idea=team.idea, by=manager, at=MOMENT)
    formed = queries.team_of(team.idea).state
    actions.release_team(idea=team.idea, by=manager, at=MOMENT)
    assert (formed, queries.team_of(team.idea).state) == (TeamState.FORMED, TeamState.RELEASED)


def test_released_team_frees_its_hours(edition, team):
    member = make_member(team=team)
    before = next(s for s in queries.bench_of(edition).seekers if s.person == member.person).free_hours
    team.state = TeamState.RELEASED
    team.save()
    after = next(s for s in queries.bench_of(edition).seekers if s.person == member.person).free_hours
    assert (before, after) == (0, 4)


def test_forming_and_releasing_are_refused_to_others_and_without_a_team(edition, team, manager):
    bare, member = make_shortlisted(edition=edition, title="Bare"), make_person()
    assert rules.why_not_form(idea=team.idea, by=member) == "Only the programme manager forms teams."
    assert rules.why_not_release(idea=team.idea, by=member) == "Only the programme manager releases teams."
    assert rules.why_not_form(idea=bare, by=manager) == "There is no draft team for “Bare”."
    assert rules.why_not_release(idea=bare, by=manager) == "There is no draft team for “Bare”."


def test_released_team_is_not_formed(team, manager):
    actions.release_team(idea=team.idea, by=manager, at=MOMENT)
    assert rules.why_not_form(idea=team.idea, by=manager).endswith("was released.")


# Leaving matching


def test_matching_is_left_when_everybody_answered_and_every_team_is_led(team):
    make_member(team=team, lead=True, state=MemberState.ACCEPTED)
    make_member(team=team, state=MemberState.DECLINED)
    assert rules.why_not_leave_matching(edition=team.idea.edition) == []


def test_every_reason_to_stay_in_matching_is_told_at_once(edition, team):
    make_shortlisted(edition=edition)
    make_member(team=team)
    make_member(team=team)
    assert rules.why_not_leave_matching(edition=edition) == [
        "1 idea of the shortlist has no team yet.",
        "2 people have not answered yet.",
        "1 team has no lead.",
    ]


def test_matching_is_not_left_without_a_shortlist():
    edition = make_edition(stage=Stage.MATCHING)
    assert rules.why_not_leave_matching(edition=edition) == ["There is no shortlist to draft teams for."]


# Who sees what


def test_draft_team_is_seen_by_who_needs_it(edition, team, manager):
    member, juror = make_member(team=team).person, make_juror(edition)
    refused = [
        rules.why_not_see_team(team=team, by=person) is not None
        for person in (manager, juror, member, team.idea.submitter, make_person())
    ]
    assert refused == [False, False, False, False, True]


def test_formed_team_is_seen_by_all_only_after_the_letters(edition, team):
    team.state = TeamState.FORMED
    team.save()
    reader = make_person()
    before = list(queries.teams_shown(edition, to=reader))
    set_stage(edition, Stage.DELIVERY)
    assert (before, list(queries.teams_shown(edition, to=reader))) == ([], [team])
