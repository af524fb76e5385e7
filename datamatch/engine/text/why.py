"""Why two texts are alike, in the words that stand in them."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np

from .analysis import Term
from .encoders import Encoder, Vectors
from .folding import plain
from .lexicon import word_list

MOST = 4
NEAR = 0.65
"""From this cosine on, two words are called near in meaning."""
LOOKED_AT = 10
ENOUGH = 2
TELLING = 0.55
"""Words below this share of the weight of the rarest one stand in so many texts that they explain nothing."""
VAGUE = word_list("vague")
"""What many ideas ask for in the same words, whatever they are about."""

Kind = Literal["word", "part", "meaning"]


class Reason(NamedTuple):
    """One pair of words: mine, theirs, and what they share."""

    mine: str
    theirs: str
    kind: Kind  # the same word, a part of it, or nearly the same meaning


def reasons(
    mine: Sequence[Term], theirs: Sequence[Term], *, weight: Callable[[str], float], rarest: float, encoder: Encoder
) -> tuple[Reason, ...]:
    """Return at most four pairs of words, the most telling first; words near in meaning where few are shared.

    `weight` says how telling a stem is among all texts, `rarest` how telling the rarest one.
    """
    mine, theirs = [[term for term in side if plain(term.surface) not in VAGUE] for side in (mine, theirs)]
    shared = [pair for pair, worth in _shared(mine, theirs, weight) if worth >= TELLING * rarest]
    if len(shared) >= ENOUGH or not encoder.dim:
        return tuple(shared[:MOST])
    used = {plain(word) for reason in shared for word in (reason.mine, reason.theirs)}
    return tuple([*shared, *_near(mine, theirs, weight, encoder, used)][:MOST])


def _shared(mine: Sequence[Term], theirs: Sequence[Term], weight: Callable[[str], float]) -> list[tuple[Reason, float]]:
    """Return one pair per pair of written words, by what they share, each with its weight."""
    by_stem: dict[str, Term] = {}
    for term in theirs:
        if term.stem not in by_stem or (by_stem[term.stem].kind, term.kind) == ("part", "word"):
            by_stem[term.stem] = term
    found: list[tuple[Reason, float]] = []
    seen: set[str] = set()
    for term in sorted(_once(mine), key=lambda term: (term.kind == "part", -weight(term.stem), term.stem)):
        other = by_stem.get(term.stem)
        if other is None or plain(term.surface) in seen or plain(other.surface) in seen:
            continue
        seen |= {plain(term.surface), plain(other.surface)}
        kind: Kind = "word" if term.kind == other.kind == "word" else "part"
        found.append((Reason(term.surface, other.surface, kind), weight(term.stem)))
    return found


def _near(
    mine: Sequence[Term], theirs: Sequence[Term], weight: Callable[[str], float], encoder: Encoder, used: set[str]
) -> list[Reason]:
    """Return pairs of words that mean nearly the same, each word once, the nearest first."""
    left, right = _telling(mine, weight, used), _telling(theirs, weight, used)
    if not left or not right:
        return []
    cosine = np.round(_vectors(encoder, left) @ _vectors(encoder, right).T, 4)
    found: dict[int, int] = {}
    for place in np.argsort(-cosine, axis=None, kind="stable"):
        row, column = divmod(int(place), len(right))
        if cosine[row, column] >= NEAR and row not in found and column not in found.values():
            found[row] = column
    return [Reason(left[row], right[column], "meaning") for row, column in found.items()]


def _telling(terms: Sequence[Term], weight: Callable[[str], float], used: set[str]) -> list[str]:
    """Return the most telling whole words, as they were written."""
    words = {plain(t.surface): t for t in reversed(terms) if t.kind == "word" and plain(t.surface) not in used}
    kept = [term for word, term in words.items() if len(word) > 3 and word.isalpha()]
    kept.sort(key=lambda term: (-weight(term.stem), term.surface))
    return [term.surface for term in kept[:LOOKED_AT]]


def _once(terms: Iterable[Term]) -> list[Term]:
    return list({(term.stem, term.kind): term for term in terms}.values())


def _vectors(encoder: Encoder, words: Sequence[str]) -> Vectors:
    return np.array([_vector(encoder, word.lower()) for word in words])


@lru_cache(maxsize=20_000)
def _vector(encoder: Encoder, word: str) -> Vectors:
    row: Vectors = encoder.encode([word])[0]
    return row
