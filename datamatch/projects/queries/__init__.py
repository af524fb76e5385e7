"""Reads about projects."""

from datamatch.projects.queries.cards import ProjectCard, cards_in
from datamatch.projects.queries.gates import GateState, gate_states, owner_for
from datamatch.projects.queries.projects import (
    ideas_without_project,
    is_in_team,
    project_of,
    projects_in,
    team_members_of,
    week_of,
    weeks_in,
)
from datamatch.projects.queries.reports import (
    ReportLine,
    progress_of,
    report_lines,
    reports_of,
    weeks_due,
    weeks_missing,
    weeks_to_report,
)

__all__ = [
    "GateState",
    "ProjectCard",
    "ReportLine",
    "cards_in",
    "gate_states",
    "ideas_without_project",
    "is_in_team",
    "owner_for",
    "progress_of",
    "project_of",
    "projects_in",
    "report_lines",
    "reports_of",
    "team_members_of",
    "week_of",
    "weeks_due",
    "weeks_in",
    "weeks_missing",
    "weeks_to_report",
]
