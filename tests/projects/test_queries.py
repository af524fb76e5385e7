"""Weeks, due reports and cards of projects."""

from datetime import timedelta

import pytest

from datamatch.projects import queries
from datamatch.projects.enums import ProjectState, ReportState
from datamatch.safeguards.enums import Verdict
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY
from tests.factories.projects import lead_of, make_milestone, make_project, make_report

pytestmark = pytest.mark.django_db


def test_weeks_due_are_every_second_week_before_the_last():
    assert queries.weeks_due(make_project()) == [2, 4, 6, 8, 10, 12]
    assert queries.weeks_due(make_project(ends_on=DAY + timedelta(weeks=4))) == [2]


@pytest.mark.parametrize(("days", "week"), [(-1, 0), (0, 1), (6, 1), (7, 2), (38, 6), (90, 13), (400, 13)])
def test_week_of_counts_from_the_first_day(days, week):
    assert queries.week_of(make_project(), DAY + timedelta(days=days)) == week


def test_report_lines_tell_what_came_what_is_missing_and_what_is_due():
    project = make_project()
    make_report(project=project, week=2)
    lines = queries.report_lines(project, DAY + timedelta(days=30))
    given, missing, due, later = ReportState.GIVEN, ReportState.MISSING, ReportState.DUE, ReportState.COMING
    assert [line.state for line in lines] == [given, missing, due, later, later, later]
    assert [line.due_on for line in lines[:2]] == [DAY + timedelta(weeks=2), DAY + timedelta(weeks=4)]


def test_report_is_due_until_and_missing_after_its_day():
    project = make_project()
    days = [DAY + timedelta(days=14), DAY + timedelta(days=15)]
    assert [queries.report_lines(project, day)[0].state for day in days] == [ReportState.DUE, ReportState.MISSING]


def test_no_report_is_due_before_the_project_runs():
    project = make_project(state=ProjectState.STARTING)
    lines = queries.report_lines(project, DAY + timedelta(days=30))
    assert {line.state for line in lines} == {ReportState.COMING}


def test_progress_is_that_of_the_newest_report():
    project = make_project()
    assert queries.progress_of(queries.report_lines(project, DAY)) == 0
    make_report(project=project, week=2, progress=20)
    make_report(project=project, week=4, progress=35)
    assert queries.progress_of(queries.report_lines(project, DAY)) == 35


def test_card_tells_lead_progress_next_milestone_and_gate():
    project = make_project(verdict=Verdict.OPEN)
    make_report(project=project, week=2, progress=25)
    make_milestone(project=project, title="Second", due_on=DAY + timedelta(days=9))
    first = make_milestone(project=project, title="First", due_on=DAY + timedelta(days=3))
    [card] = queries.cards_in(project.idea.edition, on=DAY + timedelta(days=30))
    assert (card.lead, card.week, card.weeks, card.progress) == (lead_of(project), 5, 13, 25)
    assert (card.next_milestone, card.missing) == (first, [4])
    assert card.gate == queries.GateState(asked=3, passed=0)


def test_gate_states_name_what_stops():
    idea = make_project(verdict=Verdict.NO_GO).idea
    state = queries.gate_states([idea], moment="start", on=DAY)[idea.pk]
    assert (state.stopped, state.is_passed) == (("Legal", "Technical", "Ethical"), False)
    passed = make_project().idea
    assert queries.gate_states([passed], moment="start", on=DAY)[passed.pk].is_passed is True


def test_project_of_an_idea_without_project_is_none():
    assert queries.project_of(make_idea(edition=make_edition())) is None


def test_projects_in_an_edition_leave_out_other_editions():
    project = make_project()
    make_project()
    assert list(queries.projects_in(project.idea.edition)) == [project]
