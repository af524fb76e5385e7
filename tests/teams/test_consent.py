"""What line managers said, where teams are made."""

import pytest
from django.urls import reverse

from datamatch.foundation.refusal import Refused
from datamatch.people.actions import answer_consent, ask_line_manager
from datamatch.teams import actions, queries
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(stage="matching")


def agreed(person, *, asked, granted=None):
    consent = ask_line_manager(person=person, email="chief@example.org", hours_per_week=asked, by=person, at=MOMENT)
    if granted is None:
        return consent
    state = "agreed" if granted == asked else "fewer" if granted else "refused"
    return answer_consent(consent=consent, state=state, hours=granted, reason="Because", at=MOMENT)


def bench_hours(edition):
    return {seeker.person.name: seeker.hours for seeker in queries.bench_of(edition).seekers}


def test_bench_has_no_more_hours_than_a_line_manager_granted(edition):
    agreed(make_person(name="Fewer", hours_per_week=8), asked=8, granted=3)
    agreed(make_person(name="All", hours_per_week=8), asked=8, granted=8)
    agreed(make_person(name="None", hours_per_week=8), asked=8, granted=0)
    agreed(make_person(name="Open", hours_per_week=8), asked=8)
    make_person(name="Unasked", hours_per_week=8)
    assert bench_hours(edition) == {"Fewer": 3, "All": 8, "Open": 8, "Unasked": 8}


def test_draft_asks_no_more_than_was_granted(edition):
    kim = make_person(name="Kim", discipline="data-scientist", hours_per_week=8)
    agreed(kim, asked=8, granted=2)
    make_shortlisted(edition=edition, submitter=kim, needs=())
    actions.draft_teams(edition=edition, by=make_manager(edition), at=MOMENT)
    assert [seat.hours_per_week for seat in queries.suggestions_in(edition)] == [2]


def add(team, person, hours, by):
    return actions.add_member(team=team, person=person, role="jurist", hours_per_week=hours, by=by, at=MOMENT)


def test_adding_by_hand_takes_no_more_than_was_granted(edition):
    manager, kim, lee = make_manager(edition), make_person(name="Kim"), make_person(name="Lee")
    team = make_team(idea=make_shortlisted(edition=edition))
    make_member(team=make_team(idea=make_shortlisted(edition=edition)), person=kim, hours_per_week=2)
    agreed(kim, asked=8, granted=5)
    agreed(lee, asked=4, granted=0)
    with pytest.raises(Refused, match="manager of Kim agreed to 5 hours a week; teams take 2 of them"):
        add(team, kim, 4, manager)
    with pytest.raises(Refused, match="line manager of Lee said no"):
        add(team, lee, 1, manager)
    assert add(team, kim, 3, manager).hours_per_week == 3
    assert add(team, make_person(), 40, manager).hours_per_week == 40


@pytest.mark.parametrize(
    ("asked", "granted", "words"),
    [
        (None, None, "Line manager not asked"),
        (4, None, "Line manager asked"),
        (4, 4, "Line manager agreed"),
        (4, 3, "Line manager: 3 hours"),
        (4, 0, "Line manager said no"),
    ],
)
def test_manager_sees_what_the_line_manager_said(sign_in, edition, asked, granted, words):
    manager, kim = make_manager(edition), make_person(name="Kim")
    team = make_team(idea=make_shortlisted(edition=edition))
    make_member(team=team, person=kim, hours_per_week=4, state="accepted")
    if asked:
        agreed(kim, asked=asked, granted=granted)
    assert words in sign_in(manager).get(team.get_absolute_url()).content.decode()
    page = sign_in(kim).get(team.get_absolute_url()).content.decode()
    assert words not in page


def test_who_is_asked_for_a_team_sees_where_to_ask_the_line_manager(sign_in, edition):
    kim = make_person(name="Kim")
    member = make_member(team=make_team(idea=make_shortlisted(edition=edition)), person=kim)
    assert reverse("people:consent") in sign_in(kim).get(reverse("teams:asks")).content.decode()
    words = "Ask your line manager to agree to your hours"
    assert words not in sign_in(kim).get(reverse("front:my_page")).content.decode()
    member.state = "accepted"
    member.save()
    assert words in sign_in(kim).get(reverse("front:my_page")).content.decode()
    agreed(kim, asked=4)
    assert words not in sign_in(kim).get(reverse("front:my_page")).content.decode()
