"""How a trace names things, so that the same deeds give the same words."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea

DECIMALS = 6

Told = dict[str, Any]
Names = dict[int, str]


def ideas_in(edition: Edition) -> list[Idea]:
    """Return the ideas of an edition in the order in which they were sent."""
    ideas = Idea.objects.sent().filter(edition=edition)
    return list(ideas.select_related("theme", "submitter", "unit").order_by("number"))


def names_of(ideas: Iterable[Idea]) -> Names:
    """Return I001, I002 ... by the number that an idea got when it was sent."""
    return {idea.pk: f"I{idea.number:03d}" for idea in ideas}


def moment(at: datetime | None) -> str | None:
    """Return a moment in UTC as text, or nothing where there is none."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def number(value: float | None) -> float | None:
    """Return a number with six decimals, which is more than anybody needs and the same everywhere."""
    return None if value is None else round(float(value), DECIMALS)
