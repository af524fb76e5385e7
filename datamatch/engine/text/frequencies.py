"""TF-IDF: how telling each word, and each run of 3 to 5 letters, is for a text among all texts."""

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..arrays import Bools, Floats
from .folding import plain, surfaces
from .stop_words import BOTH

BINS = 2**20
"""Runs of letters are numbered by their checksum, so that no table of them has to be kept."""
SHORTEST_RUN, LONGEST_RUN = 3, 5
NOTHING = np.zeros(0, dtype=np.int32)
FULL = 256
"""So many new texts wait in a row of their own before they join the table."""


@dataclass(frozen=True, eq=False)
class Counts:
    """One text: its columns, ascending, and 1 + ln(how often each occurs)."""

    columns: NDArray[np.int32]
    times: NDArray[np.float32]


@lru_cache(maxsize=100_000)
def runs(word: str) -> NDArray[np.int32]:
    """Return the numbers of the runs of 3 to 5 letters in a folded word, its edges being letters too."""
    edged = f" {word} ".encode()
    numbers = [
        crc32(edged[start : start + size]) % BINS
        for size in range(SHORTEST_RUN, LONGEST_RUN + 1)
        for start in range(len(edged) - size + 1)
    ]
    return np.array(numbers, dtype=np.int32)


def run_counts(text: str, without: Set[str] = BOTH) -> Counts:
    """Return how often each run of letters occurs in a text, without its stop words."""
    words = [word for surface in surfaces(text) if (word := plain(surface)) not in without]
    return counts(np.concatenate([NOTHING, *map(runs, words)]))


def counts(numbers: NDArray[np.int32]) -> Counts:
    """Return the different numbers, ascending, with how often each occurs."""
    columns, times = np.unique(numbers, return_counts=True)
    return Counts(columns.astype(np.int32), (1 + np.log(times)).astype(np.float32))


