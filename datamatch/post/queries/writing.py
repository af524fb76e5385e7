"""Who is written to about a decision, and in which words."""

from collections.abc import Iterator
from datetime import date

from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.post.queries.letters import authors_in, ideas_of_round
from datamatch.post.queries.wording import Told, Wording, worded
from datamatch.screening.enums import Round
from datamatch.screening.models import Decision
from datamatch.screening.queries import (
    confirmation_of,
    decisions_in,
    publication_of,
    remarks_in,
    remarks_on,
    words_in,
    words_on,
)


def confirm_by_in(edition: Edition, round: str) -> date | None:
    """Return by which day the chosen of a round confirm, or None when nobody is asked to."""
    planned = publication_of(edition, round)
    return planned.confirm_by if planned else None


def wordings(edition: Edition, round: str, by: Person) -> Iterator[tuple[Decision, Person, Wording]]:
    """Yield every decision of a round with each of its readers and the words for them."""
    about = ideas_of_round(edition, round)
    authors = authors_in(about)
    readers = Person.objects.in_bulk({person for people in authors.values() for person in people})
    # A verdict carries the jury's own reason; what the screeners said was told in the first letter.
    words, remarks = (words_in(edition), remarks_in(edition)) if round == Round.SHORTLIST else ({}, {})
    confirm_by = confirm_by_in(edition, round)
    decisions = decisions_in(edition, round).filter(idea__in=about)
    for decision in decisions.select_related("idea__edition__programme"):
        idea = decision.idea_id
        for person in sorted(authors[idea]):
            told = Told(words.get(idea, []), remarks.get(idea, []), ideas=len(authors), by=by, confirm_by=confirm_by)
            yield decision, readers[person], worded(decision, readers[person], told)


def wordings_about(decision: Decision, by: Person) -> Iterator[tuple[Person, Wording]]:
    """Yield the readers of one decision that was taken later, with the words for them."""
    idea = decision.idea
    asked = confirmation_of(idea, decision.round)
    told = Told(words_on(idea), remarks_on(idea), by=by, confirm_by=asked.confirm_by if asked else None)
    people = authors_in(Idea.objects.filter(pk=idea.pk))[idea.pk]
    for reader in Person.objects.filter(pk__in=people).order_by("pk"):
        yield reader, worded(decision, reader, told)
