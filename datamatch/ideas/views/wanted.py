"""Saying whom an idea looks for."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions
from datamatch.ideas.forms.wanted import WantedForm
from datamatch.ideas.rules import wanted as rules
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


def seek(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show the roles there are, and keep those the idea looks for."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_seek(idea=idea, by=request.user))
    now = {"roles": [one.role for one in idea.wanted.all()]}
    form = WantedForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_bound and form.is_valid():
        actions.seek_roles(idea=idea, by=request.user, roles=form.cleaned_data["roles"], at=timezone.now())
        messages.success(request, _("Kept. Colleagues now see whom you look for."))
        return redirect("ideas:idea", idea.public_id)
    page = {"form": form, "idea": idea}
    return render(request, "ideas/seek.html", page, status=422 if form.errors else 200)
