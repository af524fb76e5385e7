"""Looking for words: what each word of a query may stand for, which texts hold it, and how well."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import Bools, Floats
from .analysis import LANGUAGES, analyse
from .folding import plain, surfaces
from .frequencies import Table
from .stop_words import BOTH
from .synonyms import Synonyms, said
from .vocabulary import Vocabulary

EXACT, PART, BEGINNING, MISTYPED = 1.0, 0.8, 0.6, 0.5
"""How much it counts that a text holds the word itself, part of it, how it begins, or what it was meant to be."""
IN_TITLE = 1.25
LENGTH = 1.0
"""How much the likeness of the whole text counts beside its words: short texts on the subject go before long ones."""
FEW = 3
"""Of a query of so many words a text should hold all; of a longer one, half."""

OTHERWISE = 0.9
"""How much it counts that a text says it in other words that stand for the same."""

Columns = Mapping[int, float]
"""Columns that a word may stand for, and how well each fits."""


class Wanted(NamedTuple):
    """One word of a query: what it may stand for, and phrases that stand for the same, each all of its words."""

    columns: Columns
    otherwise: tuple[tuple[Columns, ...], ...] = ()


def telling(query: str) -> list[str]:
    """Return the words of a query, folded; those that say nothing are left out when others remain."""
    words = list(dict.fromkeys(plain(surface) for surface in surfaces(query)))
    return [word for word in words if word not in BOTH] or words


def wanted(query: str, vocabulary: Vocabulary, held: Bools, synonyms: Synonyms = ()) -> list[Wanted]:
    """Return what each word of a query may stand for among the columns that are held by a text that may be seen."""
    others = otherwise(query, synonyms)
    found = [
        Wanted(
            _stands_for(word, vocabulary, held),
            tuple(
                tuple(_held(_exact(part, vocabulary), held) for part in telling(phrase))
                for phrase in others.get(word, ())
            ),
        )
        for word in telling(query)
    ]
    return found if any(word.columns or any(map(all, word.otherwise)) for word in found) else []


def otherwise(query: str, synonyms: Synonyms) -> dict[str, list[str]]:
    """Return for each word of a query, folded, the phrases that stand for the phrase it is part of."""
    found: dict[str, list[str]] = {}
    for lang in LANGUAGES:
        for phrase in said(query, lang, synonyms):
            for word in phrase.words:
                found.setdefault(plain(word.surface), []).extend(phrase.others)
    return found


def anything(query: str, vocabulary: Vocabulary, synonyms: Synonyms = ()) -> list[set[int]]:
    """Return for each word of the query every column that it could stand for, whoever may see the texts."""
    others = otherwise(query, synonyms)
    found = []
    for word in telling(query):
        columns = set(_exact(word, vocabulary)) | vocabulary.beginning_with(word)
        said_so = (_exact(part, vocabulary) for phrase in others.get(word, ()) for part in telling(phrase))
        found.append(columns.union(*vocabulary.mistyped(word).values(), *said_so))
    return found


def _stands_for(word: str, vocabulary: Vocabulary, held: Bools) -> dict[int, float]:
    found = _exact(word, vocabulary)
    for column in vocabulary.beginning_with(word):
        found.setdefault(column, BEGINNING)
    if found := _held(found, held):
        return found
    for _, columns in sorted(vocabulary.mistyped(word).items()):
        if near := {column: MISTYPED for column in columns if held[column]}:
            return near
    return {}


def _held(columns: Columns, held: Bools) -> dict[int, float]:
    return {column: fit for column, fit in columns.items() if held[column]}


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
        found[:, place] = _fit(word.columns, table, titles, allowed)
        for phrase in word.otherwise:
            whole = np.min([_fit(columns, table, titles, allowed) for columns in phrase], axis=0, initial=np.inf)
            found[:, place] = np.maximum(found[:, place], OTHERWISE * whole if phrase else 0.0)
    return found


def _fit(columns: Columns, table: Table, titles: Table, allowed: NDArray[np.int64]) -> Floats:
    """Return per text how well it holds the best of these columns."""
    found = np.zeros(len(allowed))
    for column, fit in columns.items():
        for where, more in ((table, 1.0), (titles, IN_TITLE)):
            found = np.maximum(found, where.has(column)[allowed] * fit * more)
    return found


def enough(fit: Floats) -> Bools:
    """Return which texts hold enough of the words to be shown: all of a few, where a text has them all, else half."""
    has, words = (fit > 0).sum(axis=1), fit.shape[1]
    if words <= FEW and has.max(initial=0) == words:
        return np.asarray(has == words)
    return np.asarray((2 * has >= min(words, 2 * has.max(initial=0))) & (has > 0))


def score(words: Sequence[Wanted], fit: Floats, table: Table) -> Floats:
    """Return per text how well it holds all words, a rare word counting more."""
    weight = np.array([min(map(table.idf, _columns(word)), default=table.rarest()) for word in words])
    return np.asarray(fit @ weight / weight.sum())


def _columns(word: Wanted) -> Iterator[int]:
    """Yield the columns of a word; where no text holds it, those of what stands for the same."""
    yield from word.columns or {
        column: fit for phrase in word.otherwise for one in phrase for column, fit in one.items()
    }
