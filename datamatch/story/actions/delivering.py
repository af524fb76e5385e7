"""Three months: gates, reports every fortnight, milestones, an ending."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from datamatch.control.actions import move_stage
from datamatch.people.models import Person, Profile
from datamatch.projects import actions as projects
from datamatch.projects.models import Milestone, Project
from datamatch.projects.queries import weeks_due
from datamatch.safeguards import actions as safeguards
from datamatch.safeguards.enums import OWNERS, Aspect, Moment, Verdict
from datamatch.safeguards.models import Safeguard
from datamatch.story.actions.content import courses_for
from datamatch.story.actions.journey import Journey
from datamatch.teams.queries import lead_of, team_of


def deliver(journey: Journey) -> None:
    """Carry the chosen ideas out, each to an ending that is told as it was."""
    edition, by = journey.edition, journey.manager
    started = projects.start_projects(edition=edition, by=by, at=journey.clock.tick())
    by_row = {journey.row_of(project.idea): project for project in started}
    courses = courses_for(sorted(by_row), journey.courses)
    journey.simulated.append("projects")
    for row, project in sorted(by_row.items()):
        pass_gate(journey, project)
        begin(journey, project, courses[row])
    report_every_fortnight(journey, by_row, courses)
    for row, project in sorted(by_row.items()):
        finish(journey, Project.objects.get(pk=project.pk), courses[row])
    move_stage(edition=edition, by=by, at=journey.clock.tick())


def pass_gate(journey: Journey, project: Project) -> None:
    """Settle the three safeguards: some as they are, some on a condition that is then met."""
    open_ones = Safeguard.objects.filter(gate__idea=project.idea, gate__moment=Moment.START).order_by("pk")
    for safeguard in open_ones.select_related("owner", "gate__idea"):
        owner = safeguard.owner or name_owner(journey, safeguard)
        row = journey.row_of(project.idea)
        on_condition = journey.world.chance(0.4, "gate", row, safeguard.aspect)
        settled = safeguards.settle(
            safeguard=safeguard, by=owner, at=journey.clock.tick(), evidence=EVIDENCE[Aspect(safeguard.aspect)],
            verdict=Verdict.GO_IF if on_condition else Verdict.GO,
            condition=CONDITIONS[Aspect(safeguard.aspect)] if on_condition else "",
            expires_on=project.ends_on + timedelta(weeks=4),
        )  # fmt: skip
        if on_condition:
            safeguards.meet_condition(safeguard=settled, by=owner, at=journey.clock.tick())
    journey.tell(_("Gate passed: %(project)s") % {"project": project})


EVIDENCE = {
    Aspect.LEGAL: "Pre-scan DPIA ingevuld en besproken; grondslag en doelbinding staan in het dossier.",
    Aspect.TECHNICAL: "Draait in de datalab-omgeving; toegang op naam, logging aan, BIO-classificatie vastgelegd.",
    Aspect.ETHICAL: "Sessie met het team gehouden: wie heeft baat, wie loopt risico, wie kan afwijken.",
}
CONDITIONS = {
    Aspect.LEGAL: "Eerst een leveringsafspraak met de bronhouder.",
    Aspect.TECHNICAL: "Alleen met gepseudonimiseerde gegevens.",
    Aspect.ETHICAL: "Uitleg voor betrokkenen staat klaar voordat iemand de uitkomst gebruikt.",
}


def name_owner(journey: Journey, safeguard: Safeguard) -> Person:
    """Appoint somebody of a fitting discipline, else the manager, and say so."""
    fitting = Profile.objects.filter(discipline__in=OWNERS[Aspect(safeguard.aspect)], person__is_active=True)
    found = fitting.select_related("person").order_by("person__email").first()
    owner = found.person if found else journey.manager
    if not found:
        words = _("Nobody of a fitting discipline owns the safeguard “%(aspect)s”; the programme manager does.")
        journey.notes.append(words % {"aspect": safeguard.get_aspect_display()})
    safeguards.appoint_owner(safeguard=safeguard, owner=owner, by=journey.manager, at=journey.clock.tick())
    return owner


def begin(journey: Journey, project: Project, course: dict[str, Any]) -> None:
    """Begin the work with its milestones spread over the weeks."""
    lead = lead_of_project(journey, project)
    projects.begin(project=project, by=lead, at=journey.clock.tick())
    weeks = journey.plan.weeks
    for place, title in enumerate(course["milestones"], 1):
        due_on = project.starts_on + timedelta(weeks=max(1, weeks * place // (len(course["milestones"]) + 1)))
        projects.add_milestone(project=project, title=title[:160], due_on=due_on, by=lead, at=journey.clock.tick())


def lead_of_project(journey: Journey, project: Project) -> Person:
    """Return the lead of the team, else the manager."""
    team = team_of(project.idea)
    return (lead_of(team) if team else None) or journey.manager


def report_every_fortnight(journey: Journey, by_row: dict[int, Project], courses: dict[int, dict[str, Any]]) -> None:
    """Give each report in the week in which it is due."""
    weeks = sorted({week for project in by_row.values() for week in weeks_due(project)})
    for place, week in enumerate(weeks):
        journey.clock.go_to(journey.plan.delivery_starts_on + timedelta(weeks=week))
        for row, known in sorted(by_row.items()):
            project = Project.objects.get(pk=known.pk)
            reports = courses[row]["reports"]
            lines = reports[min(place * len(reports) // len(weeks), len(reports) - 1)]
            projects.give_report(
                project=project, week=week, done=lines["done"][:300], next=lines["next"][:300],
                blocked=lines["blocked"][:300], progress=lines["progress"], by=lead_of_project(journey, project),
                at=journey.clock.tick(),
            )  # fmt: skip
        reach_milestones(journey, week, by_row, courses)
    journey.tell(_("%(count)s fortnightly reports") % {"count": len(weeks) * len(by_row)})


def reach_milestones(
    journey: Journey, week: int, by_row: dict[int, Project], courses: dict[int, dict[str, Any]]
) -> None:
    """Mark what is due by now as reached; in a project that will not work, the last one is not."""
    for row, project in sorted(by_row.items()):
        due = Milestone.objects.filter(project=project).order_by("due_on", "pk")
        reachable = list(due)[: -1 if courses[row]["outcome"] == "did_not_work" else None]
        for milestone in reachable:
            day = journey.plan.delivery_starts_on + timedelta(weeks=week)
            if milestone.reached_at is None and milestone.due_on <= day:
                lead = lead_of_project(journey, project)
                projects.reach_milestone(milestone=milestone, by=lead, at=journey.clock.tick())


def finish(journey: Journey, project: Project, course: dict[str, Any]) -> None:
    """End a project as its course tells."""
    journey.clock.go_to(project.ends_on)
    failed = course["outcome"] == "did_not_work"
    projects.finish(
        project=project, ending=course["outcome"], result=course["result"],
        because=course["because"] if failed else "", by=lead_of_project(journey, project), at=journey.clock.tick(),
    )  # fmt: skip
    journey.tell(f"{project}: {Project.objects.get(pk=project.pk).get_ending_display().lower()}")
