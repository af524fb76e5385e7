"""Ideas that look alike, for the programme management."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.design.polling import polled
from datamatch.editions.models import Edition
from datamatch.foundation import jobs
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.models import AlikePair
from datamatch.ideas.views.loading import edition_here
from datamatch.people.models import SignedIn

FIND = "datamatch.ideas.tasks.find_doubles"
PER_PAGE = 10


def doubles(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the pairs of ideas that look alike, with the words they share, and how old that is."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_doubles(edition=edition, by=request.user))
    job = jobs.latest(FIND, edition)
    if answer := polled(request, job):
        return answer
    judged = "niet-dubbel" in request.GET
    page = Paginator(queries.pairs_alike(edition, judged=judged), PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "edition": edition,
        "job": job,
        "judged": judged,
        "page": page,
        "rows": [row_of(pair) for pair in page],
        "query": "niet-dubbel=1" if judged else "",
        "open_count": queries.pairs_alike(edition).count(),
        "judged_count": queries.pairs_alike(edition, judged=True).count(),
    }
    return render(request, "ideas/doubles.html", shown)


def row_of(pair: AlikePair) -> dict[str, Any]:
    """Return a pair with both ideas and the shared words marked in them."""
    sides = []
    for place, idea in enumerate((pair.first, pair.second)):
        words = [both[place] for both in pair.why]
        sides.append(
            {
                "idea": idea,
                "title": queries.marked(idea.title, words),
                "demand": queries.marked(idea.demand, words),
            }
        )
    return {"pair": pair, "sides": sides}


@require_POST
def find_doubles(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that compares every idea with the others."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_doubles(edition=edition, by=request.user))
    jobs.ask(FIND, edition, by=request.user, at=timezone.now())
    return redirect("ideas:doubles", edition.slug)


@require_POST
def judge_double(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Remember that two ideas are no doubles, or take that back."""
    edition = edition_here(request, edition_slug)
    pair, now = pair_meant(request, edition), timezone.now()
    if request.POST.get("again"):
        actions.look_again_at(pair=pair, by=request.user, at=now)
        messages.success(request, _("This pair is back on the list."))
    else:
        actions.call_not_double(pair=pair, by=request.user, at=now)
        messages.success(request, _("Remembered: not a double."))
    return redirect("ideas:doubles", edition.slug)


def pair_meant(request: SignedIn, edition: Edition) -> AlikePair:
    """Return the pair this form is about. :raises Http404: none of this edition"""
    wanted = request.POST.get("again") or request.POST.get("pair", "")
    try:
        return get_object_or_404(AlikePair, edition=edition, public_id=wanted)
    except ValidationError as unknown:
        raise Http404 from unknown
