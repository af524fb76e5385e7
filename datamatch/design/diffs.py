"""What changed between two texts, word by word."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

# A word or a sign, with the space after it; a text of spaces only is one piece.
PIECE = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


class Part(NamedTuple):
    """A piece of text that stayed, came or went."""

    kind: Literal["same", "added", "removed"]
    text: str


class Run(NamedTuple):
    """A stretch of both texts: pieces that stayed, or those that went and those that came in their place."""

    stays: bool
    old: str
    new: str


def word_diff(before: str, after: str) -> list[Part]:
    """Return the parts in reading order: those not added make the text before, those not removed the text after."""
    old, new = PIECE.findall(str(before)), PIECE.findall(str(after))
    parts: list[Part] = []
    for run in folded(list(runs(old, new))):
        if run.stays:
            parts.append(Part("same", run.old))
            continue
        parts += [Part("removed", run.old)] if run.old else []
        parts += [Part("added", run.new)] if run.new else []
    return parts


def runs(old: list[str], new: list[str]) -> Iterator[Run]:
    """Yield in turn what was replaced (perhaps nothing) and what stayed."""
    i = j = 0
    for at_old, at_new, length in stretches(kept(old, new)):
        yield Run(False, "".join(old[i:at_old]), "".join(new[j:at_new]))
        i, j = at_old + length, at_new + length
        same = "".join(old[at_old:i])
        yield Run(True, same, same)
    yield Run(False, "".join(old[i:]), "".join(new[j:]))


def stretches(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield where pieces stayed that stand next to each other in both texts, and how many they are."""
    first, length = (0, 0), 0
    for pair in pairs:
        if length and pair == (first[0] + length, first[1] + length):
            length += 1
            continue
        if length:
            yield *first, length
        first, length = pair, 1
    if length:
        yield *first, length


def kept(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return which pieces stayed, as pairs of places: a longest common subsequence.

    Bit-parallel (Hyyrö 2004): a row of the table is one whole number, so texts that were made to hurt cost no more
    than others. In row i, bit j is 0 where one more piece stays when piece j of the new text is allowed too.
    """
    places: defaultdict[str, int] = defaultdict(int)
    for j, piece in enumerate(new):
        places[piece] |= 1 << j
    full = (1 << len(new)) - 1
    rows = [full]
    for piece in old:
        row = rows[-1]
        met = row & places[piece] if piece in places else 0
        rows.append(((row + met) | (row - met)) & full)
    return traced(old, new, rows)


def traced(old: list[str], new: list[str], rows: list[int]) -> list[tuple[int, int]]:
    """Walk the table back from its end and return the pairs of places that stayed."""
    pairs: list[tuple[int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if old[i - 1] == new[j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif stays(rows[i - 1], j) == stays(rows[i], j):
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def stays(row: int, j: int) -> int:
    """Return how many pieces stay among the first j of the new text."""
    return j - (row & ((1 << j) - 1)).bit_count()


def folded(found: list[Run]) -> list[Run]:
    """Return the runs with a little word that stayed by chance between two larger changes taken into the change."""
    out: list[Run] = []
    for run in found:
        if run.stays or not out:
            out.append(run)
        elif by_chance(out, run):
            stayed, changed = out.pop(), out.pop()
            out.append(Run(False, changed.old + stayed.old + run.old, changed.new + stayed.new + run.new))
        else:
            out.append(run)
    return [run for run in out if run.old or run.new]


def by_chance(out: list[Run], run: Run) -> bool:
    """Tell whether what stayed last is shorter than what changed on either side of it."""
    if len(out) < 2 or not out[-1].stays:
        return False
    around = (max(len(side.old), len(side.new)) for side in (out[-2], run))
    return len(out[-1].old) < min(around)
