"""Teams as an integer program in a form whose relaxation is tight."""

from dataclasses import dataclass

import numpy as np

from ..arrays import Bools, Floats, Ints, sums
from ..solver import Model
from ..ties import lots
from .question import NO_ROLE, Arcs, Question

ENERGY, LEVEL, UNIT, NEWCOMER = 10.0, 2.0, 5.0, 5.0  # weights of the total, the last goal


@dataclass(frozen=True, eq=False)
class Program:
    """The model and where its columns are."""

    asked: Question
    arcs: Arcs
    model: Model
    member: Ints  # column per arc
    on: Ints  # per idea: is it carried out
    short: Ints  # per idea and role: unfilled, row-major
    thin: Ints  # per idea: members below size_lo
    lowest: Ints  # one column: the lowest team energy
    present: Ints  # per idea and unit seen
    fresh: Ints  # per idea: has a newcomer
    staffable: Bools  # per idea: at least one possible member

    def goals(self) -> dict[str, Floats]:
        """Return what each goal maximises, per column."""
        asked, arcs = self.asked, self.arcs
        energy = asked.energy[arcs.person, arcs.idea]
        level = np.where(arcs.role == NO_ROLE, 0, asked.level[arcs.person, arcs.role])
        must = asked.must.ravel()
        total = self._gain((self.member, ENERGY * energy + LEVEL * level))
        total += self._gain((self.present, UNIT), (self.fresh, NEWCOMER))
        return {
            "must": self._gain((self.short[must], -1.0)),
            "should": self._gain((self.short[~must], -1.0)),
            "size": self._gain((self.thin, -1.0)),
            "value": self._gain((self.on, asked.value)),
            "min_energy": self._gain((self.lowest, 1.0)),
            "total": total,
        }

    def ceiling(self) -> float:
        """Return what no teams exceed in total: every idea with its best people, whoever else wants them."""
        asked, arcs = self.asked, self.arcs
        gain = self.goals()["total"][self.member] + UNIT
        order = np.lexsort((-gain, arcs.idea))
        first = np.searchsorted(arcs.idea[order], np.arange(asked.n_ideas))
        place = np.arange(arcs.n) - first[arcs.idea[order]]
        inside = place < asked.size_hi[arcs.idea[order]]
        best = sums(arcs.idea[order][inside], gain[order][inside], asked.n_ideas)
        best += NEWCOMER * bool(len(self.fresh))
        chosen = asked.n_ideas if asked.select is None else asked.select
        return float(np.sort(best)[::-1][:chosen].sum())

    def ties(self) -> Floats:
        """Return hashed parts of a point that together stay below half a point."""
        arcs, most = self.arcs, float(self.asked.size_hi.sum()) + 1.0
        lot = lots(self.asked.seed, arcs.person, arcs.idea, arcs.role + 1)
        return self._gain((self.member, min(1e-3, 0.5 / most) * lot))

    def _gain(self, *parts: tuple[Ints, Floats | float]) -> Floats:
        gain = np.zeros(self.model.n_columns)
        for columns, weight in parts:
            gain[columns] = weight
        return gain


def program(asked: Question, arcs: Arcs) -> Program:
    """Return the program over the given memberships."""
    model, ideas = Model(), asked.n_ideas
    member = model.columns(arcs.n, arcs.sure, 1.0)
    settled = asked.select is None
    on = model.columns(ideas, 1.0 if settled else 0.0, 1.0)
    if not settled:
        model.row(on, 1.0, float(asked.select or 0), float(asked.select or 0))
    short = model.columns(asked.demand.size, 0.0, asked.demand.ravel())
    thin = model.columns(ideas, 0.0, asked.size_lo)
    staffable = np.bincount(arcs.idea, minlength=ideas) > 0
    lowest = model.columns(1, 0.0, _most(asked) if staffable.any() else 0.0)
    _person_rows(model, asked, arcs, member)
    _role_rows(model, asked, arcs, member, on=on, short=short)
    _size_rows(model, asked, arcs, member, on=on, thin=thin)
    present = _unit_rows(model, asked, arcs, member)
    fresh = _newcomer_rows(model, asked, arcs, member)
    _energy_rows(model, asked, arcs, member, on=on, lowest=lowest, real=staffable)
    return Program(
        asked, arcs, model, member, on, short, thin, lowest, present, fresh, staffable
    )  # fmt: skip


