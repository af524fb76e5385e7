"""The trace page: one idea through all stages."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.front.queries.trace import as_steps, trace_of
from datamatch.ideas.models import Idea
from datamatch.ideas.rules import why_not_see
from datamatch.people.models import SignedIn


def trace(request: SignedIn, idea_id: str) -> HttpResponse:
    """Show the way of one idea, from the call to its reuse."""
    person = request.user
    idea = get_object_or_404(Idea.objects.select_related("edition", "theme"), public_id=idea_id)
    refuse_if(why_not_see(idea=idea, by=person))
    stand(request, edition=idea.edition, idea=idea)
    return render(request, "front/trace.html", {"idea": idea, "steps": as_steps(trace_of(idea, by=person))})
