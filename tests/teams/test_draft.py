"""Draft teams: who is proposed, why, and what stays open."""

import pytest

from datamatch.canvas.queries import needs_of
from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import CoAuthor, JoinRequest
from datamatch.people.models import Profile, ProfileSkill
from datamatch.teams import actions, queries
from datamatch.teams.enums import MemberState
from datamatch.teams.models import Member, Team
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.ideas import make_energy
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person, make_skill
from tests.factories.teams import make_needs, make_shortlisted

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(stage=Stage.MATCHING)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(hours_per_week=0))


def draft(edition, manager, at=MOMENT):
    """Propose teams and ask everybody who is proposed."""
    matching = actions.draft_teams(edition=edition, by=manager, at=at)
    if queries.suggestions_in(edition):
        actions.ask_everybody(edition=edition, by=manager, at=at)
    return matching


def seats(idea):
    return {member.person: member.role for member in queries.members_of(queries.team_of(idea))}


def test_who_offered_to_join_in_a_needed_role_is_proposed(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    willing = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    make_person(discipline="data-scientist")
    draft(edition, manager)
    assert seats(idea) == {willing: "data-scientist"}


def test_who_was_told_not_now_is_not_proposed(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    asked = make_energy(idea=idea, kind=EnergyKind.JOIN)
    JoinRequest.objects.filter(energy=asked).update(answer="not_now", word="We are full", answered_at=MOMENT)
    draft(edition, manager)
    assert asked.person not in seats(idea)


def test_submitter_with_hours_is_in_the_team_and_leads_it(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(discipline="beleidsmedewerker"))
    make_energy(idea=idea, kind=EnergyKind.JOIN)
    draft(edition, manager)
    assert seats(idea)[idea.submitter] == "indiener"
    assert queries.lead_of(queries.team_of(idea)) == idea.submitter


def test_submitter_fills_a_needed_role_where_the_discipline_fits(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(discipline="data-scientist"))
    draft(edition, manager)
    assert seats(idea) == {idea.submitter: "data-scientist"}


def test_coauthor_counts_as_energy(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    writer = CoAuthor.objects.create(idea=idea, person=make_person(), invited_at=MOMENT, accepted_at=MOMENT).person
    draft(edition, manager)
    assert seats(idea) == {writer: "data-scientist"}


def test_lead_without_the_submitter_is_who_has_most_energy(edition, manager):
    needs = [("data-scientist", 4, True), ("data-engineer", 4, True)]
    idea = make_shortlisted(edition=edition, needs=needs, submitter=make_person(hours_per_week=0))
    make_energy(idea=idea, person=make_person(discipline="data-engineer"))
    joiner = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    draft(edition, manager)
    assert queries.lead_of(queries.team_of(idea)) == joiner


def test_nobody_without_hours_is_proposed(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    make_energy(idea=idea, person=make_person(hours_per_week=0), kind=EnergyKind.JOIN)
    make_person(discipline="jurist")
    draft(edition, manager)
    assert seats(idea) == {}


def test_jurors_and_managers_are_not_proposed(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    make_energy(idea=idea, person=make_juror(edition), kind=EnergyKind.JOIN)
    make_energy(idea=idea, person=make_manager(edition), kind=EnergyKind.JOIN)
    make_person(discipline="jurist")
    draft(edition, manager)
    assert seats(idea) == {}


def test_nobody_without_energy_is_placed_but_they_are_named_to_ask(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    able = make_person(discipline="data-scientist")
    draft(edition, manager)
    gaps = queries.gaps_of(queries.team_of(idea))
    assert seats(idea) == {}
    assert [(gap.role, gap.must, gap.candidates) for gap in gaps] == [("data-scientist", True, [able])]


def test_lawyer_who_may_be_asked_is_proposed_for_a_legal_must(edition, manager):
    idea = make_shortlisted(edition=edition, needs=[("jurist", 4, True)], submitter=make_person(hours_per_week=0))
    lawyer = make_person(discipline="jurist")
    draft(edition, manager)
    assert seats(idea) == {lawyer: "jurist"}
    assert queries.members_of(queries.team_of(idea))[0].reasons[0] == {"code": "open"}


def test_lawyer_who_would_rather_not_be_asked_is_left_alone(edition, manager):
    idea = make_shortlisted(edition=edition, needs=[("jurist", 4, True)], submitter=make_person(hours_per_week=0))
    lawyer = make_person(discipline="jurist")
    lawyer.profile.open_to_ask = False
    lawyer.profile.save()
    draft(edition, manager)
    assert (seats(idea), queries.gaps_of(queries.team_of(idea))[0].candidates) == ({}, [])


def test_hours_of_a_person_are_not_spent_twice(edition, manager):
    ideas = [make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0)) for _ in range(2)]
    willing = make_person(hours_per_week=4)
    for idea in ideas:
        make_energy(idea=idea, person=willing, kind=EnergyKind.JOIN)
    matching = draft(edition, manager)
    assert (Member.objects.filter(person=willing).count(), matching.unfilled) == (1, 1)


def test_nobody_is_asked_for_more_hours_than_they_have(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=2))
    draft(edition, manager)
    assert queries.members_of(queries.team_of(idea)).get().hours_per_week == 2


def test_reasons_are_data_and_read_as_sentences(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    willing = make_person()
    skill = make_skill(name_en="Python")
    ProfileSkill.objects.create(profile=willing.profile, skill=skill, level=4)
    make_energy(idea=idea, person=willing, kind=EnergyKind.JOIN)
    draft(edition, manager)
    assert queries.members_of(queries.team_of(idea)).get().sentences == [
        "Offered to join, as data scientist.",
        "Works as data scientist.",
        "Is experienced in: Python.",
        "Has 4 hours a week.",
    ]


def test_everybody_proposed_is_asked_by_mail_in_their_language(edition, manager):
    idea = make_shortlisted(edition=edition, title="Wolves", submitter=make_person(language="en"))
    draft(edition, manager)
    mail = Mail.objects.get()
    assert (mail.to, mail.subject, mail.language) == (
        idea.submitter.email,
        "Say yes or no: a team for “Wolves”",
        "en",
    )


def test_drafting_again_keeps_who_was_asked_and_leaves_out_who_said_no(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    first = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    draft(edition, manager)
    actions.answer(member=Member.objects.get(), yes=False, by=first, at=later(hours=1))
    second = make_energy(idea=idea).person
    draft(edition, manager, at=later(hours=2))
    draft(edition, manager, at=later(hours=3))
    assert seats(idea) == {second: "data-scientist"}
    assert Member.objects.get(person=first).state == MemberState.DECLINED
    assert Mail.objects.count() == 2


def test_drafting_starts_a_canvas_where_there_is_none(edition, manager):
    idea = make_shortlisted(edition=edition, needs=())
    draft(edition, manager)
    assert [need.role for need in needs_of(idea)][:2] == ["projectleider", "beleidsmedewerker"]


def test_same_input_gives_the_same_teams(edition, manager):
    for _ in range(2):
        idea = make_shortlisted(edition=edition)
        make_energy(idea=idea)
    digests, rosters = set(), []
    for _ in range(2):
        digests.add(draft(edition, manager).input_digest)
        rosters.append(sorted(Member.objects.values_list("team__idea", "person", "role")))
        Team.objects.all().delete()
    assert (len(digests), rosters[0]) == (1, rosters[1])


def test_draft_is_recorded_with_its_gaps(edition, manager):
    make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    make_person(discipline="jurist")
    draft(edition, manager)
    line = TrailEntry.objects.get(deed="teams.draft")
    assert (line.of_id, line.details) == (str(edition.public_id), {"seats": 0, "unfilled": 1})


def test_surplus_supporters_are_not_placed(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    for _ in range(3):
        make_energy(idea=idea)
    draft(edition, manager)
    assert len(seats(idea)) == 1


def test_who_offered_a_role_beyond_the_need_is_welcome(edition, manager):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    for _ in range(2):
        make_energy(idea=idea, kind=EnergyKind.JOIN)
    draft(edition, manager)
    assert len(seats(idea)) == 2


def test_empty_bench_is_refused(edition, manager):
    make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    for profile in Profile.objects.all():
        profile.hours_per_week = 0
        profile.save()
    with pytest.raises(Refused, match="Nobody has hours"):
        draft(edition, manager)


def test_gap_without_a_team_is_lacking(edition):
    idea = make_shortlisted(edition=edition, needs=())
    make_needs(idea=idea, needs=[("jurist", 8, True), ("ethicus", 4, False)])
    staffability = queries.staffability_of(idea)
    assert (staffability.possible, [(g.role, g.hours_per_week) for g in staffability.lacks]) == (False, [("jurist", 8)])
