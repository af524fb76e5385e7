"""What somebody still has to send: drafts, what they threw away, what they withdrew."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.editions.queries import call_until
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import DAYS_TO_PUT_BACK
from datamatch.ideas.models import Idea
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn

PER_PAGE = 12
MOST_AFTERTHOUGHTS = 6


def drafts(request: SignedIn) -> HttpResponse:
    """Show what this person still has to send: what is missing, and until when it can be sent."""
    person, at = request.user, timezone.now()
    page = Paginator(queries.drafts_of(person), PER_PAGE).get_page(request.GET.get("page"))
    missing = rules.missing_from_each(page)
    until = {edition.pk: call_until(edition, at=at) for edition in {idea.edition for idea in page}}
    rows = [
        {
            "idea": idea,
            "mine": idea.submitter_id == person.pk,
            "missing": missing[idea.pk],
            "until": until[idea.edition_id],
            "why_not_change": rules.why_call_is_not_open(idea.edition, at=at),
        }
        for idea in page
    ]
    shown = {
        "page": page,
        "rows": rows,
        "withdrawn": queries.withdrawn_by(person)[:MOST_AFTERTHOUGHTS],
        "thrown_away": queries.thrown_away_by(person, at=at)[:MOST_AFTERTHOUGHTS],
        "days": DAYS_TO_PUT_BACK,
    }
    return render(request, "ideas/drafts.html", shown)


@require_POST
def discard(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Throw a draft away; the page that follows can put it back."""
    actions.discard_draft(idea=idea_here(request, idea_id), by=request.user, at=timezone.now())
    told = ngettext(
        "The draft is thrown away. You can put it back for %(days)d day, at the end of this page.",
        "The draft is thrown away. You can put it back for %(days)d days, at the end of this page.",
        DAYS_TO_PUT_BACK,
    )
    messages.success(request, told % {"days": DAYS_TO_PUT_BACK})
    return redirect("ideas:drafts")


@require_POST
def put_back(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Put a draft back that was thrown away."""
    idea = get_object_or_404(Idea.objects.select_related("edition"), public_id=idea_id)
    now = timezone.now()
    refuse_if(rules.why_not_put_back(idea=idea, by=request.user, at=now))
    actions.put_back_draft(idea=idea, by=request.user, at=now)
    messages.success(request, _("The draft is back."))
    return redirect("ideas:drafts")