def _person_rows(model: Model, asked: Question, arcs: Arcs, member: Ints) -> None:
    """Add: one role per team, capacity, hours; and a pinned person is in the team."""
    pair = arcs.person * asked.n_ideas + arcs.idea
    keys, row = np.unique(pair, return_inverse=True)
    pinned = asked.pinned().ravel()[keys].astype(np.float64)
    model.rows(row, member, 1.0, lo=pinned, hi=1.0, n=len(keys))
    busy = np.bincount(keys // asked.n_ideas, minlength=asked.n_people) > asked.capacity
    kept = busy[arcs.person]
    rows = (np.cumsum(busy) - 1)[arcs.person[kept]]
    limit = asked.capacity[busy]
    model.rows(rows, member[kept], 1.0, lo=0.0, hi=limit, n=int(busy.sum()))
    if asked.hours is not None:
        cost = effort_of(asked, arcs)
        allowed = np.maximum(asked.hours, pinned_hours(asked))
        model.rows(arcs.person, member, cost, lo=-np.inf, hi=allowed, n=asked.n_people)


def effort_of(asked: Question, arcs: Arcs) -> Floats:
    """Return the hours that each membership takes; without a role, the least of the idea."""
    least = asked.effort.min(axis=1, initial=np.inf)
    least = np.where(np.isfinite(least), least, 0.0)
    role = np.maximum(arcs.role, 0)
    return np.where(arcs.role == NO_ROLE, least[arcs.idea], asked.effort[arcs.idea, role])


def pinned_hours(asked: Question) -> Floats:
    """Return the hours that the pins alone take, per person."""
    person, idea, role = asked.fixed.T
    pins = Arcs(person, idea, role, np.ones(len(person), dtype=np.bool_))
    return sums(person, effort_of(asked, pins), asked.n_people)


def _role_rows(model: Model, asked: Question, arcs: Arcs, member: Ints, *, on: Ints, short: Ints) -> None:
    """Add: members of a role plus what is short cover the need of an idea that is on."""
    roles = asked.demand.shape[1]
    kept = arcs.role != NO_ROLE
    cell = np.arange(asked.demand.size)
    rows = np.concatenate([(arcs.idea * roles + arcs.role)[kept], cell, cell])
    columns = np.concatenate([member[kept], short, on[cell // roles]])
    ones = np.ones(kept.sum() + len(cell))
    values = np.concatenate([ones, -asked.demand.ravel().astype(np.float64)])
    model.rows(rows, columns, values, lo=0.0, hi=np.inf, n=len(cell))


def _size_rows(model: Model, asked: Question, arcs: Arcs, member: Ints, *, on: Ints, thin: Ints) -> None:
    ideas = np.arange(asked.n_ideas)
    rows = np.concatenate([arcs.idea, ideas])
    high = np.concatenate([np.ones(arcs.n), -asked.size_hi])
    model.rows(rows, np.concatenate([member, on]), high, lo=-np.inf, hi=0.0, n=len(ideas))
    low = np.concatenate([np.ones(arcs.n), -asked.size_lo, np.ones(len(ideas))])
    rows, columns = np.concatenate([rows, ideas]), np.concatenate([member, on, thin])
    model.rows(rows, columns, low, lo=0.0, hi=np.inf, n=len(ideas))


def _unit_rows(model: Model, asked: Question, arcs: Arcs, member: Ints) -> Ints:
    """Add: a unit is present when one of its people is; no more than max_same_unit per team."""
    units = int(asked.unit.max(initial=0)) + 1
    keys, row = np.unique(arcs.idea * units + asked.unit[arcs.person], return_inverse=True)
    present = model.columns(len(keys), whole=False)
    rows = np.append(row, np.arange(len(keys)))
    signs = np.append(np.ones(arcs.n), -np.ones(len(keys)))
    model.rows(rows, np.append(member, present), signs, lo=0.0, hi=np.inf, n=len(keys))
    pins = asked.fixed[:, 1] * units + asked.unit[asked.fixed[:, 0]]
    settled = np.bincount(np.searchsorted(keys, pins), minlength=len(keys))
    limit = np.maximum(asked.max_same_unit, settled)
    model.rows(row, member, 1.0, lo=0.0, hi=limit, n=len(keys))
    return present


def _newcomer_rows(model: Model, asked: Question, arcs: Arcs, member: Ints) -> Ints:
    if not asked.newcomer.any():
        return np.zeros(0, dtype=np.int64)
    ideas = np.arange(asked.n_ideas)
    fresh = model.columns(len(ideas), whole=False)
    new = asked.newcomer[arcs.person]
    rows = np.append(arcs.idea[new], ideas)
    signs = np.append(np.ones(new.sum()), -np.ones(len(ideas)))
    model.rows(rows, np.append(member[new], fresh), signs, lo=0.0, hi=np.inf, n=len(ideas))
    return fresh


def _most(asked: Question) -> float:
    """Return more energy than any team can have."""
    return float(asked.energy.max(initial=0)) * float(asked.size_hi.max(initial=0))


def _energy_rows(
    model: Model, asked: Question, arcs: Arcs, member: Ints, *, on: Ints, lowest: Ints, real: Bools
) -> None:
    """Add: the lowest energy is at most that of each team that is on and has candidates."""
    ideas = np.flatnonzero(real)
    number = np.cumsum(real) - 1
    most = _most(asked)
    rows = np.concatenate([number[arcs.idea], number[ideas], number[ideas]])
    columns = np.concatenate([member, np.repeat(lowest, len(ideas)), on[ideas]])
    energy = asked.energy[arcs.person, arcs.idea]
    values = np.concatenate([energy, -np.ones(len(ideas)), -np.full(len(ideas), most)])
    model.rows(rows, columns, values, lo=-most, hi=np.inf, n=len(ideas))
