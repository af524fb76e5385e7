"""Which texts are like an idea, as far as a reader may see them."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import QuerySet

from datamatch.editions.models import Edition
from datamatch.editions.queries import editions_shown, same_words_in
from datamatch.foundation import search
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea, Likeness
from datamatch.people.models import Person

KINDS = ("idea", "case")
FEWEST_WORDS = 3


def alike_to(text: str, *, edition: Edition, to: Person) -> list[search.Match]:
    """Return at most five ideas and cases like a text, of editions this reader may read; nothing below three words.

    What the reader wrote themselves is left out, and near copies are one. The edition is that of the text.
    """
    if len(text.split()) < FEWEST_WORDS:
        return []
    own = Idea.objects.of_author(to).values_list("public_id", flat=True)
    return search.similar(
        text, kinds=KINDS, scopes=list(readable_editions(to)), exclude=own, synonyms=same_words_in(edition),
        home=edition.public_id, one_of_copies=True,
    )  # fmt: skip


def readable_editions(reader: Person) -> dict[UUID, Edition]:
    """Return the editions whose ideas this reader may read, by public id; a sealed call shows none."""
    return {edition.public_id: edition for edition in editions_shown(to=reader) if not edition.is_sealed}


def words_compared(idea: Idea) -> str:
    """Return the words of an idea that are compared, the title first."""
    return ". ".join(part for part in (idea.title, idea.demand, idea.data, idea.result) if part)


def likenesses_of(idea: Idea, by: Person) -> dict[UUID, Likeness]:
    """Return what this person said about texts like their idea, by the public id of the other."""
    return {said.other: said for said in Likeness.objects.filter(idea=idea, by=by)}


LIKENESS_COLUMNS = ("number", "title", "other kind", "other", "other title", "level", "choice", "because", "when")


def likenesses_in(edition: Edition) -> QuerySet[Likeness]:
    """Return what authors of sent ideas of an edition said about texts like theirs, newest first; never who said it."""
    said = Likeness.objects.filter(idea__edition=edition, idea__state=IdeaState.SENT)
    return said.select_related("idea").defer("by").order_by("-at", "-pk")


def with_others(answers: Sequence[Likeness], *, to: Person) -> Iterator[tuple[Likeness, search.Kept | None]]:
    """Yield these answers, each with the text it is about, as far as this reader may still read that."""
    texts = search.kept(kinds=KINDS, scopes=list(readable_editions(to)), among={said.other for said in answers})
    for said in answers:
        yield said, texts.get((said.other_kind, said.other))


def likeness_rows(edition: Edition, *, to: Person) -> Iterator[Sequence[object]]:
    """Yield a row per answer under the columns of `LIKENESS_COLUMNS`: the organisation's own test set of likeness."""
    for said, other in with_others(list(likenesses_in(edition)), to=to):
        yield (
            said.idea.number, said.idea.title, said.other_kind, said.other, other.title if other else "", said.level,
            said.choice, said.because, f"{said.at:%Y-%m-%d}",
        )  # fmt: skip
