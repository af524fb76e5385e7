"""Changing a team that stands: another role, other hours, somebody else in a seat; by manager and lead."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people.actions import answer_consent, ask_line_manager
from datamatch.teams import actions, queries, rules
from datamatch.teams.enums import ChangeState, MemberState, TeamState
from datamatch.teams.models import Member, SeatChange
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_suggestion, make_team

pytestmark = pytest.mark.django_db
LAST = timezone.localdate(MOMENT) + timedelta(weeks=9)


@pytest.fixture
def edition():
    return make_edition(stage=Stage.DELIVERY)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(name="Mo", hours_per_week=0, language="en"))


@pytest.fixture
def team(edition):
    return make_team(idea=make_shortlisted(edition=edition, title="Wolves"), state=TeamState.FORMED)


def sit(team, name, **given):
    seat = {"state": MemberState.ACCEPTED, "until_on": LAST, "person": make_person(name=name, language="en")}
    return make_member(team=team, **seat | given)


@pytest.fixture
def kim(team):
    return sit(team, "Kim")


@pytest.fixture
def lead(team):
    return sit(team, "Lo", lead=True, role="projectleider")


def ask(member, by, role="jurist", hours=2):
    return actions.ask_change(member=member, role=role, hours_per_week=hours, by=by, at=MOMENT)


def subjects():
    return sorted((mail.to, mail.subject) for mail in Mail.objects.all())


# Another role, other hours


def test_nothing_changes_before_the_member_says_yes_and_who_asked_hears_it(kim, lead):
    change = ask(kim, lead.person)
    kim.refresh_from_db()
    assert (kim.role, kim.hours_per_week, list(queries.changes_of(kim.person))) == ("data-scientist", 4, [change])
    actions.answer_change(change=change, yes=True, by=kim.person, at=later(hours=1))
    kim.refresh_from_db()
    assert (kim.role, kim.hours_per_week, list(queries.changes_of(kim.person))) == ("jurist", 2, [])
    assert subjects() == sorted(
        [
            (kim.person.email, "Say yes or no: a change of your seat in the team for “Wolves”"),
            (lead.person.email, "You need not do anything: Kim says yes to the change in the team for “Wolves”"),
        ]
    )
    deeds = TrailEntry.objects.filter(of_id=str(kim.public_id)).order_by("position").values_list("deed", "details")
    assert list(deeds) == [
        ("team.change.ask", {"role": "jurist", "hours": 2}),
        ("team.change.answer", {"yes": True}),
    ]


def test_no_leaves_everything_as_it_was_without_a_reason(kim, lead):
    change = actions.answer_change(change=ask(kim, lead.person), yes=False, by=kim.person, at=MOMENT)
    kim.refresh_from_db()
    assert (kim.role, kim.hours_per_week, change.state) == ("data-scientist", 4, ChangeState.REFUSED)
    assert (lead.person.email, "Look for another way: Kim stays as they are in the team for “Wolves”") in subjects()


def test_change_that_is_taken_back_asks_nothing_any_more(kim, manager):
    change = actions.take_back_change(change=ask(kim, manager), by=manager, at=MOMENT)
    assert rules.why_not_answer_change(change=change, by=kim.person) == (
        "This question was taken back. Nothing is asked of you."
    )
    assert rules.why_not_take_back_change(change=change, by=manager) == "This was answered already."
    subject = "You need not do anything: your seat in the team for “Wolves” stays as it is"
    assert (kim.person.email, subject) in subjects()
    assert ask(kim, manager).is_open


def test_only_manager_and_lead_change_a_team_at_work(kim, lead, manager):
    reason = "Only the programme manager and the lead change this team."
    assert rules.why_not_change_seat(member=lead, by=kim.person) == reason
    assert [rules.why_not_change_seat(member=kim, by=by) for by in (lead.person, manager)] == [None, None]
    lead.state = MemberState.PROPOSED
    lead.save()
    assert rules.why_not_change_seat(member=kim, by=lead.person) == reason


def test_lead_of_a_draft_changes_nothing_and_proposes_nobody(kim, lead, team):
    team.state = TeamState.DRAFT
    team.save()
    suggestion = make_suggestion(team=team)
    reasons = [
        rules.why_not_change_team(team=team, by=lead.person),
        rules.why_not_ask(suggestion=suggestion, by=lead.person),
        rules.why_not_forbid(team=team, person=make_person(), by=lead.person),
    ]
    assert reasons == [
        "Only the programme manager changes a team.",
        "Only the programme manager asks people for a team.",
        "Only the programme manager says who is left out.",
    ]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (MemberState.PROPOSED, "Kim has not answered yet. Wait for the answer, or remove the seat and ask again."),
        (MemberState.DECLINED, "Kim said no to this team."),
        (MemberState.LEFT, "Kim is no longer in this team."),
    ],
)
def test_seat_is_changed_only_of_who_said_yes(kim, manager, state, reason):
    kim.state = state
    assert rules.why_not_change_seat(member=kim, by=manager) == reason


def test_one_change_at_a_time_and_only_a_real_one(kim, manager):
    given = {"member": kim, "by": manager}
    same = rules.why_not_change_to(role="data-scientist", hours_per_week=4, **given)
    wizard = rules.why_not_change_to(role="wizard", hours_per_week=4, **given)
    assert (same, wizard) == ("This is what Kim does now.", "We do not know this role.")
    ask(kim, manager)
    with pytest.raises(Refused, match="Kim was asked for a change and has not answered yet"):
        ask(kim, manager, hours=3)


def test_more_hours_than_the_line_manager_granted_are_not_asked(kim, manager):
    consent = ask_line_manager(person=kim.person, email="c@example.org", hours_per_week=8, by=kim.person, at=MOMENT)
    answer_consent(consent=consent, state="fewer", hours=5, reason="", at=MOMENT)
    with pytest.raises(Refused, match="agreed to 5 hours a week; teams take 4 of them"):
        ask(kim, manager, hours=6)
    assert ask(kim, manager, hours=5).hours_per_week == 5


def test_change_is_answered_once_by_the_member_who_is_still_there(kim, manager):
    change = ask(kim, manager)
    assert rules.why_not_answer_change(change=change, by=manager) == "Only the person who was asked can answer."
    change.member.state = MemberState.LEFT
    assert rules.why_not_answer_change(change=change, by=kim.person).startswith("You are no longer in this team")
    change.member.state = MemberState.ACCEPTED
    actions.answer_change(change=change, yes=True, by=kim.person, at=MOMENT)
    with pytest.raises(Refused, match="You answered this already"):
        actions.answer_change(change=change, yes=False, by=kim.person, at=MOMENT)


# Somebody else in a seat


def test_seat_is_taken_over_with_the_lead_when_the_other_says_yes(lead, team, manager):
    ann = make_person(name="Ann", language="en")
    asked = actions.hand_over(member=lead, to=ann, by=manager, at=MOMENT)
    lead.refresh_from_db()
    assert (lead.state, lead.lead, asked.role) == (MemberState.ACCEPTED, True, "projectleider")
    actions.answer(member=asked, yes=True, by=ann, at=later(hours=1))
    lead.refresh_from_db()
    assert (lead.state, queries.lead_of(team)) == (MemberState.LEFT, ann)
    assert subjects() == sorted(
        [
            (ann.email, "Say yes or no: a team for “Wolves”"),
            (lead.person.email, "You need not do anything yet: Ann is asked to take over your seat in “Wolves”"),
            (lead.person.email, "You need not do anything: the team for “Wolves” changed"),
        ]
    )


def test_who_sits_in_a_seat_stays_when_the_other_says_no(kim, team, manager):
    ann = make_person()
    asked = actions.hand_over(member=kim, to=ann, by=manager, at=MOMENT)
    given = {"member": kim, "to": make_person(), "by": manager}
    assert rules.why_not_hand_over(**given) == f"{ann.name} was asked to take over and has not answered yet."
    actions.answer(member=asked, yes=False, by=ann, at=MOMENT)
    kim.refresh_from_db()
    assert (kim.state, rules.why_not_hand_over(**given)) == (MemberState.ACCEPTED, None)


def test_seat_is_not_handed_to_somebody_in_the_team_or_out_of_an_empty_one(kim, lead, manager):
    assert rules.why_not_hand_over(member=kim, to=lead.person, by=manager) == "Lo is in this team already."
    for state, reason in (
        (MemberState.LEFT, "Kim is no longer in this team."),
        (MemberState.DECLINED, "Kim said no to this team."),
    ):
        kim.state = state
        assert rules.why_not_hand_over(member=kim, to=make_person(), by=manager) == reason


def test_lead_asks_and_removes_and_the_reason_says_so(kim, lead, team):
    ann = make_person(name="Ann")
    member = actions.add_member(team=team, person=ann, role="jurist", hours_per_week=2, by=lead.person, at=MOMENT)
    assert member.sentences == ["Was asked by the lead of the team."]
    actions.remove_member(member=kim, by=lead.person, at=MOMENT)
    assert Member.objects.get(pk=kim.pk).state == MemberState.LEFT


# Pages


def seat_page(member):
    return reverse("teams:seat", args=[member.public_id])


def test_lead_changes_a_seat_by_the_page_and_takes_it_back(sign_in, kim, lead):
    client = sign_in(lead.person)
    assert "Change the seat of Kim" in client.get(kim.team.get_absolute_url()).content.decode()
    client.post(seat_page(kim), {"deed": "change", "role": "jurist", "hours_per_week": 2})
    change = SeatChange.objects.get()
    page = client.get(seat_page(kim)).content.decode()
    assert ("Take it back first." in page, "Take this question back" in page) == (True, True)
    client.post(reverse("teams:take_back_change", args=[change.public_id]))
    assert SeatChange.objects.get().state == ChangeState.WITHDRAWN


def test_lead_sees_no_line_manager_no_reasons_of_a_no_and_nobody_proposed(sign_in, kim, lead, team):
    make_suggestion(team=team, person=make_person(name="Pip"))
    make_member(team=team, state=MemberState.DECLINED, answer="Too busy", person=make_person(name="Bonifatius"))
    page = sign_in(lead.person).get(team.get_absolute_url()).content.decode()
    assert [word for word in ("Pip", "Bonifatius", "Too busy", "Line manager not asked") if word in page] == []


def test_member_answers_a_change_by_the_page(sign_in, kim, manager):
    change, client = ask(kim, manager), sign_in(kim.person)
    assert "A change of your seat" in client.get(reverse("teams:asks")).content.decode()
    assert "1 change of your seat is asked" in client.get(reverse("front:my_page")).content.decode()
    address = reverse("teams:answer_change", args=[change.public_id])
    client.post(address, {"answer": "perhaps"})
    assert SeatChange.objects.get().is_open
    client.post(address, {"answer": "yes"})
    kim.refresh_from_db()
    assert (kim.role, kim.hours_per_week) == ("jurist", 2)


def test_handing_over_by_the_page_and_what_is_wrong_comes_back(sign_in, kim, manager):
    client, ann = sign_in(manager), make_person()
    unknown = client.post(seat_page(kim), {"deed": "hand_over", "email": "nobody@example.org"})
    own = client.post(seat_page(kim), {"deed": "hand_over", "email": kim.person.email})
    same = client.post(seat_page(kim), {"deed": "change", "role": "data-scientist", "hours_per_week": 4})
    assert [answer.status_code for answer in (unknown, own, same)] == [422, 422, 422]
    assert "nobody@example.org" in unknown.content.decode()
    client.post(seat_page(kim), {"deed": "hand_over", "email": ann.email})
    assert f"{ann.name} was asked to take over" in client.get(seat_page(kim)).content.decode()
    assert Member.objects.get(person=ann).replaces == kim


def test_seat_pages_are_refused_to_others(sign_in, kim, manager):
    change, client = ask(kim, manager), sign_in(make_person())
    answers = [
        client.get(seat_page(kim)),
        client.post(seat_page(kim)),
        client.post(reverse("teams:answer_change", args=[change.public_id]), {"answer": "yes"}),
        client.post(reverse("teams:take_back_change", args=[change.public_id])),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4


def test_asks_page_asks_as_many_queries_for_three_changes_as_for_one(sign_in, edition, manager):
    person, counts = make_person(), []
    client = sign_in(person)
    for _ in (1, 3):
        for _ in range(len(counts) * 2 or 1):
            team = make_team(idea=make_shortlisted(edition=edition), state=TeamState.FORMED)
            ask(make_member(team=team, person=person, state=MemberState.ACCEPTED, until_on=LAST), manager)
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("teams:asks"))
        counts.append(len(caught))
    assert counts[0] == counts[1]
