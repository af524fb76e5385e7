"""Near copies: texts of which one was pasted from the other."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from .folding import plain, surfaces

SHINGLE = 4
COPY = 0.5
"""From this share on, two texts are called copies."""

Run = tuple[str, ...]


def near_copy(a: str, b: str) -> float:
    """Return how much of two texts is the same word for word: 0 nothing, 1 all.

    The Jaccard index of their runs of four words (Broder, 1997); a text of fewer words is one run.
    """
    mine, theirs = shingles(a), shingles(b)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


@lru_cache(maxsize=2_000)
def shingles(text: str) -> frozenset[Run]:
    """Return the runs of four words of a text, folded."""
    words = [plain(surface) for surface in surfaces(text)]
    if not words:
        return frozenset()
    return frozenset(tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1)))


def gathered(ranked: Iterable[int], words_of: Callable[[int], str], k: int) -> dict[int, list[int]]:
    """Return the first k texts that are no copies of one another, each with its near copies among all that are ranked.

    :param ranked: texts by number, the best first
    :param words_of: what is compared of a text
    """
    heads: dict[int, list[int]] = {}
    holding: dict[Run, list[int]] = {}
    for one in ranked:
        mine = shingles(words_of(one))
        shared = Counter(head for run in mine for head in holding.get(run, ()))
        copied = (h for h, count in shared.items() if count >= COPY * len(mine | shingles(words_of(h))))
        head = next(copied, None)
        if head is not None:
            heads[head].append(one)
        elif len(heads) < k:
            heads[one] = []
            for run in mine:
                holding.setdefault(run, []).append(one)
    return heads
