"""Reporting an idea or a comment, and deciding about it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.forms import ComplaintForm, ObjectionForm, RulingForm
from datamatch.ideas.models import Comment, Idea, Moderation
from datamatch.ideas.queries.mentions import known_ids
from datamatch.ideas.queries.saying import pieces_in
from datamatch.ideas.views.loading import edition_here, idea_here
from datamatch.people.models import SignedIn

PER_PAGE = 20


def complain(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Ask what is wrong with an idea or a comment, and let a manager look at it."""
    idea = idea_here(request, idea_id)
    comment = comment_here(request, idea)
    refuse_if(rules.why_not_complain(idea=idea, comment=comment, by=request.user))
    form = ComplaintForm(request.POST or None)
    if form.is_valid():
        actions.complain(idea=idea, comment=comment, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Thank you. A manager looks at it, and you hear when that is done."))
        return redirect(comment or idea)
    tells = queries.telling_to(idea, request.user) if comment else None
    said = pieces_in(comment, telling=tells) if comment else []
    page = {"idea": idea, "comment": comment, "form": form, "pieces": said}
    return render(request, "ideas/complain.html", page, status=422 if form.errors else 200)


def complaints(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show a manager what waits for a decision."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_complaints(edition=edition, by=request.user))
    waiting = queries.matters_in(edition, to=request.user)
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    late = queries.requests_overdue(edition, at=timezone.now()).count()
    return render(request, "ideas/complaints.html", {"edition": edition, "page": page, "late": late})


def moderate(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show a manager an idea or a comment with what was said about it, and keep their decision."""
    idea = idea_here(request, idea_id)
    comment = comment_here(request, idea)
    refuse_if(rules.why_not_moderate(idea=idea, comment=comment, by=request.user))
    form = RulingForm(request.POST or None)
    if form.is_valid():
        why_not = rules.why_not_rule(idea=idea, comment=comment, **form.cleaned_data)
        if not why_not:
            actions.moderate(idea=idea, comment=comment, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Your decision is carried out, and who wrote it is told."))
            return redirect("ideas:complaints", idea.edition.slug)
        form.add_error("ruling", why_not)
    page: dict[str, Any] = {
        "idea": idea,
        "comment": comment,
        "pieces": pieces_in(comment) if comment else [],
        "complaints": list(queries.open_complaints(idea, comment)),
        "objection": queries.open_objection(idea, comment),
        "earlier": list(queries.moderations_of(idea, comment).select_related("by")[:10]),
        "form": form,
    }
    return render(request, "ideas/moderate.html", page, status=422 if form.errors else 200)


def object_to(request: SignedIn, moderation_id: UUID) -> HttpResponse:
    """Show who wrote it what a manager decided, and let them object once."""
    rows = Moderation.objects.select_related("idea__edition", "comment__by")
    done = get_object_or_404(rows, public_id=moderation_id)
    idea = idea_here(request, done.idea.public_id)
    refuse_if(rules.why_not_object(moderation=done, by=request.user))
    form = ObjectionForm(request.POST or None)
    if form.is_valid():
        actions.object_to(moderation=done, by=request.user, at=timezone.now(), words=form.cleaned_data["words"])
        messages.success(request, _("Another manager looks at it. You get a mail with the decision."))
        return redirect(idea)
    page = {"idea": idea, "done": done, "form": form, "pieces": pieces_in(done.comment) if done.comment else []}
    return render(request, "ideas/object.html", page, status=422 if form.errors else 200)


def comment_here(request: SignedIn, idea: Idea) -> Comment | None:
    """Return the comment on this idea that the address names; None when it is about the idea itself."""
    named = request.GET.get("comment", "")
    if not named:
        return None
    found = get_object_or_404(Comment.objects.select_related("by"), idea=idea, public_id__in=known_ids([named]))
    found.idea = idea
    return found
