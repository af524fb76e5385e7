"""Milestones: adding one, and reaching it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.place import stand
from datamatch.people.models import SignedIn
from datamatch.projects import actions
from datamatch.projects.forms import MilestoneForm
from datamatch.projects.models import Milestone
from datamatch.projects.views.loading import find
from datamatch.projects.views.project import page_of


@require_POST
def add_milestone(request: SignedIn, project_id: UUID) -> HttpResponse:
    """Add a milestone, or show the page again with what has to be mended."""
    project = find(project_id)
    stand(request, edition=project.idea.edition, idea=project.idea)
    form = MilestoneForm(request.POST, project=project)
    if not form.is_valid():
        context = page_of(project, by=request.user, form=form)
        return render(request, "projects/project.html", context, status=422)
    actions.add_milestone(project=project, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The milestone is added."))
    return redirect(project)


@require_POST
def reach_milestone(request: SignedIn, milestone_id: UUID) -> HttpResponse:
    """Mark a milestone as reached."""
    found = Milestone.objects.select_related("project__idea__edition")
    milestone = get_object_or_404(found, public_id=milestone_id)
    actions.reach_milestone(milestone=milestone, by=request.user, at=timezone.now())
    messages.success(request, _("Reached: %(milestone)s.") % {"milestone": milestone})
    return redirect(milestone.project)
