"""The word lists that come with the package; the large Dutch one is unpacked at first use."""

import lzma
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PACKED = "words/dutch.xz"


@dataclass(frozen=True)
class Parts:
    """Known words, and in how many listed compounds each stands first or last (as the power of two)."""

    listed: frozenset[str]
    first: dict[str, int]
    last: dict[str, int]


def word_list(name: str) -> frozenset[str]:
    """Return one of the short lists of folded words."""
    return frozenset(files(__package__).joinpath(f"words/{name}.txt").read_text(encoding="ascii").split())


@cache
def parts() -> Parts:
    """Return the list; it takes a third of a second the first time."""
    text = lzma.decompress(files(__package__).joinpath(PACKED).read_bytes()).decode("ascii")
    words, first, last, before = [], {}, {}, ""
    for line in text.split("\n"):
        word = before[: ord(line[0]) - 48] + line[3:]
        words.append(word)
        if line[1] != "0":
            first[word] = ord(line[1]) - 48
        if line[2] != "0":
            last[word] = ord(line[2]) - 48
        before = word
    return Parts(frozenset(words), first, last)
