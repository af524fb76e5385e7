"""The choice as an integer program, for more sets than can be listed."""

from collections.abc import Callable

import numpy as np

from ..arrays import Floats, Ints
from ..solver import Model, Solution
from ..ties import nudges
from .answer import Change, Reason
from .listed import ordered_reason
from .rules import SLACK, Name, Rules


class Program:
    """Solves the choice with any of its constraints dropped or ideas forced."""

    def __init__(self, asked: Rules, seed: int) -> None:
        """Take the question; `seed` settles ties."""
        self.asked = asked
        self.gain = nudges(asked.value, seed, np.arange(asked.n), span=float(np.ptp(asked.value)))

    def solve(
        self,
        names: tuple[Name, ...] | None = None,
        *,
        force: int | None = None,
        barred: tuple[tuple[int, ...], ...] = (),
        gain: Floats | None = None,
        cheapest: int | None = None,
    ) -> Solution:
        """Return the best set; `barred` sets are excluded, `cheapest` minimises a discipline."""
        model, pick = self._model(self.asked.names if names is None else names)
        if force is not None:
            model.row(pick[[force]], 1.0, lo=1.0)
        for other in barred:
            model.row(pick[list(other)], 1.0, hi=len(other) - 1.0)
        weight = np.zeros(model.n_columns)
        weight[pick] = self.gain if gain is None else gain
        if cheapest is not None:
            weight[pick] = -self.asked.weeks[:, cheapest]
        return model.maximise(weight, gap=0.0)

    def ideas(self, answer: Solution) -> tuple[int, ...]:
        """Return the chosen ideas of an answer."""
        return tuple(np.flatnonzero(np.rint(answer.x[: self.asked.n])).tolist())

    def _model(self, names: tuple[Name, ...]) -> tuple[Model, Ints]:
        model = Model()
        pick = model.columns(self.asked.n)
        model.row(pick, 1.0, self.asked.k, self.asked.k)
        for name in names:
            _add(model, pick, self.asked, name)
        return model, pick


def _add(model: Model, pick: Ints, asked: Rules, name: Name) -> None:
    kind, number = name
    if kind == "means":
        model.row(pick, asked.weeks[:, number], hi=float(asked.means[number]))
    elif kind in ("must", "never"):
        model.row(pick[[number]], 1.0, float(kind == "must"), float(kind == "must"))
    elif kind == "exclusive":
        model.row(pick[list(asked.exclusive[number])], 1.0, hi=1.0)
    elif kind == "together":
        for one, two in zip(asked.together[number], asked.together[number][1:], strict=False):
            model.row(pick[[one, two]], [1.0, -1.0], 0.0, 0.0)
    else:
        units, row = np.unique(asked.unit, return_inverse=True)
        present = model.columns(len(units))
        rows, columns = np.append(row, np.arange(len(units))), np.append(pick, present)
        signs = np.append(np.ones(asked.n), -np.ones(len(units)))
        model.rows(rows, columns, signs, lo=0.0, hi=np.inf, n=len(units))
        model.row(present, 1.0, lo=asked.min_units)


def programmed_reasons(program: Program, chosen: tuple[int, ...], best: float) -> tuple[Reason, ...]:
    """Return, for every idea not chosen, what it would cost to force it in.

    With this many sets only the value and, where no feasible set holds the idea, the least extra
    means per discipline are searched.
    """
    others = (idea for idea in range(program.asked.n) if idea not in chosen)
    return tuple(_reason(program, idea, best) for idea in others)


def _reason(program: Program, idea: int, best: float) -> Reason:
    asked = program.asked
    forced = program.solve(force=idea)
    if forced.status != "infeasible" and forced.found:
        loss = max(best - float(asked.value[list(program.ideas(forced))].sum()), 0.0)
        return ordered_reason(asked, idea, loss, [Change("value", idea, loss)])
    found = []
    for name in asked.names:
        rest = tuple(other for other in asked.names if other != name)
        freed = program.solve(rest, force=idea, cheapest=name[1] if name[0] == "means" else None)
        if freed.status != "infeasible" and freed.found:
            found.append(Change(name[0], name[1], _amount(asked, name, program.ideas(freed))))
    return ordered_reason(asked, idea, None, found)


def _amount(asked: Rules, name: Name, ideas: tuple[int, ...]) -> float:
    if name[0] != "means":
        return 1.0
    taken = float(asked.weeks[list(ideas), name[1]].sum())
    return max(taken - float(asked.means[name[1]]), SLACK)


def feasibility(program: Program) -> Callable[[tuple[Name, ...]], bool]:
    """Return the test whether a group of constraints can hold together."""
    return lambda names: program.solve(names).status != "infeasible"
