"""Words that stand in a text as words of their own: Bas is not in a basis."""

import re
from collections.abc import Iterable

BLACK = "█████"
NOTHING = re.compile(r"(?!)")


def alone(words: Iterable[str], *, as_written: Iterable[str] = ()) -> re.Pattern[str]:
    """Return the pattern of any of these words wherever it stands by itself, the longest first.

    :param words: found with capitals or without
    :param as_written: found as they are written here, or in capitals: who is called Van der Meer has more to say
    """
    ways = {word: re.escape(word) for one in as_written for word in (one, one.upper())}
    ways |= {word: f"(?i:{re.escape(word)})" for word in words}
    longest_first = sorted(filter(None, ways), key=len, reverse=True)
    return (
        re.compile(rf"(?<!\w)(?:{'|'.join(ways[word] for word in longest_first)})(?!\w)") if longest_first else NOTHING
    )


def names_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds one of these words as a word of its own."""
    return alone(words).search(text) is not None


def blacked_out(text: str, telling: re.Pattern[str]) -> str:
    """Return a text in which what tells is blacked out."""
    return telling.sub(BLACK, text)


def found_in(text: str, telling: re.Pattern[str]) -> list[str]:
    """Return what tells in a text, as it stands there, each once and in its order."""
    return list(dict.fromkeys(found[0] for found in telling.finditer(text)))


def in_pieces(text: str, telling: re.Pattern[str]) -> list[tuple[bool, str]]:
    """Return a text in pieces, each with whether it is what was looked for; together they are the text."""
    pieces, end = [], 0
    for found in telling.finditer(text):
        pieces += [(False, text[end : found.start()]), (True, found[0])]
        end = found.end()
    return [piece for piece in [*pieces, (False, text[end:])] if piece[1]]
