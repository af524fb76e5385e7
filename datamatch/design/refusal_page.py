"""A refusal becomes a page that says why, or a fragment of it for htmx."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from datamatch.foundation.refusal import Refused


class RefusalPageMiddleware:
    """Turns the one exception a person reads into the answer a person reads."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 403 with the reason when a deed was refused; leave every other exception alone."""
        if not isinstance(exception, Refused):
            return None
        fragment = request.headers.get("HX-Request") == "true"
        template = "design/_refusal.html" if fragment else "design/refused.html"
        return render(request, template, {"reason": exception.reason}, status=403)
