"""Fetching what a page is about, and refusing who may not see it."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from datamatch.editions.models import Edition
from datamatch.editions.queries import editions_shown
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.models import Idea
from datamatch.people.models import SignedIn


def edition_here(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this page, when this reader may know of it."""
    edition = get_object_or_404(editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=edition)
    return edition


def idea_here(request: SignedIn, idea_id: UUID) -> Idea:
    """Return the idea of this page.

    :raises Http404: its edition is closed to this reader
    :raises Refused: this reader may not see it
    """
    rows = Idea.objects.select_related("edition__programme", "theme", "unit", "submitter")
    idea = get_object_or_404(rows, public_id=idea_id)
    if not idea.edition.lets_in(request.user):
        raise Http404
    refuse_if(rules.why_not_see(idea=idea, by=request.user))
    stand(request, edition=idea.edition, idea=idea)
    return idea
