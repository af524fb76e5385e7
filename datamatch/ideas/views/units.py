"""Sending an idea for a unit of the organisation."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn
from datamatch.people.queries import profile_of, unit_with_slug

SHOWN = 10


def for_unit(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show for whom the idea is sent, find another unit, and keep what is chosen."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_name_unit(idea=idea, by=request.user))
    if request.method == "POST":
        return keep_unit(request, idea_id)
    text = request.GET.get("text", "").strip()[:100]
    page = {
        "idea": idea,
        "own": profile_of(idea.submitter).unit,
        "text": text,
        "found": queries.units_to_send_for(text, on=timezone.localdate())[:SHOWN],
    }
    return render(request, "ideas/for_unit.html", page)


def keep_unit(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Keep the unit that was chosen, or none."""
    idea = idea_here(request, idea_id)
    slug = request.POST.get("unit", "")
    unit = unit_with_slug(slug) if slug else None
    if slug and unit is None:
        raise Http404
    actions.send_for_unit(idea=idea, unit=unit, by=request.user, at=timezone.now())
    told = _("You send this as %(unit)s.") % {"unit": unit} if unit else _("You send this under your own name.")
    messages.success(request, told)
    return redirect("ideas:coauthors", idea.public_id)
