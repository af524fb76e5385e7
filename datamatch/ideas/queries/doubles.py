"""Pairs of ideas that look alike."""

from collections.abc import Iterable

from django.db.models import QuerySet

from datamatch.editions.models import Edition
from datamatch.ideas.enums import Alikeness
from datamatch.ideas.models import AlikePair, Idea
from datamatch.ideas.queries.alone import alone, in_pieces


def pairs_alike(edition: Edition, *, judged: bool = False) -> QuerySet[AlikePair]:
    """Return the pairs to look at, nearest first; `judged`: those that were called "not a double"."""
    pairs = AlikePair.objects.filter(edition=edition)
    shown = pairs.not_doubles() if judged else pairs.to_look_at()
    return shown.select_related("first__theme", "second__theme", "not_double_by")


def near_doubles(ideas: Iterable[Idea]) -> list[tuple[int, int]]:
    """Return the row numbers of each two of these ideas that are much alike, or nearly the same."""
    those = list(ideas)
    pairs = AlikePair.objects.to_look_at().filter(first__in=those, second__in=those)
    near = pairs.filter(level__in=[Alikeness.COPY, Alikeness.STRONG]).order_by("first", "second")
    return list(near.values_list("first", "second"))


def marked(text: str, words: Iterable[str]) -> list[tuple[bool, str]]:
    """Return a text in pieces, each with whether it is one of these words; together they are the text."""
    return in_pieces(text, alone(words))
