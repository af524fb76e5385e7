"""Bringing in ideas from a file: choose it, look at what was read, take it in."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions
from datamatch.ideas.forms.files import IdeaFileForm
from datamatch.ideas.queries.desk import file_with
from datamatch.ideas.rules import desk as rules
from datamatch.ideas.views.desk import desk_here
from datamatch.people.models import SignedIn


def bring(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for a file of ideas; read it, and tell every fault by row and column."""
    edition = desk_here(request, edition_slug)
    refuse_if(rules.why_not_import(edition=edition, by=request.user))
    sent = request.method == "POST"
    form = IdeaFileForm(request.POST if sent else None, request.FILES if sent else None, edition=edition)
    if sent and form.is_valid():
        file = actions.keep_file(
            edition=edition, by=request.user, name=form.cleaned_data["file"].name, lines=form.lines, at=timezone.now()
        )
        return redirect("ideas:look", edition.slug, file.public_id)
    page = {"edition": edition, "form": form, "faults": form.faults}
    return render(request, "ideas/bring.html", page, status=422 if form.errors or form.faults else 200)


def look(request: SignedIn, edition_slug: str, file_id: UUID) -> HttpResponse:
    """Show what was read, and take it in."""
    edition = desk_here(request, edition_slug)
    file = file_with(file_id)
    if file is None or file.edition_id != edition.pk or file.person_id != request.user.pk:
        raise Http404
    now = timezone.now()
    if request.method == "POST":
        taken = actions.take_file(file=file, by=request.user, at=now)
        words = ngettext("%(count)s idea is taken in.", "%(count)s ideas are taken in.", len(taken))
        messages.success(request, words % {"count": len(taken)})
        return redirect("ideas:desk", edition.slug)
    why_not = rules.why_not_take_file(file=file, by=request.user, at=now)
    return render(request, "ideas/look.html", {"edition": edition, "file": file, "why_not_take": why_not})
