"""The projects of an edition."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.people.models import SignedIn
from datamatch.projects import actions, queries, rules


def projects(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show every project of the edition at a glance."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    context = {
        "edition": edition,
        "cards": queries.cards_in(edition, on=timezone.localdate()),
        "waiting": queries.ideas_without_project(edition).count(),
        "why_not_start": rules.why_not_start_projects(edition=edition, by=request.user),
    }
    return render(request, "projects/projects.html", context)


@require_POST
def start(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Make a project of every chosen idea."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    made = actions.start_projects(edition=edition, by=request.user, at=timezone.now())
    said = ngettext("%(n)s project is ready to begin.", "%(n)s projects are ready to begin.", len(made))
    messages.success(request, said % {"n": len(made)})
    return redirect("projects:projects", edition_slug=edition.slug)
