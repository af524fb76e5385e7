"""Where the reader stands: a view names its edition and idea, the hall above turns that into links."""

from typing import Any

from django.http import HttpRequest


def stand(request: HttpRequest, *, edition: Any = None, idea: Any = None) -> None:
    """Note which edition (and idea) this page is about, so that its navigation can be drawn."""
    request.edition = edition  # type: ignore[attr-defined]
    request.idea = idea  # type: ignore[attr-defined]
