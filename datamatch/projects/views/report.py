"""The report of three lines."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.projects import actions, queries, rules
from datamatch.projects.forms import ReportForm
from datamatch.projects.models import Project
from datamatch.projects.views.loading import find


def report(request: SignedIn, project_id: UUID) -> HttpResponse:
    """Ask for the three lines of a due week, and take them."""
    project = find(project_id)
    stand(request, edition=project.idea.edition, idea=project.idea)
    refuse_if(rules.why_not_report(project=project, by=request.user))
    weeks = queries.weeks_to_report(project, timezone.localdate())
    initial = words_of(project, request.GET.get("week", ""), weeks)
    form = ReportForm(request.POST or None, weeks=weeks, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.give_report(project=project, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Your report is in. Thank you."))
        return redirect(project)
    status = 422 if form.is_bound else 200
    return render(request, "projects/report.html", {"project": project, "form": form}, status=status)


def words_of(project: Project, asked: str, weeks: list[int]) -> dict[str, Any]:
    """Return what to begin with: the words given before for the asked week, else the first week without a report."""
    given = {report.week: report for report in queries.reports_of(project)}
    wanted = int(asked) if asked.isdecimal() else next((week for week in weeks if week not in given), 0)
    if wanted in given:
        report = given[wanted]
        lines = {"done": report.done, "next": report.next, "blocked": report.blocked}
        return {"week": wanted, "progress": report.progress} | lines
    last = max(given.values(), key=lambda report: report.week, default=None)
    return {"week": wanted, "progress": last.progress if last else 0}
