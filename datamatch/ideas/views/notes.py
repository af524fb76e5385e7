"""Notes about an idea that managers keep for each other."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, rules
from datamatch.ideas.forms import NoteForm
from datamatch.ideas.models import Note
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn


@require_POST
def note(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Keep a note."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see_notes(idea=idea, by=request.user))
    form = NoteForm(request.POST)
    if form.is_valid():
        actions.add_note(idea=idea, by=request.user, at=timezone.now(), words=form.cleaned_data["words"])
        messages.success(request, _("Your note is kept. Only managers read it."))
    else:
        told: Any = form.errors["words"][0]
        messages.error(request, told)
    return redirect(f"{idea.get_absolute_url()}#notes")


@require_POST
def remove_note(request: SignedIn, note_id: UUID) -> HttpResponse:
    """Throw one's own note away."""
    kept = get_object_or_404(Note.objects.select_related("idea__edition"), public_id=note_id)
    refuse_if(rules.why_not_remove_note(note=kept, by=request.user))
    actions.remove_note(note=kept, by=request.user, at=timezone.now())
    messages.success(request, _("Your note is gone."))
    return redirect(f"{kept.idea.get_absolute_url()}#notes")
