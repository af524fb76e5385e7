"""How a project ends."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.projects import actions, rules
from datamatch.projects.forms import FinishForm
from datamatch.projects.views.loading import find


def finish(request: SignedIn, project_id: UUID) -> HttpResponse:
    """Ask how it ended and what there is now, and finish the project."""
    project = find(project_id)
    stand(request, edition=project.idea.edition, idea=project.idea)
    refuse_if(rules.why_not_finish(project=project, by=request.user))
    form = FinishForm(request.POST or None, project=project)
    if request.method == "POST" and form.is_valid():
        actions.finish(project=project, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The project is finished. Its result stands on top of the page."))
        return redirect(project)
    status = 422 if form.is_bound else 200
    return render(request, "projects/finish.html", {"project": project, "form": form}, status=status)
