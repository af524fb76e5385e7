"""Sending an idea after a last look, and withdrawing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.ideas import actions, queries, rules
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


def send(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what others will read, and send it."""
    idea = idea_here(request, idea_id)
    now = timezone.now()
    if request.method == "POST":
        actions.send_idea(idea=idea, by=request.user, at=now)
        messages.success(request, _("Thank you! Your idea has been sent. You get a receipt by mail."))
        return redirect("ideas:idea", idea.public_id)
    page = {
        "idea": idea,
        "coauthors": queries.coauthors_of(idea),
        "attachments": queries.attachments_of(idea),
        "writes": True,
        "why_not_send": rules.why_not_send(idea=idea, by=request.user, at=now),
    }
    return render(request, "ideas/send.html", page)


def withdraw(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Ask whether the idea has to go, and withdraw it."""
    idea = idea_here(request, idea_id)
    if request.method == "POST":
        actions.withdraw_idea(idea=idea, by=request.user, at=timezone.now())
        messages.success(request, _("Your idea is withdrawn. You can send it again as long as the call is open."))
        return redirect("ideas:idea", idea.public_id)
    page = {"idea": idea, "why_not_withdraw": rules.why_not_withdraw(idea=idea, by=request.user)}
    return render(request, "ideas/withdraw.html", page)
