"""The page of the audience: what is on stage, and its vote; without an account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from datamatch.foundation import live
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState
from datamatch.jury.forms import AskForm, HallVoteForm
from datamatch.jury.models import Hall
from datamatch.jury.views.guests import by_code, guest_of, met, remembered

# A full hall asks what is new within so many seconds, and not all at once.
SPREAD_SECONDS = 4
MOST_SHOWN = 30


@by_code
@require_GET
def hall(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show the audience its page; who comes for the first time gets the cookie that lets them vote once."""
    found = _hall(code)
    guest = met(request)
    return remembered(request, render(request, "jury/hall.html", _context(found, guest)), guest)


@by_code
@require_GET
def hall_now(request: HttpRequest, code: str) -> HttpResponse:
    """Return the part of the page that changes; nothing when it was seen already."""
    context = _context(_hall(code), guest_of(request))
    if request.GET.get("seen") == str(context["version"]):
        return HttpResponse(status=204)
    return render(request, "jury/_hall.html", context)


@by_code
@require_GET
def hall_follow(request: HttpRequest, code: str) -> HttpResponseBase:
    """Tell the page whenever something changed; never what."""
    return live.stream(request, *_topics(_hall(code)))


@by_code
@require_POST
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """Count the vote. Who voted already, for instance because the first answer got lost, is told that it is in."""
    found, guest = _hall(code), guest_of(request)
    if queries.has_voted_in(found, guest):
        messages.info(request, _("Your vote is in. You vote once."))
        return redirect(found)
    form = HallVoteForm(request.POST, pitches=list(queries.pitches_in(found.edition)))
    try:
        actions.vote(hall=found, guest=guest, pitch=form.pitch if form.is_valid() else None, at=timezone.now())
    except Refused as refusal:
        context = _context(found, guest) | {"refused": refusal.reason}
        return render(request, "jury/hall.html", context, status=422 if found.is_voting else 403)
    messages.success(request, _("Your vote is in."))
    return redirect(found)


@by_code
@require_POST
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask a question; what cannot be asked comes back as it was typed."""
    found, guest, form = _hall(code), guest_of(request), AskForm(request.POST)
    if form.is_valid():
        try:
            actions.ask(hall=found, guest=guest, text=form.cleaned_data["text"], at=timezone.now())
        except Refused as refusal:
            form.add_error("text", refusal.reason)
        else:
            messages.success(request, _("Your question is in. You see here what becomes of it."))
            return redirect(found)
    return render(request, "jury/hall.html", _context(found, guest) | {"ask_form": form}, status=422)


def _context(found: Hall, guest: queries.Guest) -> dict[str, Any]:
    """Return what the page shows this guest; the version is read first."""
    version, edition = live.version_of(*_topics(found)), found.edition
    pitches = list(queries.pitches_in(edition))
    has_voted = found.is_voting and queries.has_voted_in(found, guest)
    return {
        "hall": found,
        "edition": edition,
        "version": version,
        "spread": SPREAD_SECONDS,
        "now": next((pitch for pitch in pitches if pitch.state == PitchState.ON_STAGE), None),
        "next": next((pitch for pitch in pitches if pitch.state == PitchState.WAITING), None),
        "form": HallVoteForm(pitches=pitches) if found.is_voting else None,
        "why_not_vote": rules.why_not_vote(hall=found, guest=guest, has_voted=has_voted),
        "has_voted": has_voted,
        "needs_account": found.is_voting and found.accounts_only and guest.person is None,
        "places": queries.hall_places(found),
        "ask_form": AskForm(),
        "why_not_ask": rules.why_not_ask(hall=found, guest=guest),
        "why_not_join": rules.why_not_take_part(hall=found, guest=guest),
        "key": queries.key_of(guest, found),
        "questions": list(queries.questions_shown(found, guest)[:MOST_SHOWN]),
        "own": list(queries.questions_asked_by(found, guest)[:MOST_SHOWN]),
    }


def _topics(found: Hall) -> tuple[str, str]:
    return queries.room_of(found.edition), queries.hall_topic(found.edition)


def _hall(code: str) -> Hall:
    return get_object_or_404(Hall.objects.select_related("edition"), code=code.lower())
