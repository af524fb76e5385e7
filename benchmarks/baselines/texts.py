"""How other programs look for texts that are alike: plain BM25, and the rules of Decidim, Discourse and Fider.

The rules are written down here as their sources state them, on trigram similarity as PostgreSQL's pg_trgm defines it
(its word boundaries and its ratio), and on the Dutch stemmer that PostgreSQL up to 18 has. Where a rule gives no order,
the matches are ordered by similarity, which is to its advantage.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

from Stemmer import Stemmer

from datamatch.engine.text.folding import plain, surfaces
from datamatch.engine.text.stop_words import NL

Texts = Sequence[tuple[str, str]]
Finder = Callable[[str, set[int]], list[int]]
OLD = Stemmer("dutch_porter")
K1, B = 1.2, 0.75


def words_of(text: str) -> list[str]:
    """Return the stems of a text without Dutch stop words, as PostgreSQL's configuration `dutch` gives them."""
    return [OLD.stemWord(word) for surface in surfaces(text) if (word := plain(surface)) not in NL]


class Bm25:
    """Okapi BM25 (Robertson and others, 1994) on stems of the old Dutch stemmer, without compounds."""

    def __init__(self, texts: Texts) -> None:
        self.counts = [Counter(words_of(f"{title}. {body}")) for title, body in texts]
        self.lengths = [sum(count.values()) for count in self.counts]
        self.mean = sum(self.lengths) / len(self.lengths)
        self.df = Counter(word for count in self.counts for word in count)

    def scores(self, query: str) -> list[float]:
        """Return the score of every text."""
        asked = [(word, self.idf(word)) for word in words_of(query) if word in self.df]
        return [
            sum(idf * self.weight(count[word], length) for word, idf in asked if word in count)
            for count, length in zip(self.counts, self.lengths, strict=True)
        ]

    def idf(self, word: str) -> float:
        """Return how rare a word is."""
        return math.log(1 + (len(self.counts) - self.df[word] + 0.5) / (self.df[word] + 0.5))

    def weight(self, times: int, length: int) -> float:
        """Return how much a word counts in a text of this length."""
        return times * (K1 + 1) / (times + K1 * (1 - B + B * length / self.mean))


def bm25(texts: Texts) -> Finder:
    """Return plain BM25."""
    index = Bm25(texts)
    return lambda query, apart: best(index.scores(query), apart)


def decidim(texts: Texts) -> Finder:
    """Return the compare step of Decidim: the larger of both similarities is .25 or more, ten at most."""

    def find(query: str, apart: set[int]) -> list[int]:
        scores = [max(similarity(query, title), similarity(query, body)) for title, body in texts]
        return best([score if score >= 0.25 else 0.0 for score in scores], apart)

    return find


def discourse(texts: Texts) -> Finder:
    """Return the similar topics of Discourse: 15 candidates by rank, of which the summed similarity is above .2."""
    index = Bm25(texts)

    def find(query: str, apart: set[int]) -> list[int]:
        candidates = best(index.scores(query[:200]), apart, 15)
        scores = [0.0] * len(texts)
        for place in candidates:
            title, body = texts[place]
            summed = similarity(query, title) + similarity(query, body)
            scores[place] = summed if summed > 0.2 else 0.0
        return best(scores, apart)

    return find


def fider(texts: Texts) -> Finder:
    """Return the similar posts of Fider: every word of the query begins a word of the text, by rank."""
    index = Bm25(texts)

    def find(query: str, apart: set[int]) -> list[int]:
        asked, scores = set(words_of(query)), index.scores(query)
        held = [all(any(word.startswith(one) for word in count) for one in asked) for count in index.counts]
        return best([score if whole else 0.0 for score, whole in zip(scores, held, strict=True)], apart)

    return find


def best(scores: Sequence[float], apart: set[int], k: int = 5) -> list[int]:
    """Return the places with the highest scores above 0; ties in the order of the texts."""
    found = [place for place, score in enumerate(scores) if score > 0 and place not in apart]
    return sorted(found, key=lambda place: -scores[place])[:k]


def similarity(a: str, b: str) -> float:
    """Return the share of trigrams in both, as pg_trgm counts them."""
    mine, theirs = trigrams(a), trigrams(b)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


@lru_cache(maxsize=10_000)
def trigrams(text: str) -> frozenset[str]:
    """Return the trigrams of the words of a text, two blanks before and one behind each."""
    edged = [f"  {surface.lower()} " for surface in surfaces(text)]
    return frozenset(word[start : start + 3] for word in edged for start in range(len(word) - 2))
