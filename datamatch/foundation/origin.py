"""Where a deed came from: a web address, a command, the story; kept for the trail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

_origin: ContextVar[str] = ContextVar("origin", default="command")


def current_origin() -> str:
    """Return the origin of what is being done now."""
    return _origin.get()


@contextmanager
def coming_from(origin: str) -> Iterator[None]:
    """Name the origin of everything done inside this block."""
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


class OriginMiddleware:
    """Names the browser's network address as the origin of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with its origin named."""
        with coming_from(f"web {request.META.get('REMOTE_ADDR', '')}".strip()):
            return self.get_response(request)
