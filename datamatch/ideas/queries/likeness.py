"""Which texts are like an idea, as far as a reader may see them."""

from uuid import UUID

from datamatch.editions.models import Edition
from datamatch.editions.queries import editions_shown
from datamatch.foundation import search
from datamatch.ideas.models import Idea, Likeness
from datamatch.people.models import Person

KINDS = ("idea", "case")
FEWEST_WORDS = 3


def alike_to(text: str, *, to: Person) -> list[search.Match]:
    """Return at most five ideas and cases like a text, of editions this reader may read; nothing below three words.

    What the reader wrote themselves is left out.
    """
    if len(text.split()) < FEWEST_WORDS:
        return []
    own = Idea.objects.of_author(to).values_list("public_id", flat=True)
    return search.similar(text, kinds=KINDS, scopes=list(readable_editions(to)), exclude=own)


def readable_editions(reader: Person) -> dict[UUID, Edition]:
    """Return the editions whose ideas this reader may read, by public id; a sealed call shows none."""
    return {edition.public_id: edition for edition in editions_shown(to=reader) if not edition.is_sealed}


def words_compared(idea: Idea) -> str:
    """Return the words of an idea that are compared, the title first."""
    return ". ".join(part for part in (idea.title, idea.demand, idea.data, idea.result) if part)


def likenesses_of(idea: Idea, by: Person) -> dict[UUID, Likeness]:
    """Return what this person said about texts like their idea, by the public id of the other."""
    return {said.other: said for said in Likeness.objects.filter(idea=idea, by=by)}
