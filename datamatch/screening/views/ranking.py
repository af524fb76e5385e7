"""The ranking for managers: how sure the shortlist is, and the buttons that share out and calculate."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.design.polling import polled
from datamatch.editions.models import Edition
from datamatch.foundation import jobs
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.screening import actions, queries, rules, weighing
from datamatch.screening.enums import ADVISED, ADVISED_FIRST, Order, Zone
from datamatch.screening.models import Calibration
from datamatch.screening.views.reviews import PAGE

ASSIGN, CALIBRATE = "datamatch.screening.tasks.assign_reviews", "datamatch.screening.tasks.calibrate"


def ranking(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the ranking with its uncertainty, as a chart and as a table that says the same."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_ranking(edition=edition, by=request.user))
    assigning, calibrating = jobs.latest(ASSIGN, edition), jobs.latest(CALIBRATE, edition)
    if answer := polled(request, assigning, calibrating):
        return answer
    calibration = queries.latest_calibration(edition)
    standings = list(queries.standings_of(calibration)) if calibration else []
    order, zone = request.GET.get("order", ""), request.GET.get("zone", "")
    asked_for = queries.ordered(queries.in_zone(standings, zone), order)
    advice = list(queries.advice_of(calibration)) if calibration else []
    page = Paginator(asked_for, PAGE).get_page(request.GET.get("page"))
    hidden = rules.why_not_see_compared(edition=edition, by=request.user)
    compared = {} if hidden else weighing.beside_ranking(edition)
    chart = queries.chart_rows(standings, edition.shortlist_size)
    shown = {
        "edition": edition,
        "assigning": assigning,
        "calibrating": calibrating,
        "calibration": calibration,
        "summary": queries.summary_of(standings),
        "page": page,
        "rows": [(standing, compared.get(standing.idea_id)) for standing in page],
        "compared": bool(compared),
        "comparing": queries.comparing_so_far(edition),
        "is_comparing": queries.is_comparing(edition),
        "why_not_open_comparing": rules.why_not_open_comparing(edition=edition, by=request.user),
        "order": order if order in Order.values else Order.PLACE.value,
        "orders": Order.choices,
        "zone": zone if zone in Zone.values else "",
        "query": urlencode({"order": order, "zone": zone}),
        "advice": advice[:ADVISED_FIRST],
        "advice_more": advice[ADVISED_FIRST:],
        "why_not_ask_advised": rules.why_not_ask_advised(calibration=calibration, by=request.user)
        if calibration
        else None,
        "chart": chart,
        "ends": queries.chart_ends(chart),
        "progress": queries.progress_in(edition),
        "notices": queries.notices_about(edition, calibration),
        "live": rules.why_not_review_in(edition=edition) is None,
        "why_not_assign": rules.why_not_assign(edition=edition, by=request.user),
        "why_not_calibrate": rules.why_not_calibrate(edition=edition, by=request.user),
    }
    return render(request, "screening/ranking.html", shown)


@require_POST
def assign(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that asks screeners for the reviews that are missing."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_assign(edition=edition, by=request.user))
    jobs.ask(ASSIGN, edition, by=request.user, at=timezone.now())
    return redirect("screening:ranking", edition_slug=edition.slug)


@require_POST
def calibrate(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that calculates the ranking anew."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_calibrate(edition=edition, by=request.user))
    jobs.ask(CALIBRATE, edition, by=request.user, at=timezone.now())
    return redirect("screening:ranking", edition_slug=edition.slug)


@require_POST
def ask_advised(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the reviews that would help most: the first two, or all that are named."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_manage(edition=edition, by=request.user))
    calibration = get_object_or_404(Calibration, edition=edition, public_id=named(request.POST.get("calibration", "")))
    count = ADVISED if request.POST.get("all") else ADVISED_FIRST
    asked = actions.ask_advised(calibration=calibration, count=count, by=request.user, at=timezone.now())
    told = ngettext("%(count)s review is asked.", "%(count)s reviews are asked.", len(asked))
    messages.success(request, told % {"count": len(asked)})
    return redirect("screening:ranking", edition_slug=edition.slug)


def named(text: str) -> UUID:
    """Return the identity that a form sent. :raises Http404: it is none"""
    try:
        return UUID(text)
    except ValueError as wrong:
        raise Http404 from wrong
