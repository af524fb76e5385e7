"""Reasons and binding constraints by asking again: an idea forced in, a constraint dropped."""

from dataclasses import replace

import numpy as np

from .answer import Change, Reason
from .listed import ordered_reason, size_of
from .program import Program
from .rules import SLACK, Name

STEPS = 12  # times that the means may be raised to catch up with what others make of them
CLOSE = 4e-6  # of the best value: what the solver may leave


class Forced:
    """Asks the program what each idea and each constraint stands for."""

    def __init__(self, program: Program, chosen: tuple[int, ...], best: float) -> None:
        """Take the program, the set it chose and what that is worth."""
        self.program, self.chosen, self.best = program, chosen, best
        self.close = CLOSE * max(1.0, abs(best))
        self.names = program.asked.names
        self._reached: dict[tuple[int, float], float] = {}
        self._freed = {name: self._without(name) for name in self.names}
        self.worth = {name: self._value(*freed) for name, freed in self._freed.items()}

    def binding(self) -> tuple[Name, ...]:
        """Return the constraints whose single dropping would raise the best value."""
        return tuple(name for name in self.names if self.worth[name] > self.best + self.close)

    def reasons(self) -> tuple[Reason, ...]:
        """Return, for every idea not chosen, the smallest single change that admits it.

        Other changes stand beside it as far as they were looked at.
        """
        kinds = [name for name in self.names if name[0] != "means"]
        ceilings = {name: self._freed[name][0].ceilings(self._freed[name][1]) for name in kinds}
        reachable = {
            idea: [name for name in kinds if ceilings[name][idea] >= self.worth[name] - self.close]
            for idea in range(self.program.asked.n)
            if idea not in self.chosen
        }
        return tuple(self._reason(idea, names) for idea, names in reachable.items())

    def _without(self, name: Name) -> tuple[Program, tuple[Name, ...]]:
        asked = self.program.asked
        if name[0] == "units":
            return Program(replace(asked, min_units=asked.min_units - 1), 0), self.names
        return self.program, tuple(other for other in self.names if other != name)

    def _value(
        self,
        program: Program,
        names: tuple[Name, ...],
        force: int | None = None,
        extra: tuple[int, float] | None = None,
    ) -> float:
        """Return the largest value of a set, minus infinity where there is none."""
        answer = program.solve(names, force=force, gain=program.asked.value, extra=extra)
        return answer.objective if answer.found else -np.inf

    def _reason(self, idea: int, reachable: list[Name]) -> Reason:
        asked = self.program.asked
        mine = self._value(self.program, self.names, idea)
        loss = max(self.best - mine, 0.0) if np.isfinite(mine) else None
        found = [] if loss is None else [Change("value", idea, loss)]
        for name in reachable:
            if self._value(*self._freed[name], idea) >= self.worth[name] - self.close:
                found.append(Change(name[0], name[1], 1.0))
        for discipline in range(len(asked.means)):
            least = min((size_of(asked, change) for change in found), default=np.inf)
            amount = self._more(idea, discipline, least)
            if amount is not None and amount > SLACK:
                found.append(Change("means", discipline, amount))
        return ordered_reason(asked, idea, loss, found)

    def _more(self, idea: int, discipline: int, least: float) -> float | None:
        """Return the least extra of a discipline that admits the idea, or None; or when it is not smaller.

        Every amount below what a set with the idea and the target value takes is too little; when
        others make more of that amount, the target rises to what they reach.
        """
        name, target = ("means", discipline), self.best
        for _ in range(STEPS):
            for relaxed in (True, False):
                amount = self._least(idea, name, target, relaxed)
                if amount is None or size_of(self.program.asked, Change(*name, amount)) >= least:
                    return None
            extra = (discipline, float(amount or 0.0))
            others = self._best_with(extra)
            if others <= target + self.close or self._mine_with(idea, extra) >= others - self.close:
                return amount
            target = others
        return None

    def _least(self, idea: int, name: Name, target: float, relaxed: bool) -> float | None:
        names = tuple(other for other in self.names if other != name)
        cheapest = (name[1], target - self.close)
        answer = self.program.solve(names, force=idea, cheapest=cheapest, relaxed=relaxed)
        if not answer.found:
            return None
        return max(-answer.objective - float(self.program.asked.means[name[1]]), 0.0)

    def _best_with(self, extra: tuple[int, float]) -> float:
        key = (extra[0], round(extra[1], 6))
        if key not in self._reached:
            self._reached[key] = self._value(self.program, self.names, None, _widened(extra))
        return self._reached[key]

    def _mine_with(self, idea: int, extra: tuple[int, float]) -> float:
        return self._value(self.program, self.names, idea, _widened(extra))


def _widened(extra: tuple[int, float]) -> tuple[int, float]:
    """Return the same a hair more, so that rounding does not shut out the very set it was read from."""
    return extra[0], extra[1] + 1e-7
