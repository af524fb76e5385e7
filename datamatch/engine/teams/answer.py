"""The answer of `teams`: members, gaps with whom to ask, proof per goal, reasons per person."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ..arrays import Ints
from ..results import Result
from .question import Question
from .stages import Stage


class Member(NamedTuple):
    """One person in one team; role -1 is a pinned member who fills no role."""

    person: int
    idea: int
    role: int


@dataclass(frozen=True)
class Candidate:
    """Someone who has the skill for a gap, and what stands in the way.

    code: "free" (willing, with room: the limits of the team stand in the way), "no_energy" (has
    not said yes: ask), "capacity" or "hours" (willing, but fully taken), "unit_full",
    "team_full", "member" (in the team, in another role).
    """

    person: int
    level: int
    energy: int
    code: str


@dataclass(frozen=True)
class Gap:
    """A role that stays open.

    reason: "no_skill" (nobody has it), "no_energy" (those who do have not said yes), "taken"
    (those willing are fully taken), "limits" (size, unit or one role per person).
    """

    idea: int
    role: int
    missing: int
    must: bool
    reason: str
    candidates: tuple[Candidate, ...]  # whom to ask first comes first; at most ten


@dataclass(frozen=True)
class PersonReason:
    """Why a person is or is not in the team of an idea for which they have energy.

    code: "member", "pinned", "veto", "no_skill", "not_selected", "capacity", "hours",
    "unit_full", "team_full", "others" (the team is served better by others).
    """

    person: int
    idea: int
    code: str
    role: int | None
    energy: int
    level: int


@dataclass(frozen=True, eq=False)
class Teams(Result):
    """Who works with whom. A proposal that people accept or decline."""

    members: tuple[Member, ...]  # by idea, role, person
    selected: Ints  # ideas that are carried out
    unfilled: tuple[Gap, ...]
    bench: Ints  # people with energy and skill who are in no team
    energy_by_team: Ints  # per idea; 0 when not selected
    size_by_team: Ints  # per idea
    stages: tuple[Stage, ...]  # per goal: value, proven bound, gap, status
    objective: float  # value of the last goal
    bound: float  # its proven bound, given the goals before it
    gap: float  # largest gap of any goal
    status: str  # "optimal", or "limit" when a search limit ended a proof
    blocking_pairs: tuple[Member, ...]  # person and idea that would both rather be together
    overruled: tuple[tuple[str, int], ...]  # limits that pins alone exceed
    _asked: Question = field(repr=False)
    _reasons: dict[int, tuple[PersonReason, ...]] = field(repr=False)

    def why(self, person: int) -> tuple[PersonReason, ...]:
        """Return one reason per idea for which the person has energy or a pin, by idea."""
        return self._reasons.get(person, ())

    def team(self, idea: int) -> tuple[Member, ...]:
        """Return the members of one idea's team."""
        return tuple(member for member in self.members if member.idea == idea)
