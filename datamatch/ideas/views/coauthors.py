"""Who writes an idea together: inviting, taking off, handing over, and leaving."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import DAYS_TO_ANSWER
from datamatch.ideas.models import CoAuthor, Idea
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import Person, SignedIn
from datamatch.people.queries import photos_seen

SHOWN = 8


def coauthors(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show the authors who writes along, and find people to ask."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see_coauthors(idea=idea, by=request.user))
    text = request.GET.get("text", "").strip()[:254]
    found = list(queries.people_to_invite(idea, text)[: SHOWN + 1])
    stays = rules.why_authors_stay(idea) is not None
    writing = list(queries.coauthors_of(idea))
    page = {
        "idea": idea,
        "rows": [row_of(coauthor, reader=request.user, stays=stays) for coauthor in writing],
        "photos": photos_seen([idea.submitter, *(one.person for one in writing if one.person)], to=request.user),
        "submits": idea.submitter_id == request.user.pk,
        "days_to_answer": DAYS_TO_ANSWER,
        "why_not_invite": rules.why_not_invite(idea=idea, by=request.user),
        "why_not_leave": rules.why_not_leave(idea=idea, by=request.user),
        "text": text,
        "found": found[:SHOWN],
        "more": len(found) > SHOWN,
        "address": text.lower() if "@" in text and not found else "",
    }
    if page["address"]:
        page["why_not_address"] = rules.why_not_invite_address(idea=idea, email=text.lower())
    return render(request, "ideas/coauthors.html", page)


def row_of(coauthor: CoAuthor, *, reader: Person, stays: bool) -> dict[str, Any]:
    """Return one co-author with what this reader, an author, can do about them, without asking the database again."""
    submits = coauthor.idea.submitter_id == reader.pk
    return {
        "coauthor": coauthor,
        "me": coauthor.person_id == reader.pk,
        "takes_back": not stays and coauthor.accepted_at is None,
        "hands_over": not stays and submits and coauthor.accepted_at is not None,
    }


@require_POST
def invite(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Ask somebody by name, or whoever has an address."""
    idea = idea_here(request, idea_id)
    now, email = timezone.now(), request.POST.get("email", "")
    if email:
        asked = actions.invite_address(idea=idea, email=email, by=request.user, at=now)
    else:
        asked = actions.invite_coauthor(idea=idea, person=person_meant(request), by=request.user, at=now)
    messages.success(request, _("%(name)s gets your question by mail.") % {"name": asked.shown_as})
    return redirect("ideas:coauthors", idea.public_id)


@require_POST
def take_off(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Take an invitation back, or a co-author off."""
    idea = idea_here(request, idea_id)
    coauthor = coauthor_meant(request, idea)
    actions.take_off(coauthor=coauthor, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s is no longer on the list.") % {"name": coauthor.shown_as})
    return redirect("ideas:coauthors", idea.public_id)


@require_POST
def hand_over(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Make a co-author the submitter."""
    idea = idea_here(request, idea_id)
    to = coauthor_meant(request, idea).person
    if to is None:
        raise Http404
    actions.hand_over(idea=idea, to=to, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s is the submitter now. You are a co-author.") % {"name": to.name})
    return redirect("ideas:coauthors", idea.public_id)


@require_POST
def leave(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Stop writing along."""
    idea = idea_here(request, idea_id)
    actions.leave_idea(idea=idea, by=request.user, at=timezone.now())
    messages.success(request, _("You are no longer a co-author of this idea."))
    return redirect("ideas:ideas", idea.edition.slug)


def person_meant(request: SignedIn) -> Person:
    """Return the person this form is about. :raises Http404: nobody we know"""
    try:
        return get_object_or_404(Person, public_id=request.POST.get("person", ""), is_active=True)
    except ValidationError as unknown:
        raise Http404 from unknown


def coauthor_meant(request: SignedIn, idea: Idea) -> CoAuthor:
    """Return the co-author this form is about. :raises Http404: nobody on this idea"""
    try:
        return get_object_or_404(queries.coauthors_of(idea), public_id=request.POST.get("coauthor", ""))
    except ValidationError as unknown:
        raise Http404 from unknown
