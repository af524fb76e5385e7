"""Reports: which weeks ask for one, which came, which are missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from datamatch.projects.enums import ProjectState, ReportState
from datamatch.projects.models import Project, Report
from datamatch.projects.queries.projects import weeks_in

WEEKS_BETWEEN = 2


@dataclass(frozen=True)
class ReportLine:
    """One due week on the timeline: its report when it came, and how it stands."""

    week: int
    due_on: date
    report: Report | None
    state: ReportState


def reports_of(project: Project) -> QuerySet[Report]:
    """Return the reports of this project by week, with who wrote them."""
    return project.reports.select_related("by").order_by("week")


def weeks_due(project: Project) -> list[int]:
    """Return the weeks after which a report is due: every second week before the last."""
    return list(range(WEEKS_BETWEEN, weeks_in(project), WEEKS_BETWEEN))


def report_lines(project: Project, on: date, reports: Iterable[Report] | None = None) -> list[ReportLine]:
    """Return every due week with its report (read when not given) and its state on this day."""
    given = {report.week: report for report in (reports_of(project) if reports is None else reports)}
    return [
        ReportLine(week, due_on(project, week), given.get(week), state_of(project, week, on, week in given))
        for week in weeks_due(project)
    ]


def due_on(project: Project, week: int) -> date:
    """Return the day by which the report of this week is due: when that week has passed."""
    return project.starts_on + timedelta(weeks=week)


def state_of(project: Project, week: int, on: date, given: bool) -> ReportState:
    """Return how the report of this week stands; nothing is due before a project runs or after it finished."""
    day = due_on(project, week)
    if given:
        return ReportState.GIVEN
    if project.state != ProjectState.RUNNING:
        return ReportState.COMING if project.state == ProjectState.STARTING else ReportState.MISSING
    if on > day:
        return ReportState.MISSING
    return ReportState.DUE if on >= day - timedelta(weeks=WEEKS_BETWEEN) else ReportState.COMING


def weeks_to_report(project: Project, on: date) -> list[int]:
    """Return the weeks of which a report may be given on this day: those that are missing or due, or came before."""
    return [line.week for line in report_lines(project, on) if line.state != ReportState.COMING]


def weeks_missing(project: Project, on: date, reports: Iterable[Report] | None = None) -> list[int]:
    """Return the weeks whose report is overdue on this day."""
    return [line.week for line in report_lines(project, on, reports) if line.state == ReportState.MISSING]


def progress_of(lines: Iterable[ReportLine]) -> int:
    """Return the progress in percent that the newest report tells; 0 before the first."""
    return next((line.report.progress for line in reversed(list(lines)) if line.report), 0)
