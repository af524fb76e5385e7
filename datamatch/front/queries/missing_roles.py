"""Which ideas nobody offers a role for yet: what a team needs at least, beside what people offered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.ideas.enums import EnergyKind, JoinAnswer
from datamatch.ideas.models import Energy, Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.people.enums import minimum_team
from datamatch.safeguards.enums import Aspect

OFFERED, ADVISED, MISSING = "in", "between", "out"


@dataclass(frozen=True)
class IdeaLine:
    """One idea with, per aspect of a team, whether somebody wants to join, can advise, or nobody yet."""

    idea: Idea
    joining: int
    aspects: tuple[tuple[str, str], ...]

    @property
    def missing(self) -> int:
        """Return how many aspects nobody offered to join for."""
        return sum(state != OFFERED for _name, state in self.aspects)


def ideas_by_need(edition: Edition) -> QuerySet[Idea]:
    """Return the ideas that take part, the least joined first; annotates `joining`."""
    joins = Count("energy", filter=Q(energy__kind=EnergyKind.JOIN), distinct=True)
    return sent_ideas(edition).annotate(joining=joins).order_by("joining", "number")


def idea_lines(ideas: Sequence[Any]) -> list[IdeaLine]:
    """Return the ideas of one page with the aspects they still miss; one statement."""
    joined, advised = offered_for(ideas)
    return [
        IdeaLine(idea, idea.joining, tuple(states(joined=joined[idea.pk], advised=advised[idea.pk]))) for idea in ideas
    ]


def offered_for(ideas: Sequence[Idea]) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Return per idea the roles people want to join in, and the disciplines of those who can advise."""
    joined: dict[int, set[str]] = defaultdict(set)
    advised: dict[int, set[str]] = defaultdict(set)
    given = Energy.objects.not_refused().filter(idea__in=ideas, kind__in=[EnergyKind.JOIN, EnergyKind.ADVISE])
    rows = given.order_by().values_list("idea", "kind", "role", "person__profile__discipline").distinct()
    for idea, kind, role, discipline in rows:
        (joined if kind == EnergyKind.JOIN else advised)[idea].add(role or discipline or "")
    return joined, advised


def states(*, joined: set[str], advised: set[str]) -> list[tuple[str, str]]:
    """Return each aspect of the smallest team with how it stands."""
    return [
        (aspect, OFFERED if joined & set(roles) else ADVISED if advised & set(roles) else MISSING)
        for aspect, roles in minimum_team().items()
    ]


def missing_counts(edition: Edition) -> dict[str, int]:
    """Return per aspect how many ideas nobody offered to join for; one statement."""
    ideas = sent_ideas(edition).order_by()
    standing = [answer for answer in JoinAnswer if answer != JoinAnswer.NOT_NOW]
    joins = Q(energy__kind=EnergyKind.JOIN, energy__request__answer__in=standing)
    counts: dict[str, Any] = {
        aspect: Count("pk", filter=joins & Q(energy__role__in=roles), distinct=True)
        for aspect, roles in minimum_team().items()
    }
    found = ideas.aggregate(all_ideas=Count("pk", distinct=True), **counts)
    return {aspect: found["all_ideas"] - found[aspect] for aspect in counts}


def aspect_name(aspect: str) -> str:
    """Return an aspect of a team in the reader's language."""
    if aspect in Aspect.values:
        return str(Aspect(aspect).label)
    return {"demand": _("Demand"), "feasibility": _("Feasibility"), "result": _("Result")}[aspect]
