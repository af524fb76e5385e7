"""Pairs of ideas that look alike."""

import re
from collections.abc import Iterable

from django.db.models import QuerySet

from datamatch.editions.models import Edition
from datamatch.ideas.models import AlikePair


def pairs_alike(edition: Edition, *, judged: bool = False) -> QuerySet[AlikePair]:
    """Return the pairs to look at, nearest first; `judged`: those that were called "not a double"."""
    pairs = AlikePair.objects.filter(edition=edition)
    shown = pairs.not_doubles() if judged else pairs.to_look_at()
    return shown.select_related("first__theme", "second__theme", "not_double_by")


def marked(text: str, words: Iterable[str]) -> list[tuple[bool, str]]:
    """Return a text in pieces, each with whether it is one of these words; together they are the text."""
    longest = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    if not longest:
        return [(False, text)] if text else []
    split = re.split(rf"\b({'|'.join(map(re.escape, longest))})\b", text, flags=re.IGNORECASE)
    return [(place % 2 == 1, piece) for place, piece in enumerate(split) if piece]
