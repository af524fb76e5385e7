"""Who would form the teams of some ideas alone, and in which weeks a role stays open."""

from datetime import date, timedelta

import pytest

from datamatch.people.models import Availability
from datamatch.teams.enums import MemberState
from datamatch.teams.weighing.calendar import runs
from datamatch.teams.weighing.staffing import Staffing
from tests.factories.editions import make_edition
from tests.factories.ideas import make_energy
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_team

pytestmark = pytest.mark.django_db
SCIENTIST = "data-scientist"


@pytest.fixture
def edition():
    return make_edition(delivery_starts_on=date(2026, 9, 7))


def idea_of(edition, **given):
    """Make a shortlisted idea whose submitter has no hours."""
    return make_shortlisted(edition=edition, submitter=make_person(hours_per_week=0), **given)


def scientist(ideas, hours=4):
    """Make a data scientist with energy for these ideas."""
    person = make_person(discipline=SCIENTIST, hours_per_week=hours)
    for idea in ideas:
        make_energy(idea=idea, person=person, kind="join", role=SCIENTIST)
    return person


def asked(idea, person, **given):
    """Let somebody be asked for the team of an idea."""
    return make_member(team=make_team(idea=idea), person=person, **given)


def told(staffed):
    """Return the open roles as (idea, role, first week, last week, in no week at all)."""
    return [(gap.idea_id, gap.role, gap.first_week, gap.last_week, gap.whole) for gap in staffed.open]


def test_one_person_fills_either_idea_and_not_both(edition):
    ideas = [idea_of(edition) for _ in range(2)]
    person = scientist(ideas)
    staffing = Staffing(edition)
    alone = staffing.of([ideas[0].pk])
    assert [(place.person, place.idea_id, place.role, place.asked) for place in alone.places] == [
        (person, ideas[0].pk, SCIENTIST, False)
    ]
    assert [staffing.possible([i.pk for i in some]) for some in (ideas[:1], ideas[1:], ideas)] == [True, True, False]
    both = staffing.of([idea.pk for idea in ideas])
    assert (alone.possible, both.possible, len(both.open)) == (True, False, 1)


def test_who_was_asked_sits_where_they_were_asked(edition):
    idea = idea_of(edition)
    member = asked(idea, scientist([idea]))
    scientist([idea])
    assert [(p.person, p.asked) for p in Staffing(edition).of([idea.pk]).places] == [(member.person, True)]


def test_who_said_no_sits_nowhere(edition):
    idea = idea_of(edition)
    asked(idea, scientist([idea]), state=MemberState.DECLINED)
    staffed = Staffing(edition).of([idea.pk])
    assert (staffed.places, staffed.possible) == ([], False)
    assert told(staffed) == [(idea.pk, SCIENTIST, 1, 13, True)]


def test_member_without_hours_on_the_bench_still_fills_the_role(edition):
    idea = idea_of(edition)
    member = asked(idea, make_person(hours_per_week=0))
    staffing = Staffing(edition)
    assert (staffing.possible([idea.pk]), staffing.of([idea.pk]).places[0].person) == (True, member.person)


def test_wish_for_a_role_keeps_no_team_from_being_possible(edition):
    idea = idea_of(edition, needs=((SCIENTIST, 4, True), ("ethicus", 4, False)))
    scientist([idea])
    staffed = Staffing(edition).of([idea.pk])
    assert (staffed.possible, [(gap.role, gap.must) for gap in staffed.open]) == (True, [("ethicus", False)])


def test_weeks_in_which_somebody_is_away_are_named(edition):
    idea = idea_of(edition)
    person = scientist([idea])
    begins = edition.delivery_starts_on
    Availability.objects.create(
        profile=person.profile, hours_per_week=0,
        from_on=begins + timedelta(weeks=2), until_on=begins + timedelta(weeks=8, days=6),
    )  # fmt: skip
    staffed = Staffing(edition).of([idea.pk])
    assert (told(staffed), staffed.possible) == ([(idea.pk, SCIENTIST, 3, 9, False)], True)


def test_hours_go_to_the_first_seat_of_somebody_with_two(edition):
    ideas = [idea_of(edition) for _ in range(2)]
    person = scientist(ideas, hours=8)
    begins = edition.delivery_starts_on
    Availability.objects.create(
        profile=person.profile, hours_per_week=4, from_on=begins, until_on=begins + timedelta(days=6)
    )
    for idea in ideas:
        asked(idea, person)
    found = told(Staffing(edition).of([idea.pk for idea in ideas]))
    assert found == [(ideas[1].pk, SCIENTIST, 1, 1, False)]


def test_without_anybody_on_the_bench_only_ideas_that_need_nobody_are_possible(edition):
    needy, easy = idea_of(edition), idea_of(edition, needs=())
    staffing = Staffing(edition)
    assert [staffing.possible([idea.pk]) for idea in (needy, easy)] == [False, True]
    assert told(staffing.of([needy.pk])) == [(needy.pk, SCIENTIST, 1, 13, True)]


@pytest.mark.parametrize("what", ["energy", "period", "seat"])
def test_fingerprint_changes_with_what_the_answer_rests_on(edition, what):
    idea = idea_of(edition)
    person = scientist([idea])
    before = Staffing(edition).input_digest
    assert Staffing(edition).input_digest == before
    if what == "energy":
        make_energy(idea=idea, person=make_person(discipline=SCIENTIST, hours_per_week=4), kind="support")
    elif what == "period":
        day = edition.delivery_starts_on
        Availability.objects.create(profile=person.profile, hours_per_week=0, from_on=day, until_on=day)
    else:
        asked(idea, person)
    assert Staffing(edition).input_digest != before


@pytest.mark.parametrize(
    ("weeks", "found"), [([], []), ([3], [(3, 3)]), ([5, 3, 4], [(3, 5)]), ([1, 2, 4, 6, 7], [(1, 2), (4, 4), (6, 7)])]
)
def test_runs_of_weeks(weeks, found):
    assert list(runs(weeks)) == found
