"""The ranking for managers: how sure the shortlist is, and the buttons that share out and calculate."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.screening import actions, queries, rules
from datamatch.screening.views.reviews import PAGE


def ranking(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the ranking with its uncertainty, as a chart and as a table that says the same."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_ranking(edition=edition, by=request.user))
    calibration = queries.latest_calibration(edition)
    standings = list(queries.standings_of(calibration)) if calibration else []
    chart = queries.chart_rows(standings, edition.shortlist_size)
    shown = {
        "edition": edition,
        "calibration": calibration,
        "summary": queries.summary_of(standings),
        "page": Paginator(standings, PAGE).get_page(request.GET.get("page")),
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
    """Ask screeners for the reviews that are missing and say which could not be asked."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    assigned = actions.assign_reviews(edition=edition, by=request.user, at=timezone.now())
    if assigned.count:
        told = ngettext("%(count)s review was asked.", "%(count)s reviews were asked.", assigned.count)
        messages.success(request, told % {"count": assigned.count})
    elif not assigned.shortfall:
        messages.info(request, _("Nothing was missing: every idea has its reviewers."))
    for idea, reason in assigned.shortfall:
        messages.warning(request, f"{idea}: {reason}")
    return redirect("screening:ranking", edition_slug=edition.slug)


@require_POST
def calibrate(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Calculate the ranking anew."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    actions.calibrate(edition=edition, by=request.user, at=timezone.now())
    messages.success(request, _("The ranking is calculated on the reviews of this moment."))
    return redirect("screening:ranking", edition_slug=edition.slug)
