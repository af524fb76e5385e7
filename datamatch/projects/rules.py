"""Why a deed in a project may not happen now."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from datamatch.editions import queries as editions
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.people.models import Person
from datamatch.projects import queries
from datamatch.projects.enums import Ending, ProjectState
from datamatch.projects.models import Milestone, Project
from datamatch.safeguards import rules as safeguards
from datamatch.safeguards.enums import Moment
from datamatch.screening import queries as screening


def why_not_start_projects(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not make projects of the chosen ideas now, or None."""
    if not editions.is_manager(by, edition):
        return _("Only the programme manager starts the projects.")
    if edition.stage != Stage.DELIVERY:
        return _("Projects start in the delivery stage.")
    if not screening.chosen_ideas(edition).exists():
        return _("The jury has not chosen yet.")
    return None


def why_not_write(*, project: Project, by: Person) -> str | None:
    """Return why this person may not write about this project, or None when they may."""
    if queries.is_in_team(by, project) or editions.is_manager(by, project.idea.edition):
        return None
    return _("Only the team and the programme manager can do this.")


def reasons_not_to_begin(*, project: Project, on: date) -> list[str]:
    """Return every reason of the gate that still holds the start back on this day."""
    return safeguards.why_not_pass(idea=project.idea, moment=Moment.START, on=on)


def why_not_begin(*, project: Project, by: Person, on: date) -> str | None:
    """Return why this person may not begin the three months on this day, or None."""
    if reason := why_not_write(project=project, by=by):
        return reason
    if project.state != ProjectState.STARTING:
        return _("This project has begun already.")
    return " ".join(reasons_not_to_begin(project=project, on=on)) or None


def why_not_report(*, project: Project, by: Person) -> str | None:
    """Return why this person may not give a report now, or None."""
    if reason := why_not_write(project=project, by=by):
        return reason
    return why_not_running(project)


def why_not_report_week(*, project: Project, week: int, on: date) -> str | None:
    """Return why a report of this week cannot be given on this day, or None."""
    if week not in queries.weeks_due(project):
        return _("No report is asked for this week.")
    if week not in queries.weeks_to_report(project, on):
        return _("It is too early for the report of week %(week)s.") % {"week": week}
    return None


def why_not_add_milestone(*, project: Project, by: Person) -> str | None:
    """Return why this person may not add a milestone, or None; plans may be made before the start."""
    if reason := why_not_write(project=project, by=by):
        return reason
    return _("This project is finished.") if project.state == ProjectState.FINISHED else None


def why_not_due_on(*, project: Project, due_on: date) -> str | None:
    """Return why a milestone cannot be due on this day, or None when it falls within the project."""
    if project.starts_on <= due_on <= project.ends_on:
        return None
    days = {"first": date_format(project.starts_on), "last": date_format(project.ends_on)}
    return _("Choose a day between %(first)s and %(last)s.") % days


def why_not_reach_milestone(*, milestone: Milestone, by: Person) -> str | None:
    """Return why this person may not mark this milestone as reached, or None."""
    if reason := why_not_write(project=milestone.project, by=by):
        return reason
    if milestone.reached_at is not None:
        return _("This milestone was reached already.")
    return why_not_running(milestone.project)


def why_not_finish(*, project: Project, by: Person) -> str | None:
    """Return why this person may not finish this project now, or None."""
    if reason := why_not_write(project=project, by=by):
        return reason
    return _("This project is finished.") if project.state == ProjectState.FINISHED else None


def why_not_end_so(*, project: Project, ending: str, because: str) -> str | None:
    """Return why a project cannot end in this way, or None: what did not work says why.

    A project may stop before its start, for instance at a gate that says no; then it cannot have worked.
    """
    if project.state == ProjectState.STARTING and ending != Ending.DID_NOT_WORK:
        return _("The work has not begun. It can only end as “It did not work, because”.")
    if ending == Ending.DID_NOT_WORK and not because.strip():
        return _("Say why it did not work: the next team learns from it.")
    return None


def why_not_running(project: Project) -> str | None:
    """Return that a project has not begun or is finished, or None while it is under way."""
    if project.state == ProjectState.STARTING:
        return _("This project has not begun yet.")
    return _("This project is finished.") if project.state == ProjectState.FINISHED else None


def why_not_leave_delivery(*, edition: Edition) -> list[str]:
    """Return every reason why the delivery stage cannot be left now."""
    reasons = []
    if queries.ideas_without_project(edition).exists():
        reasons.append(_("Not every chosen idea has its project yet."))
    projects = queries.projects_in(edition)
    if not reasons and not projects.exists():
        reasons.append(_("There is no project in this edition."))
    unfinished = projects.exclude(state=ProjectState.FINISHED).count()
    if unfinished:
        numbers = {"unfinished": unfinished, "projects": projects.count()}
        reasons.append(_("%(unfinished)s of %(projects)s projects are not finished.") % numbers)
    return reasons
