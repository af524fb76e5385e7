"""Near copies: texts of which one was pasted from the other."""

from .folding import plain, surfaces

SHINGLE = 4
COPY = 0.5
"""From this share on, two texts are called copies."""


def near_copy(a: str, b: str) -> float:
    """Return how much of two texts is the same word for word: 0 nothing, 1 all.

    The Jaccard index of their runs of four words (Broder, 1997); a text of fewer words is one run.
    """
    mine, theirs = shingles(a), shingles(b)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of four words of a text, folded."""
    words = [plain(surface) for surface in surfaces(text)]
    if not words:
        return frozenset()
    return frozenset(tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1)))
