"""Blacking out what tells who made an idea."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.forms import RedactionForm
from datamatch.ideas.models import Idea, Redaction
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


def redact(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what the makers wrote beside a copy without their names, and keep the copy."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see_redaction(idea=idea, by=request.user))
    why_not, redaction = rules.why_not_redact(idea=idea, by=request.user), queries.redaction_of(idea)
    form = RedactionForm(request.POST or None, idea=idea, initial=first_copy(idea, redaction))
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            words = {field: form.cleaned_data[field] for field in queries.FIELDS}
            held_back = [file.public_id for file in form.cleaned_data.get("held_back", [])]
            actions.redact_idea(idea=idea, words=words, held_back=held_back, by=request.user, at=timezone.now())
            messages.success(request, _("Kept. Until the makers are known everybody else reads the copy."))
            return redirect("ideas:redact", idea_id=idea.public_id)
    original = queries.original_of(idea, redaction)
    page = {
        "idea": idea,
        "form": form,
        "why_not": why_not,
        "redaction": redaction,
        "original": [(RedactionForm.base_fields[field].label, text) for field, text in original.items() if text],
        "telling": [
            word for word in queries.telling_words(idea) if queries.names_any(" ".join(original.values()), [word])
        ],
    }
    return render(request, "ideas/redact.html", page, status=422 if form.errors else 200)


def first_copy(idea: Idea, redaction: Redaction | None) -> dict[str, Any]:
    """Return what the form begins with: the copy there is, else one with the telling words blacked out."""
    if redaction is None:
        return queries.suggested_copy(idea)
    held = queries.attachments_of(idea).filter(held_back=True)
    return {field: getattr(idea, field) for field in queries.FIELDS} | {"held_back": list(held)}


@require_POST
def unredact(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Let the idea say its own words again."""
    idea = idea_here(request, idea_id)
    actions.lift_redaction(idea=idea, by=request.user, at=timezone.now())
    messages.success(request, _("The idea says its own words again."))
    return redirect("ideas:redact", idea_id=idea.public_id)
