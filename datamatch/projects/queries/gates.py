"""How the gates of projects stand, and who could own a safeguard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.safeguards.enums import OWNERS, Aspect, Verdict
from datamatch.safeguards.models import Safeguard
from datamatch.teams.enums import MemberState
from datamatch.teams.models import Member


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
    return {idea: state_of(safeguards, on) for idea, safeguards in by_idea.items()}


def state_of(safeguards: list[Safeguard], on: date) -> GateState:
    """Return how these safeguards of one gate stand on this day."""
    stopped = tuple(s.get_aspect_display() for s in safeguards if s.verdict == Verdict.NO_GO)
    return GateState(len(safeguards), sum(lets_pass(s, on) for s in safeguards), stopped)


def lets_pass(safeguard: Safeguard, on: date) -> bool:
    """Tell whether one safeguard lets the work pass: go, or go with its condition met, and not expired."""
    if safeguard.expires_on is not None and safeguard.expires_on < on:
        return False
    met = safeguard.verdict == Verdict.GO_IF and safeguard.condition_met_at is not None
    return safeguard.verdict == Verdict.GO or met


def owner_for(safeguard: Safeguard) -> Person | None:
    """Return who could own this safeguard: the fitting member of the team, else the fitting person with fewest.

    Nobody who sent the idea; None when nobody in the organisation has a fitting discipline.
    """
    roles = OWNERS[Aspect(safeguard.aspect)]
    idea = safeguard.gate.idea
    said_yes = Q(state=MemberState.ACCEPTED) | Q(lead=True)
    fitting = Member.objects.filter(said_yes, team__idea=idea, role__in=roles).exclude(person=idea.submitter_id)
    members = sorted(fitting.select_related("person"), key=lambda member: roles.index(member.role))
    return members[0].person if members else least_asked(roles, idea)


def least_asked(roles: tuple[str, ...], idea: Idea) -> Person | None:
    """Return the person of these disciplines who owns the fewest safeguards; by name where equal."""
    people = Person.objects.filter(is_active=True, profile__discipline__in=roles, profile__open_to_ask=True)
    owned = Safeguard.objects.filter(owner__isnull=False).values_list("owner").annotate(n=Count("pk"))
    count = dict(owned)
    candidates = people.exclude(pk=idea.submitter_id).order_by("name", "pk")
    return min(candidates, key=lambda person: count.get(person.pk, 0), default=None)


