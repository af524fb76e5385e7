"""The goals one after another: each is met as well as it can be before the next one counts."""

from dataclasses import dataclass

import numpy as np

from ..arrays import Floats
from ..solver import GUARD, Solution
from .program import Program

UNFILLED = ("must", "should", "size")


@dataclass(frozen=True)
class Stage:
    """One goal: the value reached, its proven bound, and how the search ended.

    Goals are maximised, so what is unfilled counts below zero: must -4 is four open must seats.
    """

    goal: str
    value: float
    bound: float
    gap: float
    status: str


def solved(
    program: Program, order: tuple[str, ...], gap: float, nodes: int, guard: float = GUARD
) -> tuple[Floats, tuple[Stage, ...]]:
    """Return the columns after all goals of `order`, and what was proven about each."""
    goals, stages = program.goals(), []
    x = np.zeros(0)
    for goal in order:
        gain = goals[goal]
        if not gain.any():
            continue
        answer = _maximised(program, goal, gain, gap=gap, nodes=nodes, guard=guard)
        if answer.x.size == 0:
            stages.append(Stage(goal, float("nan"), answer.bound, float("inf"), answer.status))
            break
        x = answer.x
        value = float(gain @ x)
        if goal != "total":
            value = float(np.rint(value)) if goal != "value" else value
            program.model.row(np.flatnonzero(gain), gain[gain != 0], lo=value - 1e-6)
        stages.append(_stage(goal, value, answer))
    return x, tuple(stages)


def _maximised(program: Program, goal: str, gain: Floats, *, gap: float, nodes: int, guard: float) -> Solution:
    exact = 0.0 if goal in UNFILLED else gap
    return program.model.maximise(gain, gap=exact, nodes=nodes, guard=guard)


def _stage(goal: str, value: float, answer: Solution) -> Stage:
    bound = max(value, answer.bound)
    return Stage(goal, value, bound, (bound - value) / max(abs(bound), 1.0), answer.status)
