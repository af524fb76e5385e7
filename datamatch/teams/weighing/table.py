"""The rows of one calculation as arrays: people, ideas, roles, and what was said about them."""

from collections import defaultdict

import numpy as np

from datamatch.canvas.models import RoleNeed
from datamatch.editions.models import Edition
from datamatch.ideas.enums import STRENGTH, EnergyKind
from datamatch.ideas.models import CoAuthor, Energy, Idea
from datamatch.people.enums import disciplines
from datamatch.screening.queries import shortlisted_ideas
from datamatch.teams.enums import GONE, OWNER, Reason
from datamatch.teams.models import Exclusion, Member, Suggestion
from datamatch.teams.queries import Bench, bench_of

OWN, OPEN = 3, 1
ASKED_UNPROMPTED = {"legal", "ethical"}
USUAL_HOURS = 4


class Table:
    """The rows of one calculation: people, ideas and roles in fixed order, with what was said about them."""

    def __init__(self, edition: Edition) -> None:
        """Read the shortlist, its needs, its energy and the bench."""
        self.ideas: list[Idea] = list(shortlisted_ideas(edition).order_by("number", "pk"))
        self.bench: Bench = bench_of(edition)
        self.person_at = {seeker.person.pk: at for at, seeker in enumerate(self.bench.seekers)}
        self.idea_at = {idea.pk: at for at, idea in enumerate(self.ideas)}
        self.needs = self._needs()
        self.asked = list(Member.objects.filter(team__idea__in=self.ideas).select_related("team"))
        pinned = Suggestion.objects.filter(team__idea__in=self.ideas, pinned=True).select_related("team")
        self.kept: list[Member | Suggestion] = [m for m in self.asked if m.state not in GONE] + list(pinned)
        self.settled = {(seat.person_id, seat.team.idea_id) for seat in [*self.asked, *self.kept]}
        self.kept_out = set(
            Exclusion.objects.filter(team__idea__in=self.ideas).values_list("person_id", "team__idea_id")
        )
        named = {need.role for needs in self.needs.values() for need in needs} | {seat.role for seat in self.kept}
        self.roles = sorted(named | {OWNER})
        self.role_at = {role: at for at, role in enumerate(self.roles)}
        self.said = self._said()
        self.energy = self._energy()

    def _needs(self) -> dict[int, list[RoleNeed]]:
        needs: dict[int, list[RoleNeed]] = defaultdict(list)
        for need in RoleNeed.objects.filter(canvas__idea__in=self.ideas).select_related("canvas"):
            needs[self.idea_at[need.canvas.idea_id]].append(need)
        return needs

    def _said(self) -> dict[tuple[int, int], list[Reason]]:
        """Return per person and idea what ties them, the strongest first, as reasons."""
        said: dict[tuple[int, int], list[Reason]] = defaultdict(list)
        for idea in self.ideas:
            said[idea.submitter_id, idea.pk].append({"code": "submitter"})
        accepted = CoAuthor.objects.filter(idea__in=self.ideas, accepted_at__isnull=False)
        for writer, idea_id in accepted.values_list("person_id", "idea_id"):
            said[writer, idea_id].append({"code": "coauthor"})
        energy = Energy.objects.filter(idea__in=self.ideas).not_refused()
        for stated in sorted(energy, key=lambda e: (-STRENGTH[EnergyKind(e.kind)], e.pk)):
            words: dict[str, object] = {"code": stated.kind}
            if stated.kind == EnergyKind.JOIN:
                words |= {"role": stated.role, "hours": stated.hours_per_week}
            said[stated.person_id, stated.idea_id].append(words)
        return said

    def _energy(self) -> np.ndarray:
        """Return people x ideas: 3 for authors and who wants to join, 2 advice, 1 support or may be asked."""
        energy = np.zeros((len(self.bench.seekers), len(self.ideas)), dtype=np.int64)
        for at, seeker in enumerate(self.bench.seekers):
            mine = disciplines().get(seeker.discipline)
            if mine and seeker.profile.open_to_ask and ASKED_UNPROMPTED & set(mine.aspects):
                for idea, needs in self.needs.items():
                    if any(need.must and need.role == mine.id for need in needs):
                        energy[at, idea] = OPEN
        for (person, idea), reasons in self.said.items():
            if person in self.person_at:
                place = self.person_at[person], self.idea_at[idea]
                energy[place] = max(energy[place], *(strength_of(reason) for reason in reasons))
        return energy

    def level(self) -> np.ndarray:
        """Return people x roles: 0 to 3; nobody is placed as owner of an idea without a pin."""
        rows = [[0 if role == OWNER else s.level_in(role) for role in self.roles] for s in self.bench.seekers]
        return np.array(rows, dtype=np.int64).reshape(len(self.bench.seekers), len(self.roles))

    def demand(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return ideas x roles: how many, whether a must, and the hours a seat takes."""
        shape = (len(self.ideas), len(self.roles))
        count, must = np.zeros(shape, dtype=np.int64), np.ones(shape, dtype=np.bool_)
        hours = np.full(shape, float(USUAL_HOURS))
        for idea, needs in self.needs.items():
            for need in needs:
                place = idea, self.role_at[need.role]
                count[place], must[place], hours[place] = 1, need.must, need.hours_per_week
        for seat in self.kept:
            if seat.person_id not in self.person_at:
                count[self.place_of(seat)] = 0
        return count, must, hours

    def place_of(self, seat: Member | Suggestion) -> tuple[int, int]:
        """Return idea and role of a seat that exists."""
        return self.idea_at[seat.team.idea_id], self.role_at[seat.role]

    def pins(self) -> list[tuple[int, int, int]]:
        """Return who stays: who was asked and did not say no, who was pinned, and the submitters.

        A submitter takes any role or none, unless a manager keeps them out.
        """
        pins = [
            (self.person_at[seat.person_id], *self.place_of(seat))
            for seat in self.kept
            if seat.person_id in self.person_at
        ]
        for at, idea in enumerate(self.ideas):
            owner = (idea.submitter_id, idea.pk)
            if idea.submitter_id in self.person_at and owner not in self.settled | self.kept_out:
                pins.append((self.person_at[idea.submitter_id], at, -1))
        return pins

    def vetoes(self) -> list[tuple[int, int]]:
        """Return who is not proposed for which idea: who said no, and whom a manager keeps out."""
        declined = {(member.person_id, member.team.idea_id) for member in self.asked if member.state in GONE}
        return sorted(
            (self.person_at[person], self.idea_at[idea])
            for person, idea in declined | self.kept_out
            if person in self.person_at
        )

    def units(self) -> list[int]:
        """Return a number per unit; people without a unit share none."""
        numbers: dict[object, int] = {}
        keys = (s.profile.unit_id or f"person {s.person.pk}" for s in self.bench.seekers)
        return [numbers.setdefault(key, len(numbers)) for key in keys]


def strength_of(reason: Reason) -> int:
    """Return the energy, 1 to 3, that a reason stands for."""
    code = str(reason["code"])
    return OWN if code in {"submitter", "coauthor"} else STRENGTH[EnergyKind(code)]