class Table:
    """Texts as rows of counts; the weights of columns follow from the texts that stand in it now.

    Cosine of texts a and b = sum of times_a x times_b x idf^2 over the columns / (length_a x length_b), with
    idf = ln((1 + texts) / (1 + texts with it)) + 1 (Salton and Buckley, 1988). Only counts are kept, so nothing of a
    text that left the table stays behind in it.
    """

    def __init__(self, width: int) -> None:
        self.df = np.zeros(width, dtype=np.int64)
        self.rows: list[Counts] = []
        self.alive: list[bool] = []
        self.texts = 0
        self._whole: Any = None
        self._squared: Any = None
        self._lengths: Floats | None = None
        self._weights: Floats | None = None

    def add(self, row: Counts) -> None:
        """Add a text after the others."""
        self._widen(int(row.columns[-1]) + 1 if len(row.columns) else 0)
        self.df[row.columns] += 1
        self.rows.append(row)
        self.alive.append(True)
        self.texts += 1
        self._lengths = self._weights = None

    def drop(self, place: int) -> None:
        """Let a text count no more; its place stays."""
        if self.alive[place]:
            self.df[self.rows[place].columns] -= 1
            self.alive[place] = False
            self.texts -= 1
            self._lengths = self._weights = None

    def cosines(self, row: Counts) -> Floats:
        """Return the cosine of a text with the text at every place."""
        squares = self._squares(row.columns)
        value = row.times.astype(np.float64) * squares
        length = float(np.sqrt((row.times * value).sum())) or 1.0
        return self._dots(row.columns, value) / (self._all_lengths() * length)

    def has(self, column: int) -> Bools:
        """Return per place whether its text has this column."""
        whole, found = self._table(), np.zeros(len(self.rows), dtype=np.bool_)
        if column < whole.shape[1]:
            found[whole.indices[whole.indptr[column] : whole.indptr[column + 1]]] = True
        for place in range(whole.shape[0], len(self.rows)):
            found[place] = (self.rows[place].columns == column).any()
        return found

    def held(self, places: NDArray[np.int64]) -> Bools:
        """Return per column whether a text at one of these places has it; one more column stands for unknown ones."""
        whole = self._table()
        asked = np.zeros(len(self.rows))
        asked[places] = 1.0
        found = np.zeros(len(self.df) + 1, dtype=np.bool_)
        found[: whole.shape[1]] = (whole.T @ asked[: whole.shape[0]]) > 0
        for place in range(whole.shape[0], len(self.rows)):
            if asked[place]:
                found[self.rows[place].columns] = True
        return found

    def share(self, columns: NDArray[Any], places: NDArray[np.int64]) -> Floats:
        """Return per column which share of the texts at these places has it."""
        asked = np.zeros(len(self.rows))
        asked[places] = 1.0 / max(1, len(places))
        whole, found = self._table(), np.zeros(len(columns))
        inside = columns < whole.shape[1]
        found[inside] = asked[: whole.shape[0]] @ (whole[:, columns[inside]] > 0)
        for place in range(whole.shape[0], len(self.rows)):
            if asked[place]:
                found += asked[place] * np.isin(columns, self.rows[place].columns)
        return found

    def idf(self, column: int) -> float:
        """Return how telling a column is; one that no text has tells most."""
        return float(np.sqrt(self._squares(np.array([column]))[0]))

    def rarest(self) -> float:
        """Return how telling a column is that one text has."""
        return float(np.log((1 + self.texts) / 2) + 1)

    def _squares(self, columns: NDArray[Any]) -> Floats:
        """Return the squares of what these columns tell; one past the last tells as much as one that no text has."""
        if self._weights is None:
            df = np.append(self.df, 0)
            self._weights = np.asarray((np.log((1 + self.texts) / (1 + df)) + 1) ** 2)
        return np.asarray(self._weights[np.minimum(columns, len(self.df))])

    def _widen(self, width: int) -> None:
        if width > len(self.df):
            wider = np.zeros(max(width, 2 * len(self.df), 1024), dtype=np.int64)
            wider[: len(self.df)] = self.df
            self.df = wider

    def _dots(self, columns: NDArray[Any], value: Floats) -> Floats:
        whole = self._table()
        found = np.zeros(len(self.rows))
        inside = columns < whole.shape[1]
        found[: whole.shape[0]] = whole[:, columns[inside]] @ value[inside]
        for place in range(whole.shape[0], len(self.rows)):
            other = self.rows[place]
            _, mine, theirs = np.intersect1d(columns, other.columns, assume_unique=True, return_indices=True)
            found[place] = (value[mine] * other.times[theirs]).sum()
        return found

    def _all_lengths(self) -> Floats:
        if self._lengths is None:
            squares = self._squares(np.arange(len(self.df)))
            whole = self._table()
            found = np.zeros(len(self.rows))
            found[: whole.shape[0]] = self._squared @ squares[: whole.shape[1]]
            for place in range(whole.shape[0], len(self.rows)):
                other = self.rows[place]
                found[place] = (other.times.astype(np.float64) ** 2 * squares[other.columns]).sum()
            self._lengths = np.sqrt(found)
            self._lengths[self._lengths == 0] = 1.0
        return self._lengths

    def _table(self) -> Any:
        """Return the texts as one sparse table, without the newest ones when these are few."""
        from scipy import sparse

        if self._whole is None or len(self.rows) - self._whole.shape[0] >= FULL:
            ends = np.cumsum([0, *(len(row.columns) for row in self.rows)])
            columns = np.concatenate([row.columns for row in self.rows] or [np.zeros(0, np.int32)])
            times = np.concatenate([row.times for row in self.rows] or [np.zeros(0, np.float32)])
            rows = sparse.csr_matrix((times, columns, ends), shape=(len(self.rows), len(self.df)))
            self._whole = whole = rows.tocsc()
            squares = whole.data.astype(np.float64) ** 2
            self._squared = sparse.csc_matrix((squares, whole.indices, whole.indptr), shape=whole.shape)
        return self._whole
