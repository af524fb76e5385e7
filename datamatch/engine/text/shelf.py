"""The shelf: texts kept ready as rows of counts and vectors."""

from collections.abc import Collection
from typing import cast

import numpy as np
from numpy.typing import NDArray

from ..arrays import Bools, need
from .analysis import LANGUAGES, analyse
from .encoders import Encoder, NullEncoder
from .frequencies import BINS, Table, counts, run_counts
from .texts import Text
from .vocabulary import Vocabulary

ENCODED_WORDS = 60
"""Of a longer text only the beginning is encoded: the more words, the vaguer the vector."""
NOWHERE = -1
"""The group of a place of which the text was removed."""


class Shelf:
    """Texts, each with its words, letters and vector, in places that never move."""

    def __init__(self, encoder: Encoder | None = None) -> None:
        """Begin without texts; without an encoder only words and letters count."""
        self.encoder: Encoder = encoder or NullEncoder()
        self._texts: list[Text | None] = []
        self._place: dict[str, int] = {}
        self._words, self._titles, self._runs = Table(0), Table(0), Table(BINS)
        self._vocabulary = Vocabulary()
        self._vectors: NDArray[np.float32] = np.zeros((0, self.encoder.dim), dtype=np.float32)
        self._groups: dict[str, int] = {}
        self._group_at: NDArray[np.int32] = np.zeros(0, dtype=np.int32)

    def __len__(self) -> int:
        return len(self._place)

    def __contains__(self, key: object) -> bool:
        return key in self._place

    def add(self, text: Text) -> None:
        """Keep one more text.

        :raises ValueError: its id is taken, its language unknown, or its vector of another model
        """
        need(text.id not in self._place, "text", f"{text.id} is in the index already; use update")
        need(text.lang in ("", *LANGUAGES), "text", f"give lang as one of {LANGUAGES}, or leave it out")
        vector = self._vector(text)
        place = len(self._texts)
        self._place[text.id] = place
        self._texts.append(text)
        terms = analyse(text.words, text.lang or None)
        self._words.add(counts(self._vocabulary.columns(terms, grow=True)))
        self._titles.add(counts(self._vocabulary.columns(analyse(text.title, text.lang or None), grow=True)))
        self._runs.add(run_counts(text.words))
        if place >= len(self._vectors):
            more = np.zeros((max(1024, place), self.encoder.dim), dtype=np.float32)
            self._vectors = np.concatenate([self._vectors, more])
            self._group_at = np.concatenate([self._group_at, np.full(len(more), NOWHERE, dtype=np.int32)])
        self._vectors[place] = vector
        self._group_at[place] = self._groups.setdefault(text.group, len(self._groups))

    def remove(self, key: str) -> None:
        """Forget the text with this id.

        :raises ValueError: there is none
        """
        need(key in self._place, "key", f"{key} is not in the index")
        place = self._place.pop(key)
        self._texts[place], self._group_at[place] = None, NOWHERE
        self._words.drop(place)
        self._titles.drop(place)
        self._runs.drop(place)

    def update(self, text: Text) -> None:
        """Keep other words for a text, or keep it when it is new.

        :raises ValueError: as `add`
        """
        if text.id in self._place:
            self.remove(text.id)
        self.add(text)

    def vector_of(self, key: str) -> bytes:
        """Return the vector of the text with this id as bytes (16-bit floats), empty without an encoder."""
        return bytes(self._vectors[self._place[key]].astype("<f2").tobytes())

    def _vector(self, text: Text) -> NDArray[np.float32]:
        raw = text.vector if text.vector is not None else encoded(text.words, self.encoder)
        need(len(raw) == 2 * self.encoder.dim, "text", f"give a vector of {self.encoder.name}, or leave it out")
        return np.frombuffer(raw, dtype="<f2").astype(np.float32)

    def _allowed(
        self, groups: Collection[str] | None, among: Collection[str] | None, exclude: Collection[str]
    ) -> NDArray[np.int64]:
        """Return the places that may be seen, ascending."""
        may = self._group_at[: len(self._texts)] != NOWHERE if groups is None else self._in_groups(groups)
        if among is not None:
            asked = np.zeros(len(self._texts), dtype=np.bool_)
            asked[[self._place[key] for key in among if key in self._place]] = True
            may &= asked
        may[[self._place[key] for key in exclude if key in self._place]] = False
        return np.flatnonzero(may)

    def _in_groups(self, groups: Collection[str]) -> Bools:
        """Return per place whether its text is of one of these groups."""
        known = [self._groups[group] for group in groups if group in self._groups]
        return np.isin(self._group_at[: len(self._texts)], np.array(known, dtype=np.int32))

    def _at(self, place: int) -> Text:
        return cast(Text, self._texts[place])

    def _weight(self, stem: str) -> float:
        return self._words.idf(self._vocabulary.column(stem))


def encoded(text: str, encoder: Encoder) -> bytes:
    """Return the vector of a text as bytes (16-bit floats), from its first 60 words; empty without a model."""
    short = " ".join(text.split()[:ENCODED_WORDS])
    return bytes(encoder.encode([short])[0].astype("<f2").tobytes())
