"""Writing an idea: started as a draft, changed until the call closes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from datamatch.editions.enums import IDEA_FIELDS
from datamatch.editions.models import Edition
from datamatch.editions.queries import call_until, themes_of
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, rules
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.forms import IdeaForm, words_of
from datamatch.ideas.models import Idea
from datamatch.ideas.views.loading import edition_here, idea_here
from datamatch.people.models import SignedIn


def start(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show an empty form, and keep what is written as a draft."""
    edition = edition_here(request, edition_slug)
    now = timezone.now()
    refuse_if(rules.why_not_start(edition=edition, by=request.user, at=now))
    words = {"language": (get_language() or "nl")[:2], "theme": request.GET.get("theme")}
    form = form_for(request, edition, initial=words)
    if form.is_bound and form.is_valid():
        return go_on(request, actions.start_idea(edition=edition, by=request.user, at=now, **form.cleaned_data))
    page = {"form": form, "edition": edition, "until": call_until(edition, at=now)}
    return render(request, "ideas/start.html", page, status=422 if form.errors else 200)


def change(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show the words of an idea, and keep what is changed."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_change(idea=idea, by=request.user))
    form = form_for(request, idea.edition, initial=words_of(idea), sent=idea.state == IdeaState.SENT)
    if form.is_bound and form.is_valid():
        kept = actions.change_idea(idea=idea, by=request.user, at=timezone.now(), **form.cleaned_data)
        return go_on(request, kept)
    until = call_until(idea.edition, at=timezone.now())
    page = {"form": form, "idea": idea, "edition": idea.edition, "until": until}
    return render(request, "ideas/change.html", page, status=422 if form.errors else 200)


def form_for(request: SignedIn, edition: Edition, *, initial: Mapping[str, Any], sent: bool = False) -> IdeaForm:
    """Return the form; a draft kept for later may still be incomplete."""
    complete = sent or request.POST.get("next") != "later"
    form = IdeaForm(
        request.POST if request.method == "POST" else None,
        themes=themes_of(edition),
        complete=complete,
        initial=initial,
    )
    for name in IDEA_FIELDS:
        if own_words := edition.help_for(name):
            form.fields[name].help_text = escape(own_words)
    return form


def go_on(request: SignedIn, idea: Idea) -> HttpResponse:
    """Go where the pressed button leads: the idea itself, my drafts, or the preview before sending."""
    if idea.state == IdeaState.SENT:
        messages.success(request, _("Your changes are kept."))
        return redirect("ideas:idea", idea.public_id)
    if request.POST.get("next") == "later":
        messages.success(request, _("Your draft is kept. Only you can see it."))
        return redirect("ideas:drafts")
    return redirect("ideas:send", idea.public_id)
