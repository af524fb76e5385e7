"""The choice as an integer program, for more sets than can be listed."""

from collections.abc import Callable

import numpy as np

from ..arrays import Floats, Ints
from ..solver import Model, Solution
from ..ties import nudges
from .rules import Name, Rules


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
        extra: tuple[int, float] | None = None,
        cheapest: tuple[int, float] | None = None,
        relaxed: bool = False,
    ) -> Solution:
        """Return the best set.

        :param barred: sets that are excluded; :param extra: (discipline, more of it than there is)
        :param cheapest: (discipline, value): take least of it among sets worth that value
        """
        model, pick = self._model(self.asked.names if names is None else names, extra)
        if force is not None:
            model.row(pick[[force]], 1.0, lo=1.0)
        for other in barred:
            model.row(pick[list(other)], 1.0, hi=len(other) - 1.0)
        weight = np.zeros(model.n_columns)
        weight[pick] = self.gain if gain is None else gain
        if cheapest is not None:
            weight[pick] = -self.asked.weeks[:, cheapest[0]]
            model.row(pick, self.asked.value, lo=cheapest[1])
        return model.maximise(weight, gap=0.0, relaxed=relaxed)

    def ceilings(self, names: tuple[Name, ...]) -> Floats:
        """Return, per idea, a value that no set holding it exceeds (relaxation plus reduced cost)."""
        model, pick = self._model(names, None)
        weight = np.zeros(model.n_columns)
        weight[pick] = self.asked.value
        answer, price = model.duals(weight)
        reduced = (weight - model.matrix().T @ price)[pick]
        return np.asarray(answer.objective + np.minimum(reduced, 0.0))

    def ideas(self, answer: Solution) -> tuple[int, ...]:
        """Return the chosen ideas of an answer."""
        return tuple(np.flatnonzero(np.rint(answer.x[: self.asked.n])).tolist())

    def _model(self, names: tuple[Name, ...], extra: tuple[int, float] | None) -> tuple[Model, Ints]:
        model = Model()
        pick = model.columns(self.asked.n)
        model.row(pick, 1.0, self.asked.k, self.asked.k)
        more = dict([extra]) if extra else {}
        for name in names:
            _add(model, pick, self.asked, name, more)
        return model, pick


def _add(model: Model, pick: Ints, asked: Rules, name: Name, more: dict[int, float]) -> None:
    kind, number = name
    if kind == "means":
        model.row(pick, asked.weeks[:, number], hi=float(asked.means[number]) + more.get(number, 0.0))
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


def feasibility(program: Program) -> Callable[[tuple[Name, ...]], bool]:
    """Return the test whether a group of constraints can hold together."""
    return lambda names: program.solve(names).status != "infeasible"
