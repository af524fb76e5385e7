"""Comparing close calls: two ideas at a time for screeners, opening and closing it for managers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import answers_shown
from datamatch.people.models import SignedIn
from datamatch.screening import actions, queries, rules, weighing
from datamatch.screening.models import Comparing
from datamatch.screening.views.ranking import named


def comparing(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the next two close calls without their makers, and take which comes first."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_comparing(edition=edition, by=request.user))
    going = queries.comparing_of(edition)
    why_not = rules.why_not_compare_now(comparing=going, edition=edition, by=request.user)
    if request.method == "POST":
        refuse_if(why_not)
        return keep_comparison(request, going) if going else redirect("screening:comparing", edition_slug=edition.slug)
    shown = {"edition": edition, "comparing": going, "why_not": why_not} | (pair_shown(request, going) if going else {})
    return render(request, "screening/comparing.html", shown)


def pair_shown(request: SignedIn, going: Comparing) -> dict[str, Any]:
    """Return the two ideas that come next, and how far this screener is."""
    calls = queries.close_calls_of(going)
    own = queries.own_pairs(going, calls, request.user)
    why_not = rules.why_not_compare_now(comparing=going, edition=going.edition, by=request.user)
    pair = () if why_not else weighing.next_pair(going, calls, own, request.user)
    return {
        "own": own,
        "done": len(own.done),
        "place": len(own.done) + 1,
        "pair": [(idea, answers_shown(idea, to=request.user)) for idea in pair],
        "criteria": list(going.edition.criteria.all()) if pair else [],
        "why_not_take_back": rules.why_not_take_back_comparison(comparing=going, by=request.user),
    }


def keep_comparison(request: SignedIn, going: Comparing) -> HttpResponse:
    """Keep the answer and show the next two, or the end."""
    two = named_idea(request, going, "left"), named_idea(request, going, "right")
    said = request.POST.get("preference", "")
    actions.compare(comparing=going, ideas=two, preference=said, by=request.user, at=timezone.now())
    return redirect("screening:comparing", edition_slug=going.edition.slug)


def named_idea(request: SignedIn, going: Comparing, side: str) -> Idea:
    """Return the close call that the form names. :raises Http404: it is none"""
    wanted = named(request.POST.get(side, ""))
    for call in queries.close_calls_of(going):
        if call.idea.public_id == wanted:
            return call.idea
    raise Http404


@require_POST
def take_back_comparison(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Take the last answer back and show those two again."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_comparing(edition=edition, by=request.user))
    going = get_object_or_404(Comparing.objects.select_related("edition"), edition=edition)
    actions.take_back_comparison(comparing=going, by=request.user, at=timezone.now())
    messages.success(request, _("Your last answer is taken back. Here are the two again."))
    return redirect("screening:comparing", edition_slug=edition.slug)


@require_POST
def open_comparing(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Let the screeners compare the ideas to discuss."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    going = actions.open_comparing(edition=edition, by=request.user, at=timezone.now())
    count = len(queries.close_calls_of(going))
    told = ngettext(
        "%(count)s idea is being compared. The screeners have a mail.",
        "%(count)s ideas are being compared. The screeners have a mail.",
        count,
    )
    messages.success(request, told % {"count": count})
    return redirect("screening:ranking", edition_slug=edition.slug)


@require_POST
def close_comparing(request: SignedIn, edition_slug: str) -> HttpResponse:
    """End the comparing."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    actions.close_comparing(edition=edition, by=request.user, at=timezone.now())
    messages.success(request, _("The comparing is closed. What came out stands beside the ranking."))
    return redirect("screening:ranking", edition_slug=edition.slug)
