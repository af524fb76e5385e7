"""Where kept texts come from: each room says how all of its own are kept, so that the index can be made anew."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.utils.module_loading import autodiscover_modules

from datamatch.foundation.models import KeptText
from datamatch.foundation.search.keeping import forget, index_again

Source = Callable[[datetime], Iterable[UUID]]
SOURCES: dict[str, Source] = {}
"""By kind, a function that keeps every text of it that may be found, and returns their ids."""


def source(kind: str) -> Callable[[Source], Source]:
    """Register a function in the `tasks.py` of a room as the source of a kind of text."""

    def registered(deed: Source) -> Source:
        SOURCES[kind] = deed
        return deed

    return registered


def fill(*, at: datetime) -> int:
    """Keep every text of every room that may be found, forget all others, look at each again; return how many."""
    autodiscover_modules("tasks")
    for kind, deed in sorted(SOURCES.items()):
        belong = set(deed(at))
        for of in set(KeptText.objects.filter(kind=kind).values_list("of", flat=True)) - belong:
            forget(kind, of)
    index_again()
    return KeptText.objects.count()
