"""The teams of an edition on one page, proposed and asked all at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from datamatch.design.polling import polled
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.foundation import jobs
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.teams import actions, queries, rules

DRAFT = "datamatch.teams.tasks.draft_teams"


@require_GET
def teams(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the teams of an edition that this reader may see."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    manages = is_manager(request.user, edition)
    drafting = jobs.latest(DRAFT, edition) if manages else None
    if answer := polled(request, drafting):
        return answer
    shown = list(queries.teams_shown(edition, to=request.user))
    sheets = queries.sheets_of(shown, bench=queries.bench_of(edition) if manages else None)
    context = {
        "edition": edition,
        "manages": manages,
        "drafting": drafting,
        "sheets": sheets,
        "possible": sum(sheet.staffability.possible for sheet in sheets),
        "waiting": sum(sheet.waiting for sheet in sheets),
        "proposed": sum(len(sheet.suggestions) for sheet in sheets),
        "set_aside": queries.set_aside_in(edition) if manages else (),
        "matching": queries.latest_matching(edition),
        "why_not_draft": rules.why_not_draft(edition=edition, by=request.user),
        "why_not_ask": rules.why_not_ask_everybody(edition=edition, by=request.user),
        "why_not_choose": rules.why_not_choose_pool(edition=edition, by=request.user),
    }
    return render(request, "teams/teams.html", context)


@require_GET
def shortlist(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show to managers how each idea of the shortlist was judged, beside the team it could have."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_shortlist(edition=edition, by=request.user))
    stand(request, edition=edition)
    context = {"edition": edition, "lines": queries.shortlist_of(edition)}
    return render(request, "teams/shortlist.html", context)


@require_POST
def draft(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that proposes teams for the shortlist, or proposes them again."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_draft(edition=edition, by=request.user))
    jobs.ask(DRAFT, edition, by=request.user, at=timezone.now())
    return redirect("teams:teams", edition_slug=edition.slug)


@require_POST
def ask_everybody(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask everybody who is proposed, and tell of whom it could not be done."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    asked = actions.ask_everybody(edition=edition, by=request.user, at=timezone.now())
    told = ngettext("%(count)s person gets a mail.", "%(count)s people get a mail.", asked.count)
    messages.success(request, told % {"count": asked.count})
    for reason in asked.reasons:
        messages.warning(request, reason)
    return redirect("teams:teams", edition_slug=edition.slug)
