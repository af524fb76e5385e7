"""The shortlist with the scores beside the teams, and why somebody is named for a gap."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import EnergyKind
from datamatch.people.models import ProfileSkill
from datamatch.screening.models import Calibration, Standing
from datamatch.teams import queries, rules
from datamatch.teams.enums import MemberState
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.ideas import make_energy
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_skill
from tests.factories.teams import make_member, make_shortlisted, make_suggestion, make_team

pytestmark = pytest.mark.django_db
NEEDS = [("data-scientist", 4, True), ("ethicus", 8, True)]


@pytest.fixture
def edition():
    return make_edition(stage=Stage.MATCHING)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(hours_per_week=0))


def rank(*ideas):
    """Put ideas in the ranking, the first in the first place."""
    calibration = Calibration.objects.create(
        edition=ideas[0].edition, made_at=MOMENT, seed=1, input_digest="x", review_count=2, screener_count=2
    )
    for place, idea in enumerate(ideas, start=1):
        Standing.objects.create(
            calibration=calibration, idea=idea, place=place, raw_place=place, review_count=2, raw=4, score=4.2, low=3.6,
            high=4.8, chance=0.9, expected_rank=place, zone="in",
        )  # fmt: skip


def make_line(edition, **given):
    """Make an idea with a team of which one seat said yes, and a role open."""
    idea = make_shortlisted(edition=edition, needs=NEEDS, **given)
    make_member(team=make_team(idea=idea), state=MemberState.ACCEPTED)
    return idea


def test_best_place_comes_first_with_what_its_team_lacks(edition):
    last, first, bare = make_line(edition), make_line(edition), make_shortlisted(edition=edition, needs=NEEDS)
    make_suggestion(team=queries.team_of(first), role="ethicus")
    rank(first, last)
    lines = queries.shortlist_of(edition)
    assert [(line.idea, line.said_yes, line.staffability.possible) for line in lines] == [
        (first, 1, True),
        (last, 1, False),
        (bare, 0, False),
    ]
    lacks = [[(gap.role, gap.hours_per_week) for gap in line.staffability.lacks] for line in lines]
    assert lacks == [[], [("ethicus", 8)], [("data-scientist", 4), ("ethicus", 8)]]


def test_page_says_team_possible_or_what_is_lacking_beside_the_score(sign_in, edition, manager):
    rank(make_line(edition), make_shortlisted(edition=edition))
    page = " ".join(sign_in(manager).get(reverse("teams:shortlist", args=[edition.slug])).content.decode().split())
    words = ("Lacks ethicist, 8 h", "Lacks data scientist, 4 h", "1 of 1", "4.2", "3.6 to 4.8")
    assert [word for word in words if word not in page] == []


def test_page_is_empty_before_there_is_a_shortlist(sign_in, edition, manager):
    page = sign_in(manager).get(reverse("teams:shortlist", args=[edition.slug])).content.decode()
    assert "No shortlist yet" in page


def test_scores_are_for_managers_only(sign_in, edition):
    make_line(edition)
    juror = make_juror(edition)
    assert rules.why_not_see_shortlist(edition=edition, by=juror) == "Only a programme manager sees the ranking."
    for reader in (juror, make_person()):
        assert sign_in(reader).get(reverse("teams:shortlist", args=[edition.slug])).status_code == 403


def test_shortlist_asks_as_many_queries_for_three_ideas_as_for_one(sign_in, edition, manager):
    client, counts, ideas = sign_in(manager), [], []
    for _ in (1, 3):
        for _ in range(len(counts) * 2 or 1):
            ideas.append(make_line(edition))
        Calibration.objects.all().delete()
        rank(*ideas)
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("teams:shortlist", args=[edition.slug]))
        counts.append(len(caught))
    assert counts[0] == counts[1]


# Whom to ask


def reasons_for(edition, idea):
    team = queries.team_of(idea) or make_team(idea=idea)
    return {candidate.person: candidate.reasons for gap in queries.gaps_of(team) for candidate in gap.to_ask}


def test_candidate_comes_with_hours_skill_and_what_they_said(edition):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    kim = make_energy(idea=idea, person=make_person(discipline="data-scientist", hours_per_week=6)).person
    ProfileSkill.objects.create(profile=kim.profile, skill=make_skill(name_en="Python"), level=4)
    assert reasons_for(edition, idea) == {
        kim: [
            "Has 6 hours a week left.",
            "Works as data scientist. Is experienced in: Python.",
            "Said: “I support this”.",
            "Was not asked for this team yet.",
        ]
    }


def test_candidate_who_offered_the_role_elsewhere_is_named_for_it(edition):
    idea = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0))
    other = make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0), needs=())
    kim = make_energy(idea=other, kind=EnergyKind.JOIN, person=make_person(discipline="jurist")).person
    assert reasons_for(edition, idea)[kim][1] == "Offered this role for an idea of this edition."
