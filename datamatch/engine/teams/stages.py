"""The goals one after another: each is met as well as it can be before the next one counts."""

from dataclasses import dataclass

import numpy as np

from ..arrays import Floats
from ..solver import GUARD, Solution
from .greedy import greedy
from .program import Program
from .question import NO_ROLE

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
        sought = gain + program.ties() if goal == "total" else gain
        exact = 0.0 if goal in UNFILLED else gap
        answer = program.model.maximise(sought, gap=exact, nodes=nodes, guard=guard)
        found = answer.x.size > 0
        x = answer.x if found else x if x.size else last_resort(program)
        most = program.ceiling() if goal == "total" else 0.0 if goal in UNFILLED else np.inf
        stages.append(_stage(goal, float(gain @ x), answer, most))
        if not found:
            break
        slack = 1e-6 if goal == "value" else 0.0
        program.model.row(np.flatnonzero(gain), gain[gain != 0], lo=stages[-1].value - slack)
    return x, tuple(stages)


def _stage(goal: str, value: float, answer: Solution, most: float) -> Stage:
    """Return what was reached, and at `most` can be; all goals but "value" count whole points."""
    bound = min(answer.bound, most)
    if goal != "value":
        value, bound = float(np.rint(value)), float(np.floor(bound + 1e-6))
    bound = max(value, bound)
    return Stage(goal, value, bound, (bound - value) / max(abs(bound), 1.0), answer.status)


def last_resort(program: Program) -> Floats:
    """Return the columns of the greedy teams, for when the search limits leave nothing better."""
    asked, arcs = program.asked, program.arcs
    taken, on = greedy(asked, arcs)
    x = np.zeros(program.model.n_columns)
    x[program.member], x[program.on] = taken, on
    filled = np.zeros(asked.demand.shape)
    kept = taken & (arcs.role != NO_ROLE)
    np.add.at(filled, (arcs.idea[kept], arcs.role[kept]), 1)
    x[program.short] = np.where(on[:, None], np.maximum(asked.demand - filled, 0), 0).ravel()
    size = np.bincount(arcs.idea[taken], minlength=asked.n_ideas)
    x[program.thin] = np.where(on, np.maximum(asked.size_lo - size, 0), 0)
    return x
