"""From rows to the engine and back: who could be in which draft team, and why."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from datamatch import engine
from datamatch.editions.models import Edition
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import Idea
from datamatch.people.enums import Audience
from datamatch.teams.enums import OWNER, Reason
from datamatch.teams.queries import Seeker
from datamatch.teams.weighing.table import USUAL_HOURS, Table

__all__ = ["Proposal", "Seat", "propose"]

MOST_TEAMS = 2
SPARE_SEATS = 2


@dataclass(frozen=True)
class Seat:
    """One proposed place in a team, with its reasons as data."""

    idea: Idea
    person_id: int
    role: str
    hours_per_week: int
    reasons: list[Reason]
    strength: int


@dataclass(frozen=True)
class Proposal:
    """What the engine proposes: only new seats; those who were asked or pinned before keep theirs."""

    seats: list[Seat]
    unfilled: int
    gap: float
    input_digest: str


def propose(*, edition: Edition, seed: int) -> Proposal:
    """Return new seats for the draft teams of the shortlist.

    :raises Refused: nobody is on the bench, or the numbers contradict each other
    """
    table = Table(edition)
    if not table.bench.seekers:
        raise Refused(_("Nobody has hours in their profile yet, so there is nobody to propose."))
    count, must, hours = table.demand()
    size = np.array([len(table.needs[at]) for at in range(len(table.ideas))])
    try:
        answer = engine.teams(
            table.energy,
            table.level(),
            count,
            np.zeros_like(size),
            size + SPARE_SEATS,
            capacity=np.full(len(table.bench.seekers), MOST_TEAMS),
            unit=table.units(),
            fixed=table.pins(),
            veto=table.vetoes(),
            must=must,
            hours=[max(0, s.hours - s.taken_elsewhere) for s in table.bench.seekers],
            effort=hours,
            seed=seed,
        )
    except ValueError as error:
        raise Refused(_("The draft teams could not be calculated: %(error)s") % {"error": error}) from error
    unfilled = sum(gap.missing for gap in answer.unfilled)
    return Proposal(_seats(table, answer, count, hours), unfilled, float(answer.gap), answer.input_digest)


def _seats(table: Table, answer: engine.Teams, count: np.ndarray, hours: np.ndarray) -> list[Seat]:
    """Return the new seats: those the idea needs, and who offered to join beyond that."""
    taken = Counter(table.place_of(seat) for seat in table.kept if seat.person_id in table.person_at)
    best = sorted(answer.members, key=lambda member: (member.idea, -table.energy[member.person, member.idea], member))
    seats = []
    for member in best:
        seeker, idea = table.bench.seekers[member.person], table.ideas[member.idea]
        if (seeker.person.pk, idea.pk) in table.settled:
            continue
        role = OWNER if member.role < 0 else table.roles[member.role]
        place = member.idea, member.role
        needed = role != OWNER and taken[place] < count[place]
        taken[place] += needed
        if not needed and not _wants(table, seeker, idea, role):
            continue
        week = min(int(hours[place]) if needed else USUAL_HOURS, seeker.hours)
        reasons = _reasons(table, seeker, idea, role)
        seats.append(Seat(idea, seeker.person.pk, role, week, reasons, int(table.energy[member.person, member.idea])))
    return seats


def _wants(table: Table, seeker: Seeker, idea: Idea, role: str) -> bool:
    """Tell whether somebody beyond the needs belongs in the team: its submitter, or who offered this role."""
    said = table.said.get((seeker.person.pk, idea.pk), [])
    return any(reason["code"] == "submitter" or reason.get("role") == role for reason in said)


def _reasons(table: Table, seeker: Seeker, idea: Idea, role: str) -> list[Reason]:
    """Return why this person: what they said, what they are, what they can, what time they have.

    Everybody reads these reasons, so they hold only what is for everyone.
    """
    profile = seeker.profile
    reasons = list(table.said.get((seeker.person.pk, idea.pk), [])) or [{"code": "open"}]
    if seeker.discipline and profile.is_for("discipline", Audience.EVERYONE):
        reasons.append({"code": "discipline", "role": seeker.discipline})
    if (skills := seeker.skills_for(role)[:3]) and profile.is_for("skills", Audience.EVERYONE):
        reasons.append({"code": "skills", "nl": [s.name_nl for s in skills], "en": [s.name_en for s in skills]})
    if profile.is_for("hours", Audience.EVERYONE):
        reasons.append({"code": "hours", "hours": seeker.hours})
    return reasons
