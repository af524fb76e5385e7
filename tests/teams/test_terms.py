"""How long a seat in a formed team lasts: last day, reminder, renewal, stopping, ending; and every refusal."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people.actions import answer_consent, ask_line_manager
from datamatch.teams import actions, queries, rules, tasks
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_team

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate(MOMENT)
LAST = TODAY + timedelta(days=10)


@pytest.fixture
def edition():
    return make_edition(stage=Stage.DELIVERY, delivery_starts_on=TODAY - timedelta(weeks=3), delivery_weeks=13)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(name="Mo", hours_per_week=0, language="en"))


@pytest.fixture
def team(edition):
    return make_team(idea=make_shortlisted(edition=edition, title="Wolves"), state=TeamState.FORMED)


@pytest.fixture
def kim(team):
    return make_member(
        team=team, person=make_person(name="Kim", language="en"), state=MemberState.ACCEPTED, until_on=LAST
    )


def mails():
    return sorted((mail.to, mail.subject) for mail in Mail.objects.all())


def renew(member, until_on, by=None, at=MOMENT):
    return actions.renew(member=member, until_on=until_on, by=by or member.person, at=at)


# Last days


def test_seats_of_a_formed_team_end_with_the_work_of_the_edition(edition, manager):
    team = make_team(idea=make_shortlisted(edition=edition))
    stays, gone = make_member(team=team), make_member(team=team, state=MemberState.DECLINED)
    actions.form_team(idea=team.idea, by=manager, at=MOMENT)
    ends = {member.pk: member.until_on for member in Member.objects.all()}
    assert ends == {stays.pk: TODAY + timedelta(weeks=10), gone.pk: None}


def test_last_day_is_never_within_four_weeks_of_asking():
    edition = make_edition(delivery_starts_on=date(2026, 1, 1), delivery_weeks=13)
    bare = make_edition(delivery_starts_on=None, delivery_weeks=13)
    assert queries.last_day_of(edition, today=date(2026, 3, 30)) == date(2026, 4, 27)
    assert queries.last_day_of(bare, today=date(2026, 1, 1)) == date(2026, 4, 2)


def test_who_is_asked_for_a_team_at_work_hears_until_when(team, manager):
    lee = make_person(name="Lee", language="en")
    member = actions.add_member(team=team, person=lee, role="jurist", hours_per_week=4, by=manager, at=MOMENT)
    assert member.until_on == TODAY + timedelta(weeks=10)
    body = Mail.objects.get().body
    assert ("is at work" in body, rules.day_in_words(member.until_on) in body, "jury" in body) == (True, True, False)


# Reminding and ending


def test_reminder_is_sent_once_within_two_weeks_of_the_last_day(kim):
    assert tasks.remind_of_renewal(MOMENT) == 1
    assert actions.remind_of_renewal(at=later(hours=1)) == 0
    assert mails() == [
        (kim.person.email, f"Renew or stop by {rules.day_in_words(LAST)}: your seat in the team for “Wolves”")
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"until_on": TODAY + timedelta(days=15)},
        {"stopping": True},
        {"state": MemberState.PROPOSED},
        {"until_on": None},
    ],
)
def test_nobody_is_reminded_too_early_or_for_nothing(kim, given):
    Member.objects.update(**given)
    assert actions.remind_of_renewal(at=MOMENT) == 0


def test_draft_and_closed_edition_remind_and_end_nothing(kim, team, edition):
    kim.until_on = TODAY - timedelta(days=1)
    kim.save()
    edition.stage = Stage.CLOSED
    edition.save()
    assert (actions.remind_of_renewal(at=MOMENT), actions.end_seats(at=MOMENT)) == (0, 0)


def test_seat_ends_after_its_last_day_and_the_managers_hear_it(kim, manager):
    assert actions.end_seats(at=MOMENT + timedelta(days=10)) == 0
    assert tasks.end_seats(MOMENT + timedelta(days=11)) == 1
    kim.refresh_from_db()
    assert (kim.state, kim.lead) == (MemberState.LEFT, False)
    assert mails() == [(manager.email, "Look for somebody: the seat of Kim in the team for “Wolves” ended")]
    assert TrailEntry.objects.get(deed="team.end").of_id == str(kim.public_id)


def test_lead_leads_on_until_they_stop(kim):
    Member.objects.update(lead=True)
    actions.remind_of_renewal(at=MOMENT)
    assert "you lead on until somebody else does" in Mail.objects.get().body
    assert actions.end_seats(at=MOMENT + timedelta(days=11)) == 0
    Member.objects.update(stopping=True)
    assert actions.end_seats(at=MOMENT + timedelta(days=11)) == 1
    kim.refresh_from_db()
    assert (kim.state, kim.lead) == (MemberState.LEFT, False)


def test_seat_that_ended_is_a_gap_again_and_can_be_asked_again(kim, team, manager):
    actions.end_seats(at=MOMENT + timedelta(days=11))
    assert [gap.role for gap in queries.gaps_of(team)] == ["data-scientist"]
    again = actions.add_member(
        team=team, person=kim.person, role="jurist", hours_per_week=2, by=manager, at=MOMENT + timedelta(days=12)
    )
    assert (again.pk, again.state, again.role, again.answered_at) == (kim.pk, MemberState.PROPOSED, "jurist", None)


# Renewing and stopping


def test_renewed_seat_lasts_longer_and_lead_and_managers_hear_it(kim, team, manager):
    lead = make_member(team=team, lead=True, state=MemberState.ACCEPTED, person=make_person(language="en")).person
    renew(kim, LAST + timedelta(weeks=6))
    kim.refresh_from_db()
    assert kim.until_on == LAST + timedelta(weeks=6)
    subject = "You need not do anything: Kim stays in the team for “Wolves”"
    assert mails() == sorted([(lead.email, subject), (manager.email, subject)])
    assert TrailEntry.objects.get(deed="team.renew").details == {"until": kim.until_on.isoformat()}


def test_who_renewed_is_reminded_again_before_the_new_day(kim):
    actions.remind_of_renewal(at=MOMENT)
    renew(kim, LAST + timedelta(weeks=6))
    assert actions.remind_of_renewal(at=MOMENT) == 0
    assert actions.remind_of_renewal(at=MOMENT + timedelta(weeks=6)) == 1


def test_who_stops_names_the_day_and_others_look_for_somebody(kim, manager):
    actions.stop(member=kim, last_on=TODAY + timedelta(days=5), by=kim.person, at=MOMENT)
    day = rules.day_in_words(TODAY + timedelta(days=5))
    assert mails() == [(manager.email, f"Look for somebody: Kim stops in the team for “Wolves” on {day}")]
    assert actions.end_seats(at=MOMENT + timedelta(days=6)) == 1
    assert Mail.objects.count() == 1


def test_who_stops_can_change_their_mind(kim):
    actions.stop(member=kim, last_on=LAST, by=kim.person, at=MOMENT)
    renew(kim, LAST + timedelta(weeks=1))
    kim.refresh_from_db()
    assert not kim.stopping


def test_renewing_is_refused_to_others_too_early_and_beyond_half_a_year(kim, manager):
    with pytest.raises(Refused, match="Only the person in the seat"):
        renew(kim, LAST + timedelta(weeks=1), by=manager)
    with pytest.raises(Refused, match="Choose a day after"):
        renew(kim, LAST)
    with pytest.raises(Refused, match="at most half a year later"):
        renew(kim, LAST + timedelta(weeks=27))
    kim.until_on = TODAY + timedelta(days=30)
    day = rules.day_in_words(TODAY + timedelta(days=9))
    assert rules.why_not_renew(member=kim, by=kim.person, today=TODAY) == f"You can renew from {day}."


def test_stopping_is_refused_before_today_and_after_the_last_day(kim):
    for day in (TODAY - timedelta(days=1), LAST + timedelta(days=1)):
        with pytest.raises(Refused, match="Choose a day from today to"):
            actions.stop(member=kim, last_on=day, by=kim.person, at=MOMENT)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"team": TeamState.DRAFT}, "This team has not begun. Answer the question that was asked of you."),
        ({"stage": Stage.CLOSED}, "This edition is closed."),
        ({"state": MemberState.LEFT}, "Your seat in this team has ended."),
        ({"state": MemberState.PROPOSED}, "You did not say yes to this team."),
    ],
)
def test_no_say_in_a_seat_that_is_not_at_work(kim, change, reason):
    kim.team.state = change.get("team", TeamState.FORMED)
    kim.team.idea.edition.stage = change.get("stage", Stage.DELIVERY)
    kim.state = change.get("state", MemberState.ACCEPTED)
    assert rules.why_not_own_term(member=kim, by=kim.person).startswith(reason)


def test_line_manager_who_granted_less_is_asked_again_before_renewing(kim):
    consent = ask_line_manager(person=kim.person, email="c@example.org", hours_per_week=4, by=kim.person, at=MOMENT)
    answer_consent(consent=consent, state="fewer", hours=2, reason="", at=MOMENT)
    reason = rules.why_not_renew(member=kim, by=kim.person, today=TODAY)
    assert reason == "Your line manager agreed to 2 hours a week, and this seat takes 4. Ask again first."


# Seats that ended, and answers in a team at work


def test_yes_in_a_team_at_work_is_not_taken_back_but_ended_by_a_day(kim):
    reason = rules.why_not_answer(member=kim, by=kim.person)
    assert reason == "You are in this team, and it has begun. Say on which day you stop."


def test_removed_from_a_team_at_work_stays_known_as_who_was_in_it(kim, team, manager):
    actions.remove_member(member=kim, by=manager, at=MOMENT)
    kim.refresh_from_db()
    assert (kim.state, kim.until_on, [m.pk for m in queries.sheets_of([team])[0].left]) == (
        MemberState.LEFT,
        TODAY,
        [kim.pk],
    )
    reasons = [
        rules.why_not_remove(member=kim, by=manager),
        rules.why_not_make_lead(member=kim, by=manager),
        rules.why_not_answer(member=kim, by=kim.person),
    ]
    assert reasons == [
        "Kim is no longer in this team.",
        "Kim is no longer in this team.",
        "Your seat in this team has ended. The lead or the programme manager can ask you again.",
    ]


# The page


def at_work_now(team, **given):
    return make_member(
        team=team, state=MemberState.ACCEPTED, **{"until_on": timezone.localdate() + timedelta(days=7)} | given
    )


def test_renewing_and_stopping_by_the_page(sign_in, team):
    member = at_work_now(team)
    client, address = sign_in(member.person), reverse("teams:term", args=[member.public_id])
    assert "Renew or stop" in client.get(reverse("teams:asks")).content.decode()
    new = member.until_on + timedelta(days=30)
    client.post(address, {"deed": "renew", "until_on": new.isoformat()})
    assert Member.objects.get().until_on == new
    client.post(address, {"deed": "stop", "last_on": timezone.localdate().isoformat()})
    assert (Member.objects.get().until_on, Member.objects.get().stopping) == (timezone.localdate(), True)
    assert "You stop after" in client.get(reverse("teams:asks")).content.decode()


def test_page_says_from_when_renewing_can_be_done(sign_in, team):
    member = at_work_now(team, until_on=timezone.localdate() + timedelta(days=60))
    page = sign_in(member.person).get(reverse("teams:term", args=[member.public_id])).content.decode()
    assert "You can renew from" in page


def test_page_keeps_what_was_typed_and_says_what_is_wrong(sign_in, team):
    member = at_work_now(team)
    address = reverse("teams:term", args=[member.public_id])
    answer = sign_in(member.person).post(address, {"deed": "renew", "until_on": "2020-01-01"})
    assert (answer.status_code, "2020-01-01" in answer.content.decode()) == (422, True)
    assert "Choose a day after" in answer.content.decode()


def test_page_is_for_the_person_in_the_seat(sign_in, team, manager):
    member = at_work_now(team)
    address = reverse("teams:term", args=[member.public_id])
    assert [sign_in(one).get(address).status_code for one in (manager, make_person())] == [403, 403]
