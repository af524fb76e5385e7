"""The page of one project, and the moment it begins."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.canvas import queries as canvas
from datamatch.foundation.place import stand
from datamatch.people.models import Person, SignedIn
from datamatch.projects import actions, queries, rules
from datamatch.projects.forms import MilestoneForm
from datamatch.projects.models import Project
from datamatch.projects.views.loading import find
from datamatch.safeguards import queries as safeguards
from datamatch.safeguards.enums import Moment
from datamatch.teams import queries as teams


def project(request: SignedIn, project_id: UUID) -> HttpResponse:
    """Show one project: its result first, then what it does, who does it and how it stands."""
    shown = find(project_id)
    stand(request, edition=shown.idea.edition, idea=shown.idea)
    form = MilestoneForm(project=shown)
    return render(request, "projects/project.html", page_of(shown, by=request.user, form=form))


def page_of(project: Project, *, by: Person, form: MilestoneForm) -> dict[str, Any]:
    """Return everything the page of a project shows to this person."""
    today = timezone.localdate()
    gates = [safeguards.gate_of(project.idea, moment) for moment in Moment]
    lines = queries.report_lines(project, today)
    return {
        "project": project,
        "canvas": canvas.canvas_of(project.idea),
        "team": teams.team_of(project.idea),
        "members": queries.team_members_of(project),
        "gates": [(gate, safeguards.safeguards_of(gate)) for gate in gates if gate is not None],
        "lines": lines,
        "missing": [line for line in lines if line.state == "missing"],
        "progress": queries.progress_of(lines),
        "week": queries.week_of(project, today),
        "weeks": queries.weeks_in(project),
        "milestones": project.milestones.all(),
        "form": form,
        "may_write": rules.why_not_write(project=project, by=by) is None,
        "reasons_not_to_begin": rules.reasons_not_to_begin(project=project, on=today),
        "why_not_report": rules.why_not_report(project=project, by=by),
        "why_not_finish": rules.why_not_finish(project=project, by=by),
    }


@require_POST
def begin(request: SignedIn, project_id: UUID) -> HttpResponse:
    """Begin the three months."""
    begun = find(project_id)
    actions.begin(project=begun, by=request.user, at=timezone.now())
    messages.success(request, _("The project has begun. The first report is due in two weeks."))
    return redirect(begun)
