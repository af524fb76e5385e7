"""Deeds about the choice as a whole: the line, the order of the reserve, many decisions at once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.people.models import SignedIn
from datamatch.screening import actions, rules
from datamatch.screening.enums import Round
from datamatch.screening.forms import TAKE_BACK, LineForm, ManyForm
from datamatch.screening.models import Decision
from datamatch.screening.views.ranking import named


@require_POST
def move_line(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Draw the line below the shortlist elsewhere."""
    edition = managed(request, edition_slug)
    form = LineForm(request.POST)
    if form.is_valid():
        size, reason = form.cleaned_data["size"], form.cleaned_data["line_reason"]
        actions.move_line(edition=edition, size=size, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The line is moved. The ranking is calculated again within a few minutes."))
    else:
        messages.error(request, _("Say below which place the line goes, and why."))
    return redirect("screening:decisions", edition_slug=edition.slug)


@require_POST
def decide_many(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Decide the same about every idea that was ticked, or undo what was decided."""
    edition = managed(request, edition_slug)
    ticked = [named(text) for text in request.POST.getlist("idea")]
    ideas = list(sent_ideas(edition).filter(public_id__in=ticked).select_related("edition", "submitter"))
    form = ManyForm(request.POST)
    if not ideas or not form.is_valid():
        messages.error(request, _("Tick at least one idea, and choose what happens to it."))
    elif form.cleaned_data["outcome"] == TAKE_BACK:
        count = actions.take_back_decisions(ideas=ideas, by=request.user, at=timezone.now())
        told = ngettext("%(count)s decision is undone.", "%(count)s decisions are undone.", count)
        messages.success(request, told % {"count": count})
    else:
        tell_many(request, ideas, form)
    return redirect("screening:decisions", edition_slug=edition.slug)


def tell_many(request: SignedIn, ideas: list[Idea], form: ManyForm) -> None:
    """Decide about these ideas and tell how many, and about which not and why."""
    count, refused = actions.decide_many(ideas=ideas, by=request.user, at=timezone.now(), **form.cleaned_data)
    if count:
        told = ngettext("%(count)s decision is kept.", "%(count)s decisions are kept.", count)
        messages.success(request, told % {"count": count})
    for idea, reason in refused:
        messages.warning(request, f"“{idea}”: {reason}")


@require_POST
def order_reserve(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Let a reserve change places with the one before it, or after it."""
    found = Decision.objects.select_related("idea__edition")
    decision = get_object_or_404(found, idea__public_id=idea_id, round=Round.SHORTLIST)
    earlier = request.POST.get("to") == "earlier"
    actions.order_reserve(decision=decision, earlier=earlier, by=request.user, at=timezone.now())
    return redirect("screening:decisions", edition_slug=decision.idea.edition.slug)


def managed(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this address. :raises Refused: the reader is no manager"""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_manage(edition=edition, by=request.user))
    return edition
