"""Teams by taking the keenest first: the answer of last resort, and the plain way to compare with."""

import numpy as np

from ..arrays import Bools, Ints
from ..ties import lots
from .program import effort_of
from .question import NO_ROLE, Arcs, Question


class Seating:
    """Seats people one by one within every limit."""

    def __init__(self, asked: Question, arcs: Arcs) -> None:
        """Start with the pins seated."""
        self.asked, self.arcs = asked, arcs
        self.taken = np.zeros(arcs.n, dtype=np.bool_)
        self.inside = np.zeros(asked.energy.shape, dtype=np.bool_)
        self.open = asked.demand.copy()
        self.units = np.zeros((asked.n_ideas, int(asked.unit.max(initial=0)) + 1), dtype=np.int64)
        self.used = np.zeros(asked.n_people)
        self.effort = effort_of(asked, arcs)
        pinned = asked.pinned()[arcs.person, arcs.idea]
        for arc in np.flatnonzero(pinned & (arcs.sure | (arcs.role == NO_ROLE))).tolist():
            self.seat(arc)

    def seat(self, arc: int) -> None:
        """Seat one person."""
        person, idea, role = self.arcs.person[arc], self.arcs.idea[arc], self.arcs.role[arc]
        self.taken[arc] = self.inside[person, idea] = True
        self.units[idea, self.asked.unit[person]] += 1
        self.used[person] += self.effort[arc]
        if role != NO_ROLE:
            self.open[idea, role] -= 1

    def fits(self, arc: int) -> bool:
        """Return whether one more person can be seated there."""
        asked, person, idea = self.asked, self.arcs.person[arc], self.arcs.idea[arc]
        over = asked.hours is not None and self.used[person] + self.effort[arc] > asked.hours[person]
        return not (
            self.inside[person, idea]
            or over
            or self.inside[person].sum() >= asked.capacity[person]
            or self.inside[:, idea].sum() >= asked.size_hi[idea]
            or self.units[idea, asked.unit[person]] >= asked.max_same_unit
        )


def greedy(asked: Question, arcs: Arcs) -> tuple[Bools, Bools]:
    """Return the memberships taken and the ideas on: must roles, then should roles, then size.

    Of a selection the ideas of highest value are on.
    """
    on = _selected(asked)
    seating = Seating(asked, arcs)
    role = np.maximum(arcs.role, 0)
    must = asked.must[arcs.idea, role]
    energy, level = asked.energy[arcs.person, arcs.idea], asked.level[arcs.person, role]
    lot = lots(asked.seed, arcs.person, arcs.idea, arcs.role + 1)
    keen = np.lexsort((lot, -level, -energy, ~must))
    for arc in keen[on[arcs.idea[keen]] & (arcs.role[keen] != NO_ROLE)].tolist():
        if seating.open[arcs.idea[arc], arcs.role[arc]] > 0 and seating.fits(arc):
            seating.seat(arc)
    for arc in keen[on[arcs.idea[keen]] & (arcs.role[keen] != NO_ROLE)].tolist():
        thin = seating.inside[:, arcs.idea[arc]].sum() < asked.size_lo[arcs.idea[arc]]
        if thin and seating.fits(arc):
            seating.seat(arc)
    return seating.taken, on


def _selected(asked: Question) -> Bools:
    on = np.ones(asked.n_ideas, dtype=np.bool_)
    if asked.select is not None:
        order: Ints = np.lexsort((lots(asked.seed, np.arange(asked.n_ideas)), -asked.value))
        on[order[asked.select :]] = False
    return on
