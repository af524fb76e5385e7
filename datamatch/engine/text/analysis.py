"""From a text to its terms: folded, without stop words, compounds split, stemmed. The same on every database."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from ..arrays import need
from .folding import plain, surfaces
from .splitter import split
from .stop_words import BOTH, EN, NL

ANALYSER_VERSION = "1"
"""Changes whenever the same text gives other terms; what was kept with another version is analysed again."""

LANGUAGES = ("nl", "en")
Language = Literal["nl", "en"]
Kind = Literal["word", "part"]


@dataclass(frozen=True)
class Term:
    """One term of a text."""

    stem: str  # what is compared; never shown
    surface: str  # the word as it stands in the text
    kind: Kind  # the whole word, or a part of a compound


def detect(text: str) -> Language:
    """Return the language of a text: the one with more of its stop words in it, Dutch when they are even.

    A word that both languages know, such as `in`, does not count.
    """
    words = [plain(surface) for surface in surfaces(text)]
    dutch = sum(word in NL and word not in EN for word in words)
    english = sum(word in EN and word not in NL for word in words)
    return "en" if english > dutch else "nl"


def analyse(text: str, lang: str | None = None) -> list[Term]:
    """Return the terms of a text in order; a Dutch compound gives itself and then its parts.

    :param text: any text, without markup
    :param lang: "nl" or "en"; left out, it is detected
    :raises ValueError: a language that the analyser does not know
    Source: stems by Snowball (Porter, 2001), for Dutch the algorithm of Kraaij and Pohlmann (1994).
    """
    need(lang is None or lang in LANGUAGES, "lang", f"choose one of {LANGUAGES}")
    known = lang or detect(text)
    return [term for surface in surfaces(text) for term in _terms(surface, known)]


def stems(text: str, lang: str | None = None) -> list[str]:
    """Return only the stems of a text, in order."""
    return [term.stem for term in analyse(text, lang)]


@lru_cache(maxsize=100_000)
def _terms(surface: str, lang: str) -> tuple[Term, ...]:
    word = plain(surface)
    if word in BOTH or (len(word) < 2 and not word.isdigit()):
        return ()
    whole = Term(word if is_name(surface) else stem(word, lang), surface, "word")
    cut = split(word) if lang == "nl" and not is_name(surface) else ()
    kept = dict.fromkeys(stem(part, lang) for part in cut if part not in BOTH)
    return (whole, *(Term(one, surface, "part") for one in kept if one != whole.stem))


def is_name(surface: str) -> bool:
    """Tell whether a word is an abbreviation such as BRP or AERIUS, which no stemmer may touch."""
    return sum(sign.isupper() for sign in surface) >= 2


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """Return the stem of one folded word; words with a digit keep theirs."""
    if not word.isalpha():
        return word
    if lang == "nl":
        return str(_stemmer("dutch").stemWord(_without_trema_plural(word)))
    return str(_stemmer("english").stemWord(word))


def _without_trema_plural(word: str) -> str:
    """Return the singular of what was `ideeën` or `financiën` before it was folded; Snowball leaves these alone."""
    if len(word) > 5 and word.endswith(("eeen", "ieen")):
        return word[:-2]
    return word[:-1] if len(word) > 5 and word.endswith("ien") else word


@cache
def _stemmer(name: str) -> Any:
    from Stemmer import Stemmer

    return Stemmer(name)
