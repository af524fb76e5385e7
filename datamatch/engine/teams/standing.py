"""How full everyone and everything is once the members are known."""

from dataclasses import dataclass

import numpy as np

from ..arrays import Bools, Floats, Ints, sums
from .program import effort_of
from .question import NO_ROLE, Arcs, Question


@dataclass(frozen=True, eq=False)
class Standing:
    """The members, and what is left around them."""

    asked: Question
    chosen: Arcs
    selected: Bools  # ideas
    inside: Bools  # people x ideas
    role: Ints  # people x ideas; NO_ROLE where none
    teams_of: Ints  # per person
    used: Floats  # hours per person
    size: Ints  # per idea
    unit_count: Ints  # ideas x units
    open: Ints  # ideas x roles: unfilled

    def obstacle(self, person: int, idea: int) -> str:
        """Return what keeps the person out of the team whatever the role, or "free"."""
        asked, unit = self.asked, self.asked.unit[person]
        least = float(asked.effort[idea].min(initial=np.inf))
        over = asked.hours is not None and self.used[person] + least > asked.hours[person] + 1e-9
        checks = (
            ("capacity", self.teams_of[person] >= asked.capacity[person]),
            ("hours", over),
            ("unit_full", self.unit_count[idea, unit] >= asked.max_same_unit),
            ("team_full", self.size[idea] >= asked.size_hi[idea]),
        )
        return next((code for code, holds in checks if holds), "free")


def standing(asked: Question, chosen: Arcs, selected: Bools) -> Standing:
    """Return the standing after the chosen memberships."""
    shape = asked.energy.shape
    inside = np.zeros(shape, dtype=np.bool_)
    inside[chosen.person, chosen.idea] = True
    role = np.full(shape, NO_ROLE)
    role[chosen.person, chosen.idea] = chosen.role
    units = np.zeros((shape[1], int(asked.unit.max(initial=0)) + 1), dtype=np.int64)
    np.add.at(units, (chosen.idea, asked.unit[chosen.person]), 1)
    filled = np.zeros(asked.demand.shape, dtype=np.int64)
    kept = chosen.role != NO_ROLE
    np.add.at(filled, (chosen.idea[kept], chosen.role[kept]), 1)
    return Standing(
        asked=asked,
        chosen=chosen,
        selected=selected,
        inside=inside,
        role=role,
        teams_of=inside.sum(axis=1),
        used=sums(chosen.person, effort_of(asked, chosen), shape[0]),
        size=inside.sum(axis=0),
        unit_count=units,
        open=np.where(selected[:, None], np.maximum(asked.demand - filled, 0), 0),
    )
