"""Whom to ask for an open role, and why they: what they can, what time they have, what they said."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.canvas.models import RoleNeed
from datamatch.ideas.enums import STRENGTH, EnergyKind
from datamatch.ideas.models import Energy
from datamatch.people.models import Person
from datamatch.teams.enums import role_in_sentence
from datamatch.teams.queries.bench import Bench, Seeker

MOST_CANDIDATES = 3


@dataclass(frozen=True)
class Candidate:
    """Somebody to ask for a gap: who, for which role, and the strongest thing they said about the idea."""

    seeker: Seeker
    role: str
    energy: str

    @property
    def person(self) -> Person:
        """Return who it is."""
        return self.seeker.person

    @property
    def free_hours(self) -> int:
        """Return the hours a week they have left."""
        return self.seeker.free_hours

    @property
    def energy_words(self) -> str:
        """Return what they said about the idea, in the reader's language; empty when they said nothing."""
        return str(EnergyKind(self.energy).label) if self.energy else ""

    @property
    def reasons(self) -> list[str]:
        """Return why this person can be asked, as sentences in the reader's language."""
        free = ngettext("Has %(hours)s hour a week left.", "Has %(hours)s hours a week left.", self.free_hours)
        energy = [_("Said: “%(words)s”.") % {"words": self.energy_words}] if self.energy else []
        return [free % {"hours": self.free_hours}, self._skill(), *energy, _("Was not asked for this team yet.")]

    def _skill(self) -> str:
        """Return in a sentence how this person can fill the role."""
        skills = ", ".join(str(skill) for skill in self.seeker.skills_for(self.role)[:3])
        if self.seeker.discipline == self.role:
            works = _("Works as %(role)s.") % {"role": role_in_sentence(self.role)}
            return f"{works} {_('Is experienced in: %(skills)s.') % {'skills': skills}}" if skills else works
        if self.role in self.seeker.offered:
            return _("Offered this role for an idea of this edition.")
        return _("Is experienced in: %(skills)s.") % {"skills": skills}


def to_ask_for(
    need: RoleNeed, bench: Bench, idea: int, *, out: set[int], energy: dict[tuple[int, int], str]
) -> tuple[Candidate, ...]:
    """Return the first few to ask: who has the hours, may be asked, and is not out; with energy before the others."""
    found = [
        Candidate(seeker, need.role, energy.get((idea, seeker.person.pk), ""))
        for seeker in bench.who_can(need.role)
        if seeker.free_hours >= need.hours_per_week and seeker.profile.open_to_ask and seeker.person.pk not in out
    ]
    found.sort(key=lambda candidate: -_strength(candidate.energy))
    return tuple(found[:MOST_CANDIDATES])


def energy_for(ideas: list[int]) -> dict[tuple[int, int], str]:
    """Return the strongest kind of energy per idea and person."""
    strongest: dict[tuple[int, int], str] = {}
    for idea, person, kind in Energy.objects.filter(idea__in=ideas).values_list("idea", "person", "kind"):
        if _strength(kind) > _strength(strongest.get((idea, person), "")):
            strongest[idea, person] = kind
    return strongest


def _strength(kind: str) -> int:
    """Return how much will a kind of energy shows; 0 for none."""
    return STRENGTH[EnergyKind(kind)] if kind else 0
