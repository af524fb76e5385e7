"""The words of all texts, and what a typed word may stand for among them."""

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .analysis import Term
from .folding import plain

SHORTEST_BEGINNING, SHORTEST_MISTYPED, SHORTEST_TWICE = 3, 4, 8
MOST_BEGINNINGS = 200


class Vocabulary:
    """Stems as columns, and for each written form the stems that it gave."""

    def __init__(self) -> None:
        self.stems: list[str] = []
        self._column: dict[str, int] = {}
        self._forms: dict[str, set[int]] = {}
        self._sorted: list[str] | None = None

    def columns(self, terms: Iterable[Term], *, grow: bool) -> NDArray[np.int32]:
        """Return the column of every term; without `grow` unknown ones get columns past the last."""
        past: dict[str, int] = {}
        found = []
        for term in terms:
            column = self._column.get(term.stem)
            if column is None and grow:
                column = self._add(term.stem)
            if column is None:
                column = past.setdefault(term.stem, len(self.stems) + len(past))
            if grow:
                self._note(plain(term.surface) if term.kind == "word" else term.stem, column)
            found.append(column)
        return np.array(found, dtype=np.int32)

    def column(self, stem: str) -> int:
        """Return the column of a stem, or the one past the last."""
        return self._column.get(stem, len(self.stems))

    def of_form(self, form: str) -> set[int]:
        """Return the stems of a word as somebody wrote it."""
        return self._forms.get(form, set())

    def beginning_with(self, start: str) -> set[int]:
        """Return the stems of the words that begin like this, at most 200 words."""
        if len(start) < SHORTEST_BEGINNING:
            return set()
        forms = self._in_order()
        place = bisect_left(forms, start)
        found: set[int] = set()
        for form in forms[place : place + MOST_BEGINNINGS]:
            if not form.startswith(start):
                break
            found |= self._forms[form]
        return found

    def mistyped(self, word: str) -> dict[int, set[int]]:
        """Return by number of slips the stems of words near this one; the first letter is always right.

        One slip is forgiven, from 8 letters on two.
        """
        if len(word) < SHORTEST_MISTYPED or not word.isalpha():
            return {}
        forms = self._in_order()
        first, last = bisect_left(forms, word[0]), bisect_left(forms, word[0] + "{")
        most = 2 if len(word) >= SHORTEST_TWICE else 1
        near: dict[int, set[int]] = {}
        for form in forms[first:last]:
            if abs(len(form) - len(word)) <= most and (slips := distance(word, form, most)) <= most:
                near.setdefault(slips, set()).update(self._forms[form])
        return near

    def _in_order(self) -> list[str]:
        if self._sorted is None:
            self._sorted = sorted(self._forms)
        return self._sorted

    def _add(self, stem: str) -> int:
        self._column[stem] = column = len(self.stems)
        self.stems.append(stem)
        return column

    def _note(self, form: str, column: int) -> None:
        if form not in self._forms:
            self._forms[form] = set()
            self._sorted = None
        self._forms[form].add(column)


def distance(a: str, b: str, most: int) -> int:
    """Return how many slips lie between two words, or `most` + 1 when there are more.

    A slip is a letter too many, missing or wrong, or two neighbours in each other's place (Damerau, 1964).
    """
    before, row = [], list(range(len(b) + 1))
    for i, mine in enumerate(a, 1):
        before, above, row = row, before, [i]
        for j, theirs in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (mine != theirs))
            if i > 1 and j > 1 and mine == b[j - 2] and a[i - 2] == theirs:
                best = min(best, above[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
