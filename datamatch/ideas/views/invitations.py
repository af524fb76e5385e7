"""An invitation to write an idea together: reading it, and saying yes or no."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.models import CoAuthor, Idea
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


def invitation(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what somebody is asked to write along, and keep their answer."""
    idea = idea_here(request, idea_id)
    asked = queries.invitation_to(idea, request.user)
    if asked is None:
        return answered_already(request, idea)
    if request.method == "POST":
        return keep_answer(request, idea, asked)
    page = {
        "idea": idea,
        "asked": asked,
        "authors": queries.authors_of(idea),
        "why_not_accept": rules.why_not_accept(coauthor=asked, by=request.user),
        "own_energy": bool(queries.energy_from(idea, request.user)),
    }
    return render(request, "ideas/invitation.html", page)


def answered_already(request: SignedIn, idea: Idea) -> HttpResponse:
    """Send an author on to the idea. :raises Refused: nothing is asked of this reader"""
    if queries.is_author(idea, request.user):
        return redirect("ideas:idea", idea.public_id)
    raise Refused(_("This invitation is no longer open."))


def keep_answer(request: SignedIn, idea: Idea, asked: CoAuthor) -> HttpResponse:
    """Keep a yes or a no, and go where that leads."""
    answer = request.POST.get("answer")
    refuse_if(None if answer in {"yes", "no"} else _("Say yes or no."))
    if answer == "yes":
        actions.accept_invitation(coauthor=asked, by=request.user, at=timezone.now())
        messages.success(request, _("Welcome, co-author! You can change the idea as the others can."))
        return redirect("ideas:idea", idea.public_id)
    actions.decline_invitation(coauthor=asked, by=request.user, at=timezone.now())
    messages.success(request, _("You said no. Whoever asked you gets a mail."))
    return redirect("ideas:ideas", idea.edition.slug)
