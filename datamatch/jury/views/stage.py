"""What the manager does on the day: call, pause, go on, end, and one step back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.jury import actions
from datamatch.jury.models import Pitch
from datamatch.people.models import SignedIn


@require_POST
def stage(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """Call a pitch on stage."""
    return _said(request, actions.call_on_stage(pitch=_pitch(pitch_id), by=request.user, at=timezone.now()))


@require_POST
def end(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """End the pitch that is on stage."""
    pitch = actions.end_pitch(pitch=_pitch(pitch_id), by=request.user, at=timezone.now())
    messages.success(request, _("“%(idea)s” is done.") % {"idea": pitch.idea.title})
    return redirect("jury:pitch_day", edition_slug=pitch.idea.edition.slug)


@require_POST
def pause(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """Let the clock stand still."""
    pitch = actions.pause_pitch(pitch=_pitch(pitch_id), by=request.user, at=timezone.now())
    return redirect("jury:pitch_day", edition_slug=pitch.idea.edition.slug)


@require_POST
def resume(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """Let the clock go on."""
    pitch = actions.resume_pitch(pitch=_pitch(pitch_id), by=request.user, at=timezone.now())
    return redirect("jury:pitch_day", edition_slug=pitch.idea.edition.slug)


@require_POST
def call_next(request: SignedIn, edition_slug: str) -> HttpResponse:
    """End what is on stage and call the next pitch."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    now = actions.call_next(edition=edition, seen=_seen(request), by=request.user, at=timezone.now())
    if now is None:
        messages.success(request, _("All pitches are done."))
        return redirect("jury:pitch_day", edition_slug=edition.slug)
    return _said(request, now)


@require_POST
def step_back(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Take the last step back."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    now = actions.step_back(edition=edition, seen=_seen(request), by=request.user, at=timezone.now())
    if now is None:
        messages.success(request, _("The stage is empty again. That pitch is still to come."))
        return redirect("jury:pitch_day", edition_slug=edition.slug)
    return _said(request, now)


def _said(request: SignedIn, pitch: Pitch) -> HttpResponse:
    """Say what is on stage, and go back to the room."""
    messages.success(request, _("On stage: “%(idea)s”.") % {"idea": pitch.idea.title})
    return redirect("jury:pitch_day", edition_slug=pitch.idea.edition.slug)


def _seen(request: SignedIn) -> Pitch | None:
    """Return the pitch that stood on stage when the button was pressed."""
    given = request.POST.get("seen", "")
    return get_object_or_404(Pitch, public_id=_uuid(given)) if given else None


def _uuid(given: str) -> UUID | None:
    """Return an identity, or None for something else."""
    try:
        return UUID(given)
    except ValueError:
        return None


def _pitch(pitch_id: UUID) -> Pitch:
    return get_object_or_404(Pitch.objects.select_related("idea__edition"), public_id=pitch_id)
