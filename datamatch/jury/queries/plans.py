"""What pitched ideas take: euros, and the hours of all their roles over all their weeks."""

from collections.abc import Collection
from dataclasses import dataclass

from datamatch.canvas.models import Canvas
from datamatch.ideas.models import Idea


@dataclass(frozen=True)
class Plan:
    """What one idea takes; an idea without a canvas has no plan."""

    idea: Idea
    euros: int
    weeks: int
    hours_per_week: int

    @property
    def hours(self) -> int:
        """Return the hours of the whole plan."""
        return self.weeks * self.hours_per_week


def plans_of(ideas: Collection[Idea]) -> list[Plan]:
    """Return the plans of these ideas, of those that have one."""
    canvases = Canvas.objects.filter(idea__in=ideas).select_related("idea").prefetch_related("needs")
    return [
        Plan(canvas.idea, canvas.euros, canvas.weeks, sum(need.hours_per_week for need in canvas.needs.all()))
        for canvas in canvases.order_by("idea__number", "pk")
    ]
