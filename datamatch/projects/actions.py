"""Deeds in projects: start, begin, report, milestones, finish."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.projects import queries, rules
from datamatch.projects.enums import ProjectState
from datamatch.projects.models import Milestone, Project, Report
from datamatch.safeguards import actions as safeguards
from datamatch.safeguards.enums import Moment


@transaction.atomic
def start_projects(*, edition: Edition, by: Person, at: datetime) -> list[Project]:
    """Make a project of every chosen idea that has none, each with its gate before the start.

    :raises Refused: not the manager, not in the delivery stage, or nothing was chosen
    """
    refuse_if(rules.why_not_start_projects(edition=edition, by=by))
    ideas = list(queries.ideas_without_project(edition))
    projects = [start_project(idea=idea, by=by, at=at) for idea in ideas]
    trail.record("projects.start", of=edition, by=by, at=at, projects=len(projects))
    return projects


def start_project(*, idea: Idea, by: Person, at: datetime) -> Project:
    """Make the project of one idea, open its gate and propose who owns the safeguards."""
    starts_on = idea.edition.delivery_starts_on or timezone.localdate(at)
    length = timedelta(weeks=idea.edition.delivery_weeks)
    project = Project.objects.create(idea=idea, starts_on=starts_on, ends_on=starts_on + length)
    gate = safeguards.open_gate(idea=idea, moment=Moment.START, by=by, at=at)
    for safeguard in gate.safeguards.filter(owner=None).select_related("gate__idea"):
        owner = queries.owner_for(safeguard)
        if owner is not None:
            safeguards.appoint_owner(safeguard=safeguard, owner=owner, by=by, at=at)
    return project


@transaction.atomic
def begin(*, project: Project, by: Person, at: datetime) -> None:
    """Begin the three months; a start later than planned keeps their length.

    :raises Refused: not of the team, begun before, or the gate does not let it pass
    """
    day = timezone.localdate(at)
    refuse_if(rules.why_not_begin(project=project, by=by, on=day))
    length = project.ends_on - project.starts_on
    project.state, project.starts_on, project.ends_on = ProjectState.RUNNING, day, day + length
    project.save(update_fields=["state", "starts_on", "ends_on"])
    trail.record("project.begin", of=project, by=by, at=at)


@transaction.atomic
def add_milestone(*, project: Project, title: str, due_on: date, by: Person, at: datetime) -> Milestone:
    """Add something the project wants to have reached by a day.

    :raises Refused: not of the team, finished, or a day outside the project
    """
    refuse_if(rules.why_not_add_milestone(project=project, by=by))
    refuse_if(rules.why_not_due_on(project=project, due_on=due_on))
    milestone = Milestone.objects.create(project=project, title=title, due_on=due_on)
    trail.record("milestone.add", of=milestone, by=by, at=at, due_on=due_on.isoformat())
    return milestone


@transaction.atomic
def reach_milestone(*, milestone: Milestone, by: Person, at: datetime) -> None:
    """Mark a milestone as reached.

    :raises Refused: not of the team, not under way, or reached before
    """
    refuse_if(rules.why_not_reach_milestone(milestone=milestone, by=by))
    milestone.reached_at = at
    milestone.save(update_fields=["reached_at"])
    trail.record("milestone.reach", of=milestone, by=by, at=at)


@transaction.atomic
def give_report(
    *,
    project: Project,
    week: int,
    done: str,
    next: str,  # noqa: A002 (the line of the report is called so)
    blocked: str,
    progress: int,
    by: Person,
    at: datetime,
) -> Report:
    """Give the three lines of one due week, with progress in percent; again for the same week mends it.

    :raises Refused: not of the team, not under way, or not a week that is due by now
    """
    refuse_if(rules.why_not_report(project=project, by=by))
    refuse_if(rules.why_not_report_week(project=project, week=week, on=timezone.localdate(at)))
    lines = {"done": done, "next": next, "blocked": blocked, "progress": progress, "by": by, "given_at": at}
    report, _created = Report.objects.update_or_create(project=project, week=week, defaults=lines)
    trail.record("report.give", of=report, by=by, at=at, week=week, progress=progress)
    return report


@transaction.atomic
def finish(*, project: Project, ending: str, result: str, because: str = "", by: Person, at: datetime) -> None:
    """Finish a project with its result; what did not work says why, also when it stops before its start.

    :raises Refused: not of the team, finished before, or it did not work and does not say why
    """
    refuse_if(rules.why_not_finish(project=project, by=by))
    refuse_if(rules.why_not_end_so(project=project, ending=ending, because=because))
    project.state, project.ending, project.finished_at = ProjectState.FINISHED, ending, at
    project.result, project.because = result, because
    project.save(update_fields=["state", "ending", "finished_at", "result", "because"])
    trail.record("project.finish", of=project, by=by, at=at, ending=ending)
