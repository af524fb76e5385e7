"""Why two texts are alike, in the words that stand in them."""

from collections.abc import Callable, Iterable, Sequence, Set
from functools import cache
from typing import Literal, NamedTuple

import numpy as np

from .analysis import Term
from .encoders import Encoder, Vectors
from .folding import plain
from .frequencies import runs
from .lexicon import word_list

MOST = 4
WRITTEN, NEAR = 0.5, 0.65
"""From this share of letters on two words are called written alike, from this cosine on near in meaning."""
LOOKED_AT, REMEMBERED = 6, 20_000
ENOUGH = 2
TELLING = 0.55
"""Words below this share of the weight of the rarest one stand in so many texts that they explain nothing."""
VAGUE = word_list("vague")
"""What many ideas ask for in the same words, whatever they are about."""

Kind = Literal["word", "part", "letters", "meaning"]
Nearness = Callable[[Encoder, Sequence[str], Sequence[str]], Vectors]


class Reason(NamedTuple):
    """One pair of words: mine, theirs, and what they share."""

    mine: str
    theirs: str
    kind: Kind  # the same word, a part of it, written alike, or nearly the same meaning


def reasons(
    mine: Sequence[Term],
    others: Sequence[Sequence[Term]],
    *,
    weight: Callable[[str], float],
    rarest: float,
    encoder: Encoder,
) -> list[tuple[Reason, ...]]:
    """Return for each of the other texts at most four pairs of words, the most telling first.

    Where few are shared, also words written alike or near in meaning; for all texts at once, because a model is many
    times faster on all words together. `weight` says how telling a stem is among all texts, `rarest` how telling the
    rarest one.
    """
    mine, others = _clear(mine), [_clear(theirs) for theirs in others]
    found = [[pair for pair, worth in _shared(mine, theirs, weight) if worth >= TELLING * rarest] for theirs in others]
    ways: tuple[tuple[Kind, float, Nearness], ...] = (("letters", WRITTEN, _spelled), ("meaning", NEAR, _meant))
    for kind, bar, nearness in ways:
        lacking = [place for place, shared in enumerate(found) if len(shared) < ENOUGH]
        if kind == "letters" or encoder.dim:
            sides = [_left_over(mine, others[place], weight, found[place]) for place in lacking]
            if kind == "meaning":
                remember(encoder, [word for both in sides for side in both for word in side])
            for place, (left, right) in zip(lacking, sides, strict=True):
                found[place] += _pairs(left, right, nearness(encoder, left, right), kind, bar)
    return [tuple(shared[:MOST]) for shared in found]


def _clear(terms: Sequence[Term]) -> list[Term]:
    """Return the terms without those of vague words."""
    return [term for term in terms if plain(term.surface) not in VAGUE]


def _left_over(
    mine: Sequence[Term], theirs: Sequence[Term], weight: Callable[[str], float], shared: Sequence[Reason]
) -> tuple[list[str], list[str]]:
    """Return the most telling words of both sides that are no reason yet."""
    used = {plain(word) for reason in shared for word in (reason.mine, reason.theirs)}
    return _telling(mine, weight, used), _telling(theirs, weight, used)


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


def _pairs(left: Sequence[str], right: Sequence[str], cosine: Vectors, kind: Kind, bar: float) -> list[Reason]:
    """Return pairs of words that lie this near, each word once, the nearest first."""
    found: dict[int, int] = {}
    for place in np.argsort(-cosine, axis=None, kind="stable"):
        row, column = divmod(int(place), len(right))
        if cosine[row, column] >= bar and row not in found and column not in found.values():
            found[row] = column
    return [Reason(left[row], right[column], kind) for row, column in found.items()]


def _spelled(_: Encoder, left: Sequence[str], right: Sequence[str]) -> Vectors:
    """Return how much the words are written alike: the share of runs of letters in both (Dice, 1945)."""
    mine, theirs = ([frozenset(runs(plain(word)).tolist()) for word in side] for side in (left, right))
    share = [[2 * len(a & b) / (len(a) + len(b)) for b in theirs] for a in mine]
    return np.array(share, dtype=np.float32).reshape(len(left), len(right))


def _meant(encoder: Encoder, left: Sequence[str], right: Sequence[str]) -> Vectors:
    """Return how near the words are in meaning."""
    known, words = remember(encoder, [*left, *right]), [word.lower() for word in (*left, *right)]
    rows = np.array([known[word] for word in words], dtype=np.float32).reshape(len(words), encoder.dim)
    mine, theirs = rows[: len(left)], rows[len(left) :]
    cosine: Vectors = np.round(mine @ theirs.T, 4)
    return cosine


def _telling(terms: Sequence[Term], weight: Callable[[str], float], used: Set[str]) -> list[str]:
    """Return the most telling whole words, as they were written."""
    words = {plain(t.surface): t for t in reversed(terms) if t.kind == "word" and plain(t.surface) not in used}
    kept = [term for word, term in words.items() if len(word) > 3 and word.isalpha()]
    kept.sort(key=lambda term: (-weight(term.stem), term.surface))
    return [term.surface for term in kept[:LOOKED_AT]]


def _once(terms: Iterable[Term]) -> list[Term]:
    return list({(term.stem, term.kind): term for term in terms}.values())


def remember(encoder: Encoder, words: Iterable[str]) -> dict[str, Vectors]:
    """Return the vectors of these words and of others that were asked for before."""
    known, asked = _remembered(encoder), list(dict.fromkeys(word.lower() for word in words))
    if len(known) > REMEMBERED:
        known.clear()
    if fresh := [word for word in asked if word not in known]:
        known.update(zip(fresh, encoder.encode_words(fresh), strict=True))
    return known


@cache
def _remembered(encoder: Encoder) -> dict[str, Vectors]:
    """Return the vectors of words that were asked for before."""
    return {}
