"""How the gates of projects stand, and who could own a safeguard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.projects.queries.projects import members_of_idea
from datamatch.safeguards import queries as safeguards
from datamatch.safeguards.enums import Verdict
from datamatch.safeguards.models import Safeguard


@dataclass(frozen=True)
class GateState:
    """A gate in numbers: how many safeguards it has, how many let the work pass, and which stop it."""

    asked: int = 0
    passed: int = 0
    stopped: tuple[str, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Tell whether every safeguard lets the work pass."""
        return 0 < self.asked == self.passed


def gate_states(ideas: Iterable[Idea], *, moment: str, on: date) -> dict[int, GateState]:
    """Return per idea (row number) how its gate of this moment stands on this day, in one read."""
    found = Safeguard.objects.filter(gate__idea__in=list(ideas), gate__moment=moment).select_related("gate")
    by_idea: dict[int, list[Safeguard]] = {}
    for safeguard in found:
        by_idea.setdefault(safeguard.gate.idea_id, []).append(safeguard)
    return {idea: state_of(asked, on) for idea, asked in by_idea.items()}


def state_of(found: list[Safeguard], on: date) -> GateState:
    """Return how these safeguards of one gate stand on this day."""
    stopped = tuple(s.get_aspect_display() for s in found if s.verdict == Verdict.NO_GO)
    return GateState(len(found), sum(safeguards.holds(s, on=on) for s in found), stopped)


def owner_for(safeguard: Safeguard) -> Person | None:
    """Return who could own this safeguard: a fitting member of the team, else who owns the fewest; by name if equal.

    None when nobody who may be asked has a fitting discipline; authors of the idea are left out.
    """
    fitting = safeguards.fitting_owners(safeguard).filter(profile__open_to_ask=True)
    team = set(members_of_idea(safeguard.gate.idea).values_list("person", flat=True))
    owned = Safeguard.objects.filter(owner__in=fitting).values_list("owner").annotate(n=Count("pk"))
    count = dict(owned)
    return min(fitting, key=lambda person: (person.pk not in team, count.get(person.pk, 0)), default=None)
