"""What the room of cases offers to be found."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from datamatch.cases import actions
from datamatch.foundation import search


@search.source("case")
def published_cases(at: datetime) -> Iterator[UUID]:
    """Keep every published case, and yield their ids."""
    yield from actions.keep_all_findable(at=at)
