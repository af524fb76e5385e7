"""Looking for words: what each word of a query may stand for, which texts hold it, and how well."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..arrays import Floats
from .analysis import LANGUAGES, analyse
from .folding import plain, surfaces
from .frequencies import Table
from .stop_words import BOTH
from .vocabulary import Vocabulary

EXACT, PART, BEGINNING, MISTYPED = 1.0, 0.8, 0.6, 0.5
"""How much it counts that a text holds the word itself, part of it, how it begins, or what it was meant to be."""
TIE = 0.5

Wanted = Mapping[int, float]
"""Columns that a word may stand for, and how well each fits."""


def wanted(query: str, vocabulary: Vocabulary) -> list[Wanted]:
    """Return what each word of a query may stand for; words that say nothing are left out when others remain."""
    words = list(dict.fromkeys(surfaces(query)))
    telling = [word for word in words if plain(word) not in BOTH]
    found = [_stands_for(word, vocabulary) for word in telling or words]
    return [one for one in found if one or len(found) == 1] if any(found) else []


def _stands_for(word: str, vocabulary: Vocabulary) -> dict[int, float]:
    folded = plain(word)
    found: dict[int, float] = {}
    for lang in LANGUAGES:
        for term in analyse(word.lower(), lang):
            column = vocabulary.column(term.stem)
            if column < len(vocabulary.stems):
                fit = EXACT if term.kind == "word" else PART
                found[column] = max(found.get(column, 0.0), fit)
    for column in vocabulary.of_form(folded):
        found[column] = EXACT
    for column in vocabulary.beginning_with(folded):
        found.setdefault(column, BEGINNING)
    return found or dict.fromkeys(vocabulary.mistyped(folded), MISTYPED)


def held(words: Sequence[Wanted], table: Table, allowed: NDArray[np.int64]) -> Floats:
    """Return texts x words: how well the text holds the word, 0 when it does not."""
    found = np.zeros((len(allowed), len(words)))
    for column, word in enumerate(words):
        for stem, fit in word.items():
            has = table.has(stem)[allowed]
            found[:, column] = np.maximum(found[:, column], has * fit)
    return found


def score(words: Sequence[Wanted], fits: Floats, table: Table) -> Floats:
    """Return per text how well it holds all words, a rare word counting more; between 0 and 1."""
    weight = np.array([min(table.idf(column) for column in word) if word else 1.0 for word in words])
    return np.asarray(fits @ weight / weight.sum())
