"""The index: texts kept ready, so that the ones alike another text are found at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..arrays import Floats, need, whole
from . import looking
from .analysis import LANGUAGES, Term, analyse, detect
from .copies import COPY, gathered, near_copy
from .encoders import Encoder, alone
from .folding import plain
from .frequencies import counts, run_counts
from .mixing import Mix, Purpose, mix_of
from .shelf import Shelf, encoded
from .stop_words import BOTH
from .synonyms import Synonyms, widened
from .texts import Level, Match, Text
from .why import reasons

LEAST = 1e-6
"""The lowest score that is any likeness."""
EVERYWHERE, MANY = 0.3, 10
"""A word in more than this share of the texts at home says nothing, once there are so many; so many, too, tell what
is usual."""
LOOKED_AT = 8
"""Among so many times the texts asked for, near copies are looked for."""


class Index(Shelf):
    """Texts that can be compared with another one: `similar` for whole texts, `search` for words somebody looks for.

    Answers depend on the texts that are in it now, not on the order or the way in which they came.
    """

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
        purpose: Purpose = "alike",
        synonyms: Synonyms = (),
        home: str | None = None,
        one_of_copies: bool = False,
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
        :param purpose: "profile" when one side says what somebody can, and the other is a text on a subject
        :param synonyms: groups of phrases that stand for the same
        :param home: the group of the text: a word that stands nearly everywhere in it says nothing, and how alike its
            texts usually are is what others are measured by; left out, that of all that may be seen
        :param one_of_copies: of texts that are near copies of one another return the best, with the ids of the others
        :raises ValueError: naming the argument that does not fit
        """
        k, mix = whole("k", k, 0), mix_of(self.encoder.name, purpose)
        need(lang is None or lang in LANGUAGES, "lang", f"choose one of {LANGUAGES}")
        wide, terms = widened(text, lang or detect(text), synonyms)
        allowed = self._allowed(groups, among, exclude)
        if not k or not len(allowed) or not (terms or text.strip()):
            return []
        there = np.flatnonzero(self._in_groups(() if home is None else [home]))
        cosine = self._cosines(wide, terms, self._dull(terms, there))
        score = np.round(mix.score(cosine), 6)
        usual = there if len(there) >= MANY else allowed
        if len(usual) >= MANY:
            mix = mix.beside(score[usual])
        least = mix.related if worth_showing else LEAST
        best = self._best(score, allowed, LOOKED_AT * k if one_of_copies else k)
        best = [p for n, p in enumerate(best) if score[p] >= least or (n < k and self._is_copy(p, text))]
        heads = gathered(best, self._words_at, k) if one_of_copies else dict.fromkeys(best, ())
        found = self._matches(heads, text, terms, (mix, score, cosine))
        return [match for match in found if match.why or self.encoder.dim or not worth_showing]

    def search(
        self,
        query: str,
        k: int = 50,
        *,
        groups: Collection[str] | None = None,
        among: Collection[str] | None = None,
        synonyms: Synonyms = (),
        one_of_copies: bool = False,
        every_word: bool = False,
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
        :param synonyms: as for `similar`
        :param one_of_copies: as for `similar`, among the best `k`
        :param every_word: return nothing unless a text holds every word
        :raises ValueError: naming the argument that does not fit
        """
        k = whole("k", k, 0)
        allowed = self._allowed(groups, among, ())
        if not k or not len(allowed):
            return []
        words = looking.wanted(query, self._vocabulary, self._words.held(allowed), synonyms)
        if not words:
            return [] if every_word else self._by_meaning(query, k, groups, among)
        mix = mix_of(self.encoder.name)
        fit = looking.fits(words, self._words, self._titles, allowed)
        if every_word and not (fit > 0).all(axis=1).any():
            return []
        cosine = self._cosines(query, [term for lang in LANGUAGES for term in analyse(query, lang)])
        score = looking.LENGTH * mix.lexical(cosine)
        score[allowed] += looking.score(words, fit, self._words)
        best = self._best(np.round(score, 6), allowed[looking.enough(fit)], k)
        heads = gathered(best, self._words_at, k) if one_of_copies else dict.fromkeys(best, ())
        return self._matches(heads, query, analyse(query, detect(query)), (mix, score, cosine))

    def _by_meaning(
        self, query: str, k: int, groups: Collection[str] | None, among: Collection[str] | None
    ) -> list[Match]:
        """Return what is alike in meaning to a query whose words no text holds; nothing without an encoder."""
        return self.similar(query, k, groups=groups, among=among, worth_showing=True) if self.encoder.dim else []

    def stems_for(self, query: str, synonyms: Synonyms = ()) -> tuple[frozenset[str], ...]:
        """Return for each word of a query the stems of which a text that holds it has one.

        A database can narrow down by them. A text that `search` finds holds a stem of some word; it holds one of each
        when the query has no more than `looking.FEW` words and any text does.
        """
        found = looking.anything(query, self._vocabulary, synonyms)
        return tuple(frozenset(self._vocabulary.stems[column] for column in columns) for columns in found)

    def _dull(self, terms: Sequence[Term], places: NDArray[np.int64]) -> frozenset[str]:
        """Return the stems that stand in so many of the texts at these places that they say nothing."""
        if len(places) < MANY or not terms:
            return frozenset()
        columns = {term.stem: self._vocabulary.column(term.stem) for term in terms}
        share = self._words.share(np.array(list(columns.values()), dtype=np.int64), places)
        return frozenset(stem for stem, part in zip(columns, share, strict=True) if part > EVERYWHERE)

    def _cosines(self, text: str, terms: Sequence[Term], dull: Collection[str] = ()) -> dict[str, Floats]:
        telling = [term for term in terms if term.stem not in dull] if dull else terms
        without = {plain(term.surface) for term in terms if term.kind == "word" and term.stem in dull} if dull else ()
        found = {
            "words": self._words.cosines(counts(self._vocabulary.columns(telling, grow=False))),
            "chars": self._runs.cosines(run_counts(text, BOTH.union(without))),
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

    def _words_at(self, place: int) -> str:
        """Return what is compared to tell copies: the body, or the title where there is none."""
        return self._at(place).body or self._at(place).title

    def _matches(
        self,
        heads: Mapping[int, Sequence[int]],
        mine: str,
        terms: Sequence[Term],
        scored: tuple[Mix, Floats, Mapping[str, Floats]],
    ) -> list[Match]:
        """Return what a reader is told about the texts at these places."""
        mix, score, cosine = scored
        theirs = [analyse(text.words, text.lang or None) for text in map(self._at, heads)]
        why = reasons(terms, theirs, weight=self._weight, rarest=self._words.rarest(), encoder=self.encoder)
        return [
            Match(
                self._at(place).id,
                float(score[place]),
                self._level(place, mine, float(score[place]), mix),
                {name: round(float(values[place]), 6) for name, values in cosine.items()},
                because,
                tuple(self._at(copy).id for copy in copies),
            )
            for (place, copies), because in zip(heads.items(), why, strict=True)
        ]

    def _level(self, place: int, mine: str, score: float, mix: Mix) -> Level:
        """Return what a reader is told of a score."""
        return "copy" if self._is_copy(place, mine) else "strong" if score >= mix.strong else "related"

    def _is_copy(self, place: int, mine: str) -> bool:
        """Tell whether one text was pasted from the other."""
        text = self._at(place)
        return max(near_copy(mine, text.words), near_copy(mine, text.body)) >= COPY
