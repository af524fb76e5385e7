"""How strict and mild screeners are: all for managers, their own for screeners once the screening is closed."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.screening import queries, rules


def severity(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show how strict or mild somebody scored beside the others, and what the ranking does with it."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_severity(edition=edition, by=request.user))
    manager = is_manager(request.user, edition)
    calibration = queries.latest_calibration(edition)
    rows = queries.severities_of(calibration, only=None if manager else request.user) if calibration else []
    shown = {"edition": edition, "manager": manager, "calibration": calibration, "rows": queries.severity_rows(rows)}
    return render(request, "screening/severity.html", shown)
