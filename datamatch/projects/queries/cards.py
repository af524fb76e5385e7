"""What a card says about a project, for a whole edition in a fixed number of reads."""

from dataclasses import dataclass
from datetime import date

from datamatch.editions.models import Edition
from datamatch.people.models import Person
from datamatch.projects.models import Milestone, Project
from datamatch.projects.queries.gates import GateState, gate_states
from datamatch.projects.queries.projects import projects_in, week_of, weeks_in
from datamatch.projects.queries.reports import weeks_missing
from datamatch.safeguards.enums import Moment
from datamatch.teams.models import Member


@dataclass(frozen=True)
class ProjectCard:
    """One project at a glance."""

    project: Project
    lead: Person | None
    week: int
    weeks: int
    progress: int
    next_milestone: Milestone | None
    missing: list[int]
    gate: GateState


def cards_in(edition: Edition, *, on: date) -> list[ProjectCard]:
    """Return a card per project of this edition, as it stands on this day."""
    projects = list(projects_in(edition).prefetch_related("reports", "milestones"))
    ideas = [project.idea for project in projects]
    leads = Member.objects.filter(team__idea__in=ideas, lead=True).select_related("person", "team")
    lead_of = {member.team.idea_id: member.person for member in leads}
    gates = gate_states(ideas, moment=Moment.START, on=on)
    return [
        card_of(project, on, lead_of.get(project.idea_id), gates.get(project.idea_id, GateState()))
        for project in projects
    ]


def card_of(project: Project, on: date, lead: Person | None, gate: GateState) -> ProjectCard:
    """Return the card of one project whose reports and milestones were read with it."""
    reports = list(project.reports.all())
    return ProjectCard(
        project=project,
        lead=lead,
        week=week_of(project, on),
        weeks=weeks_in(project),
        progress=reports[-1].progress if reports else 0,
        next_milestone=next((m for m in project.milestones.all() if m.reached_at is None), None),
        missing=weeks_missing(project, on, reports),
        gate=gate,
    )
