"""Folding: the words of a text without capitals, accents and punctuation."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """Return the text in lower case without accents: `Ideeën` becomes `ideeen`."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def surfaces(text: str) -> list[str]:
    """Return the words of a text as they were written, in order; a word holds letters and digits only."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def plain(surface: str) -> str:
    """Return one word folded, without the apostrophe of `foto's` and `burgemeester's`."""
    word = fold(surface).replace("’", "'")
    return word.removesuffix("'s").replace("'", "")
