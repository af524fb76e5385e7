"""Dutch compounds taken apart: `ziekteverzuim` is `ziekte` and `verzuim`."""

from functools import lru_cache

from .lexicon import Parts, parts, word_list

SHORTEST, LONGEST = 3, 12
SHORTEST_WORD = 7
LINKS = ("", "s", "e", "en", "n")
"""What Dutch puts between two parts, the plainest first."""
PART, GAIN, LINK, SHORT = 10.0, 0.8, 0.5, 2.5
"""What a cut costs per part, what each doubling of the compounds with it saves, what a link and a short part cost."""
FEW = 5
"""A part of three letters stands in at least 2^4 listed compounds."""
DEAREST, DEAREST_LISTED = 30.0, 14.0
"""Above this a cut is not believed; a word that the list knows is left whole sooner."""
NO_PARTS = word_list("no_parts")
"""Prefixes, endings and small words that are no parts of a compound, though a list may have them."""


def split(word: str) -> tuple[str, ...]:
    """Return the parts of a folded Dutch word, or nothing when it is not a compound.

    Of all ways to cut the word in parts of 3 to 12 letters that the list knows, with the links that Dutch puts
    between them, the cheapest is taken: few parts, each of them a part of many other compounds.
    """
    return _split(word) if len(word) >= SHORTEST_WORD else ()


@lru_cache(maxsize=100_000)
def _split(word: str) -> tuple[str, ...]:
    known = parts()
    cost, found = _best(word, known)
    dearest = DEAREST_LISTED if word in known.listed else DEAREST
    return found if len(found) > 1 and cost <= dearest else ()


def _best(word: str, known: Parts) -> tuple[float, tuple[str, ...]]:
    """Return the cheapest cut: dynamic programming over the places where a part may end."""
    ways: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for end in range(SHORTEST, len(word) + 1):
        for start in range(max(0, end - LONGEST - 2), end - SHORTEST + 1):
            if start not in ways:
                continue
            before, chosen = ways[start]
            step = _step(word[start:end], known, first=start == 0, last=end == len(word))
            if step is not None and before + step[0] < ways.get(end, (float("inf"), ()))[0]:
                ways[end] = (before + step[0], (*chosen, step[1]))
    return ways.get(len(word), (float("inf"), ()))


def _step(piece: str, known: Parts, *, first: bool, last: bool) -> tuple[float, str] | None:
    """Return what one part with its link costs, and the part; None when it is none."""
    best: tuple[float, str] | None = None
    for link in ("",) if last else LINKS:
        part = piece.removesuffix(link) if link and piece.endswith(link) else piece if not link else ""
        if not SHORTEST <= len(part) <= LONGEST or part in NO_PARTS:
            continue
        uses = known.last if last else known.first
        if part not in known.listed or (len(part) < 4 and uses.get(part, 0) < FEW):
            continue
        cost = PART - GAIN * uses.get(part, 0) + (LINK if link else 0.0) + (SHORT if len(part) < 4 else 0.0)
        if best is None or cost < best[0]:
            best = (cost, part)
    return best
