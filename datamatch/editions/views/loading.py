"""Fetching the edition that a page is about, for who manages it."""

from django.shortcuts import get_object_or_404

from datamatch.editions import rules
from datamatch.editions.models import Edition
from datamatch.editions.queries import editions_shown
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn


def edition_of_manager(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this page.

    :raises Refused: not a manager of it, or it is closed
    """
    edition = get_object_or_404(editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_manage(edition=edition, by=request.user))
    return edition
