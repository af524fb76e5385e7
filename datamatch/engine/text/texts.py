"""What goes into an index, and what comes out of it."""

from dataclasses import dataclass, field
from typing import Literal

from .why import Reason

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
    """One text that is alike, with the near copies of it that would have stood right below it."""

    id: str
    score: float  # orders the matches; says nothing to a reader
    level: Level  # what a reader is told: nearly the same text, much alike, or related
    parts: dict[str, float] = field(hash=False)  # cosines of "words", "chars" and "meaning"
    why: tuple[Reason, ...]  # at most four pairs of words, the most telling first
    copies: tuple[str, ...] = ()  # ids
