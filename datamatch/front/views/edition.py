"""One edition at a glance."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from datamatch.editions.enums import Stage
from datamatch.editions.queries import editions_shown, themes_of
from datamatch.foundation.place import stand
from datamatch.front.queries.funnel import funnel_steps
from datamatch.front.queries.stages import stage_bar
from datamatch.people.models import SignedIn
from datamatch.screening.queries import chosen_ideas, shortlisted_ideas


def edition(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show where this edition is, what it asks, and what came of it so far."""
    person = request.user
    here = get_object_or_404(editions_shown(to=person), slug=edition_slug)
    stand(request, edition=here)
    page = {
        "edition": here,
        "stages": stage_bar(here),
        "themes": themes_of(here),
        "funnel_steps": funnel_steps(here),
        "shortlisted": shortlisted_ideas(here) if here.has_come(Stage.MATCHING) else [],
        "chosen": chosen_ideas(here) if here.has_come(Stage.DELIVERY) else [],
        "is_call": here.stage == Stage.CALL,
    }
    return render(request, "front/edition.html", page)
