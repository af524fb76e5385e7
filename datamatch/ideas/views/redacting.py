"""Blacking out what tells who made an idea."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.forms import RedactionForm
from datamatch.ideas.models import Comment, Idea, Redaction
from datamatch.ideas.queries.mentions import known_ids
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


def redact(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what the makers wrote beside a copy without their names, and keep the copy."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see_redaction(idea=idea, by=request.user))
    why_not, redaction = rules.why_not_redact(idea=idea, by=request.user), queries.redaction_of(idea)
    answers = queries.copied_answers(idea)
    form = RedactionForm(request.POST or None, idea=idea, answers=answers, initial=first_copy(idea, redaction))
    if request.method == "POST":
        refuse_if(why_not)
        if form.is_valid():
            actions.redact_idea(idea=idea, by=request.user, at=timezone.now(), **form.copy)
            messages.success(request, _("Kept. Until the makers are known everybody else reads the copy."))
            return redirect("ideas:redact", idea_id=idea.public_id)
    tells = queries.telling(idea)
    original = queries.original_of(idea, redaction)
    page = {
        "idea": idea,
        "form": form,
        "why_not": why_not,
        "redaction": redaction,
        "parts": [(form[name], queries.in_pieces(text, tells)) for name, text in original.items()],
        "telling": queries.words_that_tell(idea, redaction),
        "why_not_hold_back": rules.why_not_hold_back_in(idea=idea, by=request.user),
        "weighed": queries.comments_to_weigh(idea, tells, asked=known_ids([request.GET.get("comment", "")])),
    }
    return render(request, "ideas/redact.html", page, status=422 if form.errors else 200)


def first_copy(idea: Idea, redaction: Redaction | None) -> dict[str, Any]:
    """Return what the form begins with: the copy there is, else one with the telling words blacked out."""
    files = queries.attachments_of(idea)
    if redaction is not None:
        return queries.said_by(idea) | {"held_back": files.filter(held_back=True)}
    tells = queries.telling(idea)
    named = [file for file in files if queries.found_in(f"{file.name} {file.about}", tells)]
    return queries.suggested_copy(idea) | {"held_back": named}


@require_POST
def hold_comment_back(request: SignedIn, comment_id: UUID) -> HttpResponse:
    """Hold a comment back that tells who made the idea, or let everybody read it again."""
    comment = get_object_or_404(Comment.objects.select_related("idea"), public_id=comment_id)
    comment.idea = idea_here(request, comment.idea.public_id)
    held = request.POST.get("held") == "yes"
    actions.hold_comment_back(comment=comment, held=held, by=request.user, at=timezone.now())
    messages.success(request, _("The comment is held back.") if held else _("Everybody reads the comment again."))
    page = reverse("ideas:redact", args=[comment.idea.public_id])
    return redirect(f"{page}?comment={comment.public_id}#comment-{comment.public_id}")


@require_POST
def unredact(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Let the idea say its own words again."""
    idea = idea_here(request, idea_id)
    actions.lift_redaction(idea=idea, by=request.user, at=timezone.now())
    messages.success(request, _("The idea says its own words again."))
    return redirect("ideas:redact", idea_id=idea.public_id)
