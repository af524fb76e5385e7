"""The trace page: one idea through all stages."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from datamatch.foundation.place import stand
from datamatch.front.queries.trace import as_steps, trace_of
from datamatch.ideas.models import Idea
from datamatch.ideas.rules import why_not_see
from datamatch.people.models import SignedIn


def trace(request: SignedIn, idea_id: str) -> HttpResponse:
    """Show the way of one idea, from the call to its reuse."""
    person = request.user
    idea = get_object_or_404(Idea.objects.select_related("edition", "theme"), public_id=idea_id)
    reason = why_not_see(idea=idea, by=person)
    if reason is not None:
        raise PermissionDenied(reason)
    stand(request, edition=idea.edition, idea=idea)
    return render(request, "front/trace.html", {"idea": idea, "steps": as_steps(trace_of(idea, by=person))})
