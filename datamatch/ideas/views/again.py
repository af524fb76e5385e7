"""Trying an idea of an earlier edition again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import Step
from datamatch.ideas.forms import AgainForm
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


def again(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Ask what changed, and start a draft with the words of the earlier idea in a call that is open now."""
    idea, now = idea_here(request, idea_id), timezone.now()
    refuse_if(rules.why_not_be_tried_again(idea=idea, by=request.user))
    calls = queries.open_calls_for(request.user)
    form = AgainForm(request.POST if request.method == "POST" else None, calls=calls)
    if form.is_bound and form.is_valid():
        chosen = get_object_or_404(calls, slug=form.cleaned_data["edition"])
        words = form.cleaned_data["what_changed"]
        begun = actions.try_again(idea=idea, edition=chosen, what_changed=words, by=request.user, at=now)
        messages.success(request, _("This is your new draft, with the words you had. Change what is different now."))
        return redirect("ideas:write", begun.public_id, Step.IDEA.value)
    edition = calls.first()
    why_not = rules.why_not_try_again(idea=idea, edition=edition, by=request.user, at=now) if edition else None
    page = {"idea": idea, "form": form, "edition": edition, "why_not": why_not}
    return render(request, "ideas/again.html", page, status=422 if form.errors else 200)
