"""Words that stand in a text as words of their own: Bas is not in a basis."""

import re
from collections.abc import Iterable

BLACK = "█████"
NOTHING = re.compile(r"(?!)")


def alone(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of these words wherever it stands by itself, capitals or not, the longest first."""
    longest_first = sorted(filter(None, words), key=len, reverse=True)
    if not longest_first:
        return NOTHING
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def names_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds one of these words as a word of its own."""
    return alone(words).search(text) is not None


def blacked_out(text: str, words: Iterable[str]) -> str:
    """Return a text in which these words are blacked out wherever they stand as words of their own."""
    return alone(words).sub(BLACK, text)
