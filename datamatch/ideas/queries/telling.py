"""What tells in words who made an idea."""

import re

from django.db.models import Q

from datamatch.editions.enums import MakersKnown, Stage
from datamatch.editions.models import Edition
from datamatch.ideas.models import Comment, Idea
from datamatch.ideas.queries.alone import alone
from datamatch.ideas.queries.ideas import authors_of, sees_authors
from datamatch.people.models import Person, Unit

SHORTEST = 3
# Small words in names: alone they tell nothing, and Dutch texts are full of them.
SMALL = {
    "van", "von", "der", "den", "des", "ter", "ten", "het", "dos", "das", "del", "della", "bin", "ibn", "und", "zur",
    "zum",
}  # fmt: skip


def telling(idea: Idea) -> re.Pattern[str]:
    """Return the pattern of what tells who made an idea: names and addresses of its makers, and their units.

    Whole names count however they are written; a single word of a name, or of a unit, only as a name is written.
    """
    makers = makers_of(idea)
    units = {idea.unit_name, *units_of(idea, makers)}
    parts = {part for maker in makers for part in name_parts(maker.name)}
    whole = {maker.email for maker in makers} | {name for name in units if " " in name}
    whole |= {maker.name for maker in makers}
    return alone(filter(long_enough, whole), as_written=filter(long_enough, parts | units))


def makers_of(idea: Idea) -> list[Person]:
    """Return who wrote the idea, and who said something about it as an author and wrote along then."""
    said = Comment.objects.filter(idea=idea, as_author=True).order_by().values("by")
    return [*authors_of(idea), *Person.objects.filter(pk__in=said)]


def units_of(idea: Idea, makers: list[Person]) -> set[str]:
    """Return the names and abbreviations of the units of an idea and of its makers."""
    theirs = Q(profiles__person__in=makers) | Q(pk__in=[pk for pk in (idea.unit_id, idea.for_unit_id) if pk])
    units = Unit.objects.filter(theirs).order_by()
    return {name for pair in units.values_list("name", "abbreviation") for name in pair}


def name_parts(name: str) -> set[str]:
    """Return the words of a name that tell by themselves; the first also in small letters, as people sign."""
    parts = [part for part in name.split() if part.casefold() not in SMALL]
    return {*parts, *(part.lower() for part in parts[:1])}


def long_enough(word: str) -> bool:
    """Tell whether a word is long enough to tell something by itself."""
    return len(word) >= SHORTEST


def makers_stay_hidden(edition: Edition) -> bool:
    """Tell whether there is still somebody who may not know who made the ideas of an edition."""
    return not edition.has_come(Stage.MATCHING) or edition.makers_known == MakersKnown.NEVER


def telling_to(idea: Idea, reader: Person) -> re.Pattern[str] | None:
    """Return what this reader may not find in the words of the makers; None when they may know who made the idea."""
    return None if sees_authors(idea, reader) else telling(idea)
