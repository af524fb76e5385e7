"""The pages of the teams."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.teams.enums import MemberState
from datamatch.teams.models import Member, Suggestion
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.ideas import make_energy
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_suggestion, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(stage=Stage.MATCHING)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(hours_per_week=0))


def teams_page(edition):
    return reverse("teams:teams", args=[edition.slug])


def make_full_team(edition):
    needs = [("data-scientist", 4, True), ("ethicus", 8, True)]
    team = make_team(idea=make_shortlisted(edition=edition, needs=needs))
    make_member(team=team, lead=True)
    make_suggestion(team=team, role="jurist")
    return team


def test_teams_page_says_what_a_team_lacks_and_whom_to_ask(sign_in, edition, manager):
    make_full_team(edition)
    make_person(name="Saskia", discipline="ethicus", hours_per_week=8)
    page = sign_in(manager).get(teams_page(edition)).content.decode()
    words = ("Lacks ethicist, 8 h", "Ask Saskia?", "0 of 1 team is possible.", "1 person still has to answer.")
    assert [word for word in words if word not in page] == []


def test_teams_page_is_empty_with_a_deed_for_the_manager(sign_in, edition, manager):
    make_shortlisted(edition=edition)
    page = sign_in(manager).get(teams_page(edition))
    assert "Draft the teams" in page.content.decode()


def test_teams_page_tells_others_when_they_see_more(sign_in, edition):
    make_full_team(edition)
    page = sign_in(make_person()).get(teams_page(edition)).content.decode()
    assert "No teams to see yet" in page


def test_teams_page_asks_as_many_queries_for_three_teams_as_for_one(sign_in, edition, manager):
    client = sign_in(manager)
    counts = []
    for _ in (1, 3):
        for _ in range(len(counts) * 2 or 1):
            make_full_team(edition)
        with CaptureQueriesContext(connection) as caught:
            client.get(teams_page(edition))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_drafting_by_the_page_makes_teams(sign_in, edition, manager):
    make_shortlisted(edition=edition)
    answer = sign_in(manager).post(reverse("teams:draft", args=[edition.slug]), follow=True)
    assert "The teams are drafted. 0 roles are still open." in answer.content.decode()
    assert (Suggestion.objects.count(), Member.objects.count()) == (1, 0)


def test_drafting_is_refused_to_others(sign_in, edition):
    answer = sign_in(make_person()).post(reverse("teams:draft", args=[edition.slug]))
    assert (answer.status_code, Member.objects.count()) == (403, 0)


def test_team_page_gives_reasons_and_candidates(sign_in, edition, manager):
    team = make_full_team(edition)
    asker = make_energy(idea=team.idea, person=make_person(name="Saskia", discipline="ethicus", hours_per_week=9))
    page = sign_in(manager).get(team.get_absolute_url()).content.decode()
    words = (
        "Was asked by the programme manager.", f"Ask {asker.person.name}", "Has 9 hours a week left.",
        "Works as ethicist.", "Said: “I support this”.", "Was not asked for this team yet.",
    )  # fmt: skip
    assert [word for word in words if word not in page] == []


def test_team_page_shows_a_member_no_deeds(sign_in, edition):
    team = make_full_team(edition)
    page = sign_in(team.members.get().person).get(team.get_absolute_url()).content.decode()
    assert ("Make lead" in page, "Remove" in page, "Ask somebody else" in page) == (False, False, False)


def test_team_page_is_refused_to_strangers(sign_in, edition):
    assert sign_in(make_person()).get(make_full_team(edition).get_absolute_url()).status_code == 403


def test_asking_by_the_page(sign_in, edition, manager):
    team, person = make_full_team(edition), make_person(discipline="ethicus")
    given = {"email": person.email.upper(), "role": "ethicus", "hours_per_week": 8}
    sign_in(manager).post(reverse("teams:add", args=[team.public_id]), given)
    assert Member.objects.get(person=person).hours_per_week == 8


def test_asking_nobody_comes_back_with_what_was_typed(sign_in, edition, manager):
    team = make_full_team(edition)
    given = {"email": "nobody@example.org", "role": "ethicus", "hours_per_week": 8}
    answer = sign_in(manager).post(reverse("teams:add", args=[team.public_id]), given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert ("We do not know anybody with this address." in page, "nobody@example.org" in page) == (True, True)


def test_asking_without_hours_comes_back(sign_in, edition, manager):
    team = make_full_team(edition)
    answer = sign_in(manager).post(reverse("teams:add", args=[team.public_id]), {"email": "a@example.org"})
    assert answer.status_code == 422


@pytest.mark.parametrize("deed", ["add", "remove", "lead"])
def test_deeds_are_refused_to_others(sign_in, edition, deed):
    team = make_full_team(edition)
    target = team.public_id if deed == "add" else team.members.get().public_id
    answer = sign_in(make_person()).post(reverse(f"teams:{deed}", args=[target]))
    assert (answer.status_code, Member.objects.count()) == (403, 1)


def test_removing_and_leading_by_the_page(sign_in, edition, manager):
    team = make_full_team(edition)
    second = make_member(team=team)
    client = sign_in(manager)
    client.post(reverse("teams:lead", args=[second.public_id]))
    client.post(reverse("teams:remove", args=[team.members.get(lead=False).public_id]))
    assert list(team.members.values_list("person", "lead")) == [(second.person_id, True)]


def test_asks_page_asks_yes_or_no(sign_in, edition):
    member = make_full_team(edition).members.get()
    page = sign_in(member.person).get(reverse("teams:asks")).content.decode()
    words = ("Yes, I join", "No, not now", "You would lead the team.", member.team.idea.title)
    assert [word for word in words if word not in page] == []


def test_asks_page_asks_as_many_queries_for_three_asks_as_for_one(sign_in, edition):
    person = make_person()
    client = sign_in(person)
    counts = []
    for _ in (1, 3):
        for _ in range(len(counts) * 2 or 1):
            make_member(team=make_team(idea=make_shortlisted(edition=edition)), person=person)
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("teams:asks"))
        counts.append(len(caught))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("said", "state"), [("yes", MemberState.ACCEPTED), ("no", MemberState.DECLINED)])
def test_answering_by_the_page(sign_in, edition, said, state):
    member = make_full_team(edition).members.get()
    client = sign_in(member.person)
    client.post(reverse("teams:answer", args=[member.public_id]), {"answer": said, "words": "Gladly"})
    member.refresh_from_db()
    assert (member.state, member.answer) == (state, "Gladly")


def test_who_said_no_reads_their_own_words_and_nobody_but_the_manager_does(sign_in, edition, manager):
    team = make_full_team(edition)
    member = make_member(team=team, role="jurist")
    sign_in(member.person).post(reverse("teams:answer", args=[member.public_id]), {"answer": "no", "words": "Too busy"})
    shown = {
        "self": "Too busy" in sign_in(member.person).get(reverse("teams:asks")).content.decode(),
        "manager": "Too busy" in sign_in(manager).get(team.get_absolute_url()).content.decode(),
        "juror": "Too busy" in sign_in(make_juror(edition)).get(team.get_absolute_url()).content.decode(),
        "member": "Too busy"
        in sign_in(team.members.get(lead=True).person).get(team.get_absolute_url()).content.decode(),
    }
    assert shown == {"self": True, "manager": True, "juror": False, "member": False}


def test_answer_without_a_word_changes_nothing(sign_in, edition):
    member = make_full_team(edition).members.get()
    page = sign_in(member.person).post(reverse("teams:answer", args=[member.public_id]), follow=True)
    member.refresh_from_db()
    assert (member.state, "Choose yes or no" in page.content.decode()) == (MemberState.PROPOSED, True)


def test_empty_asks_page_is_kind(sign_in):
    page = sign_in(make_person()).get(reverse("teams:asks")).content.decode()
    assert "Nothing is asked of you now" in page
