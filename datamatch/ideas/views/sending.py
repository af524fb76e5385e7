"""Sending an idea after a last look, and withdrawing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import Step
from datamatch.ideas.models import Idea
from datamatch.ideas.views.loading import idea_here
from datamatch.ideas.views.sheets import address_of_step, step_bar
from datamatch.people.models import SignedIn
from datamatch.people.queries import photos_seen

COACHED = ("title", "demand", "data", "result")


def send(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what others will read, and send it."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_look_back(idea=idea, by=request.user))
    now = timezone.now()
    if request.method == "POST":
        actions.send_idea(idea=idea, by=request.user, at=now)
        return redirect("ideas:sent", idea.public_id)
    writing = list(queries.coauthors_of(idea))
    page = {
        "idea": idea,
        "coauthors": writing,
        "photos": photos_seen([idea.submitter, *(one.person for one in writing if one.person)], to=request.user),
        "attachments": queries.attachments_of(idea),
        "writes": True,
        "edition": idea.edition,
        "answers": queries.answers_shown(idea, to=request.user),
        "missing": missing_with_links(idea) if idea.number is None else [],
        "tips": sum(len(rules.hints(name, getattr(idea, name), language=idea.language)) for name in COACHED),
        "steps": step_bar(idea, Step.PREVIEW) if idea.number is None else [],
        "why_not_change": rules.why_not_change(idea=idea, by=request.user),
        "why_not_send": rules.why_not_send(idea=idea, by=request.user, at=now),
    }
    return render(request, "ideas/send.html", page)


def missing_with_links(idea: Idea) -> list[dict[str, str]]:
    """Return what is still missing, with the step in which it is asked."""
    return [{"words": one.words, "url": address_of_step(idea, one.step)} for one in rules.missing_from(idea)]


def sent(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Say that the idea is in, and what happens now."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see_receipt(idea=idea, by=request.user))
    return render(request, "ideas/sent.html", {"idea": idea, "edition": idea.edition})


def withdraw(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Ask whether the idea has to go, and withdraw it."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_look_back(idea=idea, by=request.user))
    if request.method == "POST":
        actions.withdraw_idea(idea=idea, by=request.user, at=timezone.now())
        messages.success(request, _("Your idea is withdrawn. You can send it again as long as the call is open."))
        return redirect("ideas:idea", idea.public_id)
    page = {"idea": idea, "why_not_withdraw": rules.why_not_withdraw(idea=idea, by=request.user)}
    return render(request, "ideas/withdraw.html", page)
