"""Who may do what in a project, and when not."""

from datetime import timedelta

import pytest

from datamatch.editions.enums import Stage
from datamatch.projects import rules
from datamatch.projects.enums import Ending, ProjectState
from datamatch.safeguards.enums import Verdict
from datamatch.teams.enums import MemberState
from datamatch.teams.models import Member
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_administrator, make_person
from tests.factories.projects import lead_of, make_chosen_idea, make_milestone, make_project

pytestmark = pytest.mark.django_db
ONLY_TEAM = "Only the team and the programme manager can do this."


def test_starting_is_for_the_manager():
    edition = make_edition(stage=Stage.DELIVERY)
    reason = rules.why_not_start_projects(edition=edition, by=make_person())
    assert reason == "Only the programme manager starts the projects."


def test_starting_waits_for_the_delivery_stage():
    edition = make_edition(stage=Stage.PITCHING)
    reason = rules.why_not_start_projects(edition=edition, by=make_manager(edition))
    assert reason == "Projects start in the delivery stage."


def test_starting_waits_for_the_jury():
    edition = make_edition(stage=Stage.DELIVERY)
    make_idea(edition=edition)
    assert rules.why_not_start_projects(edition=edition, by=make_manager(edition)) == "The jury has not chosen yet."


def test_starting_is_open_when_the_jury_has_chosen():
    edition = make_edition(stage=Stage.DELIVERY)
    make_chosen_idea(edition=edition)
    assert rules.why_not_start_projects(edition=edition, by=make_manager(edition)) is None


def test_writing_is_for_team_and_managers():
    colleague = make_person()
    project = make_project(members=[colleague])
    manager = make_manager(project.idea.edition)
    writers = [lead_of(project), colleague, manager, make_administrator()]
    assert [rules.why_not_write(project=project, by=by) for by in writers] == [None] * 4
    assert rules.why_not_write(project=project, by=make_person()) == ONLY_TEAM


def test_writing_is_not_for_who_declined_or_did_not_answer():
    colleague = make_person()
    project = make_project(members=[colleague])
    for state in (MemberState.DECLINED, MemberState.PROPOSED):
        Member.objects.filter(person=colleague).update(state=state)
        assert rules.why_not_write(project=project, by=colleague) == ONLY_TEAM


@pytest.mark.parametrize("ask", ["why_not_report", "why_not_finish", "why_not_add_milestone"])
def test_deeds_are_not_for_outsiders(ask):
    assert getattr(rules, ask)(project=make_project(), by=make_person()) == ONLY_TEAM


@pytest.mark.parametrize("ask", ["why_not_report", "why_not_finish"])
def test_deeds_stop_at_the_end(ask):
    project = make_project(state=ProjectState.RUNNING)
    lead = lead_of(project)
    project.state = ProjectState.FINISHED
    assert getattr(rules, ask)(project=project, by=lead) == "This project is finished."
    project.state = ProjectState.RUNNING
    assert getattr(rules, ask)(project=project, by=lead) is None


def test_reports_wait_for_the_start():
    project = make_project(state=ProjectState.STARTING)
    assert rules.why_not_report(project=project, by=lead_of(project)) == "This project has not begun yet."


def test_a_project_may_stop_before_its_start_but_not_have_worked():
    project = make_project(state=ProjectState.STARTING, verdict=Verdict.NO_GO)
    assert rules.why_not_finish(project=project, by=lead_of(project)) is None
    reason = "The work has not begun. It can only end as “It did not work, because”."
    assert rules.why_not_end_so(project=project, ending=Ending.WORKED, because="") == reason
    assert rules.why_not_end_so(project=project, ending=Ending.DID_NOT_WORK, because="The gate said no.") is None


def test_beginning_says_everything_the_gate_still_asks():
    project = make_project(state=ProjectState.STARTING, verdict=Verdict.OPEN)
    reason = rules.why_not_begin(project=project, by=lead_of(project), on=DAY)
    reasons = rules.reasons_not_to_begin(project=project, on=DAY)
    assert (len(reasons), reason) == (3, " ".join(reasons))


def test_beginning_is_open_when_the_gate_passes():
    project = make_project(state=ProjectState.STARTING)
    assert rules.why_not_begin(project=project, by=lead_of(project), on=DAY) is None


def test_beginning_happens_once_and_not_by_outsiders():
    project = make_project()
    assert rules.why_not_begin(project=project, by=lead_of(project), on=DAY) == "This project has begun already."
    assert rules.why_not_begin(project=project, by=make_person(), on=DAY) == ONLY_TEAM


def test_report_of_a_week_that_is_not_due_is_refused():
    reason = rules.why_not_report_week(project=make_project(), week=3, on=DAY)
    assert reason == "No report is asked for this week."


def test_report_of_a_later_week_is_too_early():
    project = make_project()
    on = DAY + timedelta(days=13)
    assert rules.why_not_report_week(project=project, week=2, on=on) is None
    assert rules.why_not_report_week(project=project, week=4, on=on) == "It is too early for the report of week 4."


def test_milestone_outside_the_project_is_refused():
    project = make_project()
    reason = rules.why_not_due_on(project=project, due_on=project.ends_on + timedelta(days=1))
    assert reason == "Choose a day between March 2, 2026 and June 1, 2026."
    assert rules.why_not_due_on(project=project, due_on=project.ends_on) is None


def test_milestone_is_not_added_to_a_finished_project():
    project = make_project()
    project.state = ProjectState.FINISHED
    assert rules.why_not_add_milestone(project=project, by=lead_of(project)) == "This project is finished."


def test_milestone_is_reached_once_by_the_team_while_under_way():
    project = make_project()
    lead = lead_of(project)
    milestone = make_milestone(project=project)
    assert rules.why_not_reach_milestone(milestone=milestone, by=make_person()) == ONLY_TEAM
    assert rules.why_not_reach_milestone(milestone=milestone, by=lead) is None
    project.state = ProjectState.STARTING
    assert rules.why_not_reach_milestone(milestone=milestone, by=lead) == "This project has not begun yet."
    milestone.reached_at = MOMENT
    assert rules.why_not_reach_milestone(milestone=milestone, by=lead) == "This milestone was reached already."


def test_what_did_not_work_says_why():
    project = make_project(state=ProjectState.RUNNING)
    reason = "Say why it did not work: the next team learns from it."
    assert rules.why_not_end_so(project=project, ending=Ending.DID_NOT_WORK, because=" ") == reason
    assert (
        rules.why_not_end_so(
            project=make_project(state=ProjectState.RUNNING), ending=Ending.DID_NOT_WORK, because="No data."
        )
        is None
    )
    assert rules.why_not_end_so(project=project, ending=Ending.WORKED, because="") is None


def test_delivery_is_left_when_every_project_is_finished():
    edition = make_edition(stage=Stage.DELIVERY)
    idea = make_chosen_idea(edition=edition)
    assert rules.why_not_leave_delivery(edition=edition) == ["Not every chosen idea has its project yet."]
    project = make_project(idea=idea)
    assert rules.why_not_leave_delivery(edition=edition) == ["1 of 1 projects are not finished."]
    project.ending, project.state = Ending.WORKED, ProjectState.FINISHED
    project.save()
    assert rules.why_not_leave_delivery(edition=edition) == []


def test_delivery_is_not_left_without_a_single_project():
    edition = make_edition(stage=Stage.DELIVERY)
    assert rules.why_not_leave_delivery(edition=edition) == ["There is no project in this edition."]
