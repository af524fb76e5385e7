"""An edition that is closed to a reader does not exist for them, on no page below its address."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from datamatch.editions.enums import Access
from datamatch.editions.models import Edition


class EditionDoorMiddleware:
    """Answers 404 to every address below an edition that the reader may not enter, whatever the page itself asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: dict[str, Any]
    ) -> None:
        """Let the reader through, or not. :raises Http404: the edition is closed to them"""
        slug = kwargs.get("edition_slug")
        closed = Edition.objects.filter(slug=slug).exclude(access=Access.OPEN) if slug else Edition.objects.none()
        if any(not edition.lets_in(request.user) for edition in closed):
            raise Http404
