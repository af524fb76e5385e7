"""Making the case of a project, and changing its words."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.canvas import queries as canvas
from datamatch.cases import actions, queries, rules
from datamatch.cases.forms import CaseForm, words_of
from datamatch.cases.models import Case
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person, SignedIn
from datamatch.projects.models import Project


def make(request: SignedIn, project_id: UUID) -> HttpResponse:
    """Ask for what others need to learn, with what is known filled in."""
    project = get_object_or_404(Project.objects.select_related("idea__edition"), public_id=project_id)
    case = queries.case_of(project)
    refuse_if(why_not_keep(project, case, by=request.user))
    stand(request, edition=project.idea.edition, idea=project.idea)
    form = CaseForm(request.POST or None, initial=words_of(case) if case else known_words(project))
    if request.method == "POST" and form.is_valid():
        kept = keep(project, case, by=request.user, words=form.cleaned_data)
        messages.success(request, _("The case is kept."))
        return redirect(kept)
    context = {"project": project, "case": case, "form": form}
    return render(request, "cases/make.html", context, status=422 if form.is_bound else 200)


def why_not_keep(project: Project, case: Case | None, *, by: Person) -> str | None:
    """Return why this person may not make or change the case, or None."""
    if case is None:
        return rules.why_not_make_case(project=project, by=by)
    return rules.why_not_change(case=case, by=by)


def keep(project: Project, case: Case | None, *, by: Person, words: dict[str, Any]) -> Case:
    """Make a case that is new, change one that is not."""
    if case is None:
        return actions.make_case(project=project, by=by, at=timezone.now(), **words)
    actions.change_case(case=case, by=by, at=timezone.now(), **words)
    return case


def known_words(project: Project) -> dict[str, str]:
    """Return what the work itself already says: its title, its result in short, and its data."""
    filled = canvas.canvas_of(project.idea)
    data = (filled.sources if filled else "") or project.idea.data
    return {"title": project.idea.title, "summary": project.result[:350], "datasets": data}
