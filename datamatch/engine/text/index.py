"""The index: texts kept ready, so that the ones alike another text are found at once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from ..arrays import Floats, need, whole
from . import looking
from .analysis import LANGUAGES, Term, analyse, detect
from .copies import COPY, near_copy
from .encoders import Encoder, NullEncoder, alone
from .frequencies import BINS, Table, counts, run_counts
from .mixing import Mix, mix_of
from .vocabulary import Vocabulary
from .why import Reason, prepare, reasons

ENCODED_WORDS, LEAST = 60, 1e-6
"""Of a longer text only the beginning is encoded: the more words, the vaguer the vector. And the lowest score."""

Level = Literal["copy", "strong", "related"]


@dataclass(frozen=True)
class Text:
    """One text to keep."""

    id: str
    title: str
    body: str
    lang: str = ""  # "nl" or "en"; left out, it is detected
    group: str = ""  # who may see it, in the words of the caller
    vector: bytes | None = None  # what `vector_of` returned for it earlier

    @property
    def words(self) -> str:
        """Return title and body as one text."""
        return f"{self.title}. {self.body}"


@dataclass(frozen=True)
class Match:
    """One text that is alike."""

    id: str
    score: float  # orders the matches; says nothing to a reader
    level: Level  # what a reader is told: nearly the same text, much alike, or related
    parts: dict[str, float] = field(hash=False)  # cosines of "words", "chars" and "meaning"
    why: tuple[Reason, ...]  # at most four pairs of words, the most telling first


class Index:
    """Texts that can be compared with another one: `similar` for whole texts, `search` for words somebody looks for.

    Answers depend on the texts that are in it now, not on the order or the way in which they came.
    """

    def __init__(self, encoder: Encoder | None = None) -> None:
        """Begin without texts; without an encoder only words and letters count."""
        self.encoder: Encoder = encoder or NullEncoder()
        self._mix: Mix = mix_of(self.encoder.name)
        self._texts: list[Text | None] = []
        self._place: dict[str, int] = {}
        self._words, self._titles, self._runs = Table(0), Table(0), Table(BINS)
        self._vocabulary = Vocabulary()
        self._vectors: NDArray[np.float32] = np.zeros((0, self.encoder.dim), dtype=np.float32)
        self._groups: list[str] = []

    @classmethod
    def build(cls, texts: Iterable[Text | tuple[str, str, str, str]], encoder: Encoder | None = None) -> "Index":
        """Return an index of these texts, each a `Text` or (id, title, body, lang).

        :param encoder: left out, only words and letters are compared
        :raises ValueError: two texts with one id, or an unknown language
        """
        index = cls(encoder)
        for text in texts:
            index.add(text if isinstance(text, Text) else Text(*text))
        return index

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
        self._groups.append(text.group)
        terms = analyse(text.words, text.lang or None)
        self._words.add(counts(self._vocabulary.columns(terms, grow=True)))
        self._titles.add(counts(self._vocabulary.columns(analyse(text.title, text.lang or None), grow=True)))
        self._runs.add(run_counts(text.words))
        if place >= len(self._vectors):
            more = np.zeros((max(1024, place), self.encoder.dim), dtype=np.float32)
            self._vectors = np.concatenate([self._vectors, more])
        self._vectors[place] = vector

    def remove(self, key: str) -> None:
        """Forget the text with this id.

        :raises ValueError: there is none
        """
        need(key in self._place, "key", f"{key} is not in the index")
        place = self._place.pop(key)
        self._texts[place], self._groups[place] = None, ""
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

    def similar(
        self,
        text: str,
        k: int = 5,
        *,
        lang: str | None = None,
        groups: Collection[str] | None = None,
        among: Collection[str] | None = None,
        exclude: Collection[str] = (),
        worth_showing: bool = False,
    ) -> list[Match]:
        """Return at most `k` texts alike this one, the most alike first; ties by id.

        What may not be seen is left out before anything is compared.

        :param text: the words to compare, title first
        :param k: 0 or more
        :param lang: "nl" or "en"; left out, it is detected
        :param groups: only texts of these groups; left out, of all
        :param among: only texts with these ids; left out, all
        :param exclude: ids to leave out
        :param worth_showing: leave out what is hardly alike (below the bar of `related`), and without an encoder also
            what has no reason that can be shown; otherwise whatever is not wholly unlike counts
        :raises ValueError: naming the argument that does not fit
        """
        k = whole("k", k, 0)
        terms = analyse(text, lang)
        allowed = self._allowed(groups, among, exclude)
        if not k or not len(allowed) or not (terms or text.strip()):
            return []
        cosine = self._cosines(text, terms)
        score = np.round(self._mix.score(cosine), 6)
        least = self._mix.related if worth_showing else LEAST
        chosen = [place for place in self._best(score, allowed, k) if score[place] >= least]
        prepare([terms, *(self._terms_at(place) for place in chosen)], weight=self._weight, encoder=self.encoder)
        found = [self._match(place, text, terms, float(score[place]), cosine) for place in chosen]
        return [match for match in found if match.why or self.encoder.dim or not worth_showing]

    def search(
        self,
        query: str,
        k: int = 50,
        *,
        groups: Collection[str] | None = None,
        among: Collection[str] | None = None,
    ) -> list[Match]:
        """Return at most `k` texts that hold the words of a query, best first.

        Every word is looked for as it stands, by its stem in Dutch and in English, as part of a compound, as the
        beginning of a word, and with a typing error. Of three words or fewer a text has them all, when there is such
        a text; otherwise at least half. When no text has any of them, those that are alike in meaning are returned, if
        there is an encoder.

        :param query: a few words
        :param k: 0 or more
        :param groups: as for `similar`
        :param among: as for `similar`
        :raises ValueError: naming the argument that does not fit
        """
        k = whole("k", k, 0)
        allowed = self._allowed(groups, among, ())
        if not k or not len(allowed):
            return []
        words = looking.wanted(query, self._vocabulary, self._words.held(allowed))
        if not words:
            return self._by_meaning(query, k, groups, among)
        fit = looking.fits(words, self._words, self._titles, allowed)
        cosine = self._cosines(query, [term for lang in LANGUAGES for term in analyse(query, lang)])
        score = looking.LENGTH * self._mix.lexical(cosine)
        score[allowed] += looking.score(words, fit, self._words)
        best = self._best(np.round(score, 6), allowed[looking.enough(fit)], k)
        terms = analyse(query, detect(query))
        return [self._match(place, query, terms, float(score[place]), cosine) for place in best]

    def _by_meaning(
        self, query: str, k: int, groups: Collection[str] | None, among: Collection[str] | None
    ) -> list[Match]:
        """Return what is alike in meaning to a query whose words no text holds; nothing without an encoder."""
        return self.similar(query, k, groups=groups, among=among, worth_showing=True) if self.encoder.dim else []

    def stems_for(self, query: str) -> frozenset[str]:
        """Return stems of which a text that `search` finds holds at least one: a database can narrow down by them."""
        return frozenset(self._vocabulary.stems[column] for column in looking.anything(query, self._vocabulary))

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
        places = self._place.values() if among is None else [self._place[i] for i in set(among) if i in self._place]
        out = {self._place[i] for i in exclude if i in self._place}
        may = None if groups is None else set(groups)
        kept = [place for place in places if place not in out and (may is None or self._groups[place] in may)]
        return np.array(sorted(kept), dtype=np.int64)

    def _cosines(self, text: str, terms: Sequence[Term]) -> dict[str, Floats]:
        found = {
            "words": self._words.cosines(counts(self._vocabulary.columns(terms, grow=False))),
            "chars": self._runs.cosines(run_counts(text)),
        }
        if self.encoder.dim:
            mine = np.frombuffer(encoded(text, self.encoder), dtype="<f2").astype(np.float32)
            with alone():
                found["meaning"] = (self._vectors[: len(self._texts)] @ mine).astype(np.float64)
        return found

    def _best(self, score: Floats, allowed: NDArray[np.int64], k: int) -> list[int]:
        """Return the k places with the highest scores; ties by id."""
        values = score[allowed]
        if len(allowed) > k:
            allowed = allowed[values >= np.partition(values, -k)[-k]]
        return sorted(allowed.tolist(), key=lambda place: (-score[place], self._at(place).id))[:k]

    def _at(self, place: int) -> Text:
        return cast(Text, self._texts[place])

    def _terms_at(self, place: int) -> list[Term]:
        text = self._at(place)
        return analyse(text.words, text.lang or None)

    def _match(self, place: int, mine: str, terms: Sequence[Term], score: float, cosine: dict[str, Floats]) -> Match:
        text = self._at(place)
        copied = near_copy(mine, text.words) >= COPY or near_copy(mine, text.body) >= COPY
        level: Level = "copy" if copied else "strong" if score >= self._mix.strong else "related"
        theirs = self._terms_at(place)
        why = reasons(terms, theirs, weight=self._weight, rarest=self._words.rarest(), encoder=self.encoder)
        parts = {name: round(float(values[place]), 6) for name, values in cosine.items()}
        return Match(text.id, score, level, parts, why)

    def _weight(self, stem: str) -> float:
        return self._words.idf(self._vocabulary.column(stem))


def encoded(text: str, encoder: Encoder) -> bytes:
    """Return the vector of a text as bytes (16-bit floats), from its first 60 words; empty without a model."""
    short = " ".join(text.split()[:ENCODED_WORDS])
    return bytes(encoder.encode([short])[0].astype("<f2").tobytes())
