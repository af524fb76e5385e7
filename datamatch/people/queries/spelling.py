"""What somebody meant who typed a word nearly right."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from re import findall

from django.db.models import QuerySet

from datamatch.people.enums import disciplines
from datamatch.people.models import Profile, Skill, Unit

SHORTEST = 4
NEAR_ENOUGH = 0.77
MOST_MEANINGS = 3


@dataclass(frozen=True)
class Word:
    """A word as it was typed, and the words that count as it: itself, or those it resembles."""

    typed: str
    meant: tuple[str, ...]

    @property
    def is_mended(self) -> bool:
        """Tell whether other words stand for it."""
        return self.meant != (self.typed,)


def meanings(word: str, known: set[str]) -> tuple[str, ...]:
    """Return the known words that this one is nearly, the nearest first; none for a short word.

    Likeness is that of Ratcliff and Obershelp (difflib): twice the letters in common over all letters.
    """
    small = word.lower()
    if len(small) < SHORTEST:
        return ()
    near = (other for other in sorted(known) if abs(len(other) - len(small)) <= 2)
    return tuple(get_close_matches(small, list(near), n=MOST_MEANINGS, cutoff=NEAR_ENOUGH))


def vocabulary(findable: QuerySet[Profile]) -> set[str]:
    """Return every word of our lists and of the names of people who can be found, in lower case.

    Nothing else that people told: what they keep to themselves must not come back as a suggestion.
    """
    return {part for name in _names(findable) for part in findall(r"[^\W\d_]{4,}", name.lower())}


def _names(findable: QuerySet[Profile]) -> Iterator[str]:
    """Yield the names of our lists and of people."""
    for both in Skill.objects.values_list("name_nl", "name_en"):
        yield from both
    for discipline in disciplines().values():
        yield from (discipline.nl, discipline.en)
    for both in Unit.objects.values_list("name", "abbreviation"):
        yield from both
    yield from findable.order_by().values_list("person__name", flat=True)
