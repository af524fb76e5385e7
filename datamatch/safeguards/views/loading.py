"""Fetching what a page is about, and refusing who may not see it."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.ideas.rules import why_not_see
from datamatch.people.models import SignedIn
from datamatch.safeguards.models import Safeguard


def idea_here(request: SignedIn, idea_id: UUID) -> Idea:
    """Return the idea of this page.

    :raises Refused: this reader may not see it
    """
    idea = get_object_or_404(Idea.objects.select_related("edition__programme", "theme", "submitter"), public_id=idea_id)
    refuse_if(why_not_see(idea=idea, by=request.user))
    stand(request, edition=idea.edition, idea=idea)
    return idea


def safeguard_here(request: SignedIn, safeguard_id: UUID) -> Safeguard:
    """Return the safeguard of this page.

    :raises Refused: this reader may not see its idea
    """
    rows = Safeguard.objects.select_related("gate__idea__edition__programme", "gate__idea__submitter", "owner")
    safeguard = get_object_or_404(rows, public_id=safeguard_id)
    refuse_if(why_not_see(idea=safeguard.gate.idea, by=request.user))
    stand(request, edition=safeguard.gate.idea.edition, idea=safeguard.gate.idea)
    return safeguard
