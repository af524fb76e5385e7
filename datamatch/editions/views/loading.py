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
    edition = edition_to_read(request, edition_slug)
    refuse_if(rules.why_not_manage(edition=edition, by=request.user))
    return edition


def edition_to_read(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this page, of which a manager reads the setup also when it is closed.

    :raises Refused: not a manager of it
    """
    edition = get_object_or_404(editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_setup(edition=edition, by=request.user))
    return edition
