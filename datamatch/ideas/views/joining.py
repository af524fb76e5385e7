"""Answering who wants to join, and for managers who waits too long."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.forms import AnswerForm
from datamatch.ideas.models import JoinRequest
from datamatch.ideas.views.beside import joiners_page
from datamatch.ideas.views.loading import edition_here, idea_here
from datamatch.ideas.views.reading import about
from datamatch.people.models import SignedIn

PER_PAGE = 25


@require_POST
def answer_join(request: SignedIn, request_id: UUID) -> HttpResponse:
    """Give somebody who wants to join their answer."""
    asked = get_object_or_404(JoinRequest.objects.select_related("energy__idea"), public_id=request_id)
    idea = idea_here(request, asked.energy.idea.public_id)
    refuse_if(rules.why_not_answer_joiners(idea=idea, by=request.user))
    form = AnswerForm(request.POST, prefix=str(asked.public_id))
    told = form.cleaned_data if form.is_valid() else {}
    word = told.get("word", "")
    why_not = rules.why_not_give_answer(answer=told.get("answer", ""), word=word)
    why_not = why_not or rules.why_not_tell_joiner(request=asked, word=word)
    if why_not:
        form.add_error("word" if told.get("answer") else None, why_not)
        page: dict[str, Any] = about(idea, reader=request.user) | joiners_page(
            idea, reader=request.user, wrong=(asked, form), at=timezone.now()
        )
        return render(request, "ideas/idea.html", page, status=422)
    actions.answer_join(request=asked, by=request.user, at=timezone.now(), **told)
    messages.success(request, _("Your answer is sent."))
    return redirect(f"{idea.get_absolute_url()}#joiners")


def waiting(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show a manager who waits for an answer after all reminders."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_waiting(edition=edition, by=request.user))
    now = timezone.now()
    page = Paginator(queries.requests_overdue(edition, at=now), PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"asked": asked, "why_not_nudge": rules.why_not_so_soon(asked, at=now)} for asked in page]
    return render(request, "ideas/waiting.html", {"edition": edition, "page": page, "rows": rows})


@require_POST
def nudge(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Remind the authors of an idea of who waits for their answer."""
    idea = idea_here(request, idea_id)
    told = actions.nudge_authors(idea=idea, by=request.user, at=timezone.now())
    words = ngettext("%(count)s author is reminded by mail.", "%(count)s authors are reminded by mail.", told)
    messages.success(request, words % {"count": told})
    return redirect("ideas:waiting", idea.edition.slug)
