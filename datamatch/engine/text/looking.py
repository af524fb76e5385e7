"""Looking for words: what each word of a query may stand for, which texts hold it, and how well."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..arrays import Bools, Floats
from .analysis import LANGUAGES, analyse
from .folding import plain, surfaces
from .frequencies import Table
from .stop_words import BOTH
from .vocabulary import Vocabulary

EXACT, PART, BEGINNING, MISTYPED = 1.0, 0.8, 0.6, 0.5
"""How much it counts that a text holds the word itself, part of it, how it begins, or what it was meant to be."""
IN_TITLE = 1.25
LENGTH = 1.0
"""How much the likeness of the whole text counts beside its words: short texts on the subject go before long ones."""
FEW = 3
"""Of a query of so many words a text should hold all; of a longer one, half."""

Wanted = Mapping[int, float]
"""Columns that a word may stand for, and how well each fits."""


def telling(query: str) -> list[str]:
    """Return the words of a query, folded; those that say nothing are left out when others remain."""
    words = list(dict.fromkeys(plain(surface) for surface in surfaces(query)))
    return [word for word in words if word not in BOTH] or words


def wanted(query: str, vocabulary: Vocabulary, held: Bools) -> list[Wanted]:
    """Return what each word of a query may stand for among the columns that are held by a text that may be seen."""
    found: list[Wanted] = [_stands_for(word, vocabulary, held) for word in telling(query)]
    return found if any(found) else []


def anything(query: str, vocabulary: Vocabulary) -> set[int]:
    """Return every column that a word of the query could stand for, whoever may see the texts."""
    found: set[int] = set()
    for word in telling(query):
        found |= set(_exact(word, vocabulary)) | vocabulary.beginning_with(word)
        found = found.union(*vocabulary.mistyped(word).values())
    return found


def _stands_for(word: str, vocabulary: Vocabulary, held: Bools) -> dict[int, float]:
    found = _exact(word, vocabulary)
    for column in vocabulary.beginning_with(word):
        found.setdefault(column, BEGINNING)
    found = {column: fit for column, fit in found.items() if held[column]}
    if found:
        return found
    for _, columns in sorted(vocabulary.mistyped(word).items()):
        if near := {column: MISTYPED for column in columns if held[column]}:
            return near
    return {}


def _exact(word: str, vocabulary: Vocabulary) -> dict[int, float]:
    """Return the stems of a word in both languages, of its parts, and of how others wrote it."""
    found: dict[int, float] = {}
    for lang in LANGUAGES:
        for term in analyse(word, lang):
            column = vocabulary.column(term.stem)
            if column < len(vocabulary.stems):
                found[column] = max(found.get(column, 0.0), EXACT if term.kind == "word" else PART)
    return found | dict.fromkeys(vocabulary.of_form(word), EXACT)


def fits(words: Sequence[Wanted], table: Table, titles: Table, allowed: NDArray[np.int64]) -> Floats:
    """Return texts x words: how well the text holds the word, more in its title; 0 when it does not."""
    found = np.zeros((len(allowed), len(words)))
    for place, word in enumerate(words):
        for column, fit in word.items():
            for where, more in ((table, 1.0), (titles, IN_TITLE)):
                found[:, place] = np.maximum(found[:, place], where.has(column)[allowed] * fit * more)
    return found


def enough(fit: Floats) -> Bools:
    """Return which texts hold enough of the words to be shown: all of a few, where a text has them all, else half."""
    has, words = (fit > 0).sum(axis=1), fit.shape[1]
    if words <= FEW and has.max(initial=0) == words:
        return np.asarray(has == words)
    return np.asarray((2 * has >= min(words, 2 * has.max(initial=0))) & (has > 0))


def score(words: Sequence[Wanted], fit: Floats, table: Table) -> Floats:
    """Return per text how well it holds all words, a rare word counting more."""
    weight = np.array([min((table.idf(column) for column in word), default=table.rarest()) for word in words])
    return np.asarray(fit @ weight / weight.sum())
