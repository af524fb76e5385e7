"""Where the reader stands: a view names its edition and idea, the hall above turns that into links."""

from typing import Any, Protocol

from django.http import Http404, HttpRequest


class Door(Protocol):
    """What a reader stands in: an edition or an idea, which knows whom it lets in."""

    def lets_in(self, person: Any) -> bool:
        """Tell whether this reader may be here."""


def stand(request: HttpRequest, *, edition: Any = None, idea: Any = None) -> None:
    """Note which edition (and idea) this page is about, so that its navigation can be drawn.

    :raises Http404: for this reader there is no such edition or idea
    """
    doors: list[Door] = [door for door in (edition, idea) if door is not None]
    if not all(door.lets_in(request.user) for door in doors):
        raise Http404
    request.edition = edition  # type: ignore[attr-defined]
    request.idea = idea  # type: ignore[attr-defined]
