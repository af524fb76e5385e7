"""Letting ideas be found: those that everybody who may enter the edition may read, and no others."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from datamatch.editions.models import Edition
from datamatch.foundation import search
from datamatch.ideas import queries
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea

KIND = "idea"


def keep_findable(idea: Idea, *, at: datetime) -> None:
    """Let an idea be found by the words it has now; one that not everybody may read is found no more."""
    if idea.state != IdeaState.SENT or idea.edition.is_sealed:
        search.forget(KIND, idea.public_id)
        return
    search.keep(
        kind=KIND, of=idea.public_id, scope=idea.edition.public_id, title=idea.title,
        body="\n".join(part for part in (idea.demand, idea.data, idea.result) if part),
        language=idea.language, address=idea.get_absolute_url(), at=at,
    )  # fmt: skip


def keep_edition_findable(edition: Edition, *, at: datetime) -> None:
    """Let every idea of an edition be found, or none of a sealed call: for when a call is sealed or opened."""
    for idea in queries.sent_ideas(edition):
        idea.edition = edition
        keep_findable(idea, at=at)


def keep_all_findable(*, at: datetime) -> Iterator[UUID]:
    """Let every idea be found that everybody may read, and yield their public ids."""
    for idea in Idea.objects.sent().select_related("edition").order_by("pk"):
        keep_findable(idea, at=at)
        if not idea.edition.is_sealed:
            yield idea.public_id
