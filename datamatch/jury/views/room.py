"""The parts of the live room that pages ask for by themselves, and the screen on the wall."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from datamatch.editions.models import Edition
from datamatch.foundation import live
from datamatch.jury.views.board import board_of, topics_of
from datamatch.people.models import SignedIn


@require_GET
def now_on_stage(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Return the board as this reader may see it; nothing when they saw this version already."""
    return _part(request, edition_slug, "jury/_board.html")


@require_GET
def screen(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the stage large, for the screen on the wall."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    return render(request, "jury/screen.html", board_of(edition, request.user, timezone.now()))


@require_GET
def screen_now(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Return what the screen on the wall shows now."""
    return _part(request, edition_slug, "jury/_screen.html")


@require_GET
def follow(request: SignedIn, edition_slug: str) -> StreamingHttpResponse:
    """Tell the page whenever something changed; never what."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    return live.stream(request, *topics_of(edition, request.user))


def _part(request: SignedIn, edition_slug: str, template: str) -> HttpResponse:
    edition = get_object_or_404(Edition, slug=edition_slug)
    board = board_of(edition, request.user, timezone.now())
    if request.GET.get("seen") == str(board["version"]):
        return HttpResponse(status=204)
    return render(request, template, board)
