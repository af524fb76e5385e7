"""Who works with whom: teams by energy, skill and hours, goal after goal, with gaps named."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Floats, need, whole
from .answer import Candidate, Gap, Member, PersonReason, Teams
from .program import Program, program
from .question import Arcs, Question, arcs, question
from .reasons import blocking_pairs, gaps, person_reasons
from .stages import UNFILLED, Stage, solved
from .standing import Standing, standing

__all__ = ["Candidate", "Gap", "Member", "PersonReason", "Stage", "Teams", "teams"]

GOALS = ("unfilled", "value", "min_energy", "total")


def teams(
    energy: ArrayLike,
    level: ArrayLike,
    need: ArrayLike,
    size_lo: ArrayLike,
    size_hi: ArrayLike,
    *,
    capacity: ArrayLike,
    unit: ArrayLike,
    fixed: Iterable[Sequence[int]] = (),
    veto: Iterable[Sequence[int]] = (),
    max_same_unit: int = 3,
    select: int | None = None,
    value: ArrayLike | None = None,
    must: ArrayLike = True,
    hours: ArrayLike | None = None,
    effort: ArrayLike = 0,
    newcomer: ArrayLike = False,
    order: Sequence[str] = GOALS,
    seed: int = 0,
    nodes: int = 20_000,
) -> Teams:
    """Return teams for all ideas, or for the `select` best ideas together with their teams.

    :param energy: people x ideas, 0 = none, up to 3
    :param level: people x roles, 0 = cannot fill the role, up to 3
    :param need: ideas x roles: members asked per role
    :param size_lo: per idea: least members (missed only when people lack); `size_hi`: most
    :param capacity: per person: most teams
    :param unit: person -> unit; at most `max_same_unit` of one unit in a team
    :param fixed: pins (person, idea, role), or (person, idea) for any role or none (an owner);
        pins hold whatever the limits say (`overruled` names those exceeded)
    :param veto: (person, idea) that must not be
    :param select: carry out this many ideas, chosen with their teams by `value` per idea
    :param must: ideas x roles: True is covered before any role that is False ("should")
    :param hours: per person, hours per week they have; `effort`: ideas x roles, what a seat takes
    :param newcomer: per person: new to the programme; each team would like one
    :param order: goals, first counts first: "unfilled" (must roles, should roles, size),
        "value", "min_energy" (lowest team energy), "total" (10 energy + 2 level + 5 per unit
        present + 5 for a newcomer)
    :param nodes: search limit per goal, the same on every machine
    :raises ValueError: naming the argument that does not fit
    Ties: a hashed thousandth from `seed`, below any difference in whole points.
    Source: integer program, Wolsey, Integer Programming (2020); lexicographic goals, Ehrgott,
    Multicriteria Optimization (2005).
    """
    seed = whole("seed", seed, 0)
    known = set(order) <= set(GOALS) and len(set(order)) == len(tuple(order))
    _check_order(known and "total" in order)
    asked = question(
        energy,
        level,
        demand=need,
        size_lo=size_lo,
        size_hi=size_hi,
        capacity=capacity,
        unit=unit,
        fixed=fixed,
        veto=veto,
        max_same_unit=max_same_unit,
        must=must,
        hours=hours,
        effort=effort,
        newcomer=newcomer,
        select=select,
        value=0.0 if value is None else value,
        seed=seed,
    )
    return _answered(asked, tuple(order), nodes)


def _check_order(fits: bool) -> None:
    need(fits, "order", f'name goals of {GOALS}, each once, "total" among them')


def _answered(asked: Question, order: tuple[str, ...], nodes: int) -> Teams:
    possible = arcs(asked)
    planned = program(asked, possible)
    goals = tuple(g for goal in order for g in (UNFILLED if goal == "unfilled" else (goal,)))
    if asked.select is None:
        goals = tuple(goal for goal in goals if goal != "value")
    x, stages = solved(planned, goals, 1e-6, nodes)
    return _read(planned, x, stages)


def _read(planned: Program, x: Floats, stages: tuple[Stage, ...]) -> Teams:
    asked, possible = planned.asked, planned.arcs
    taken = np.rint(x[planned.member]) > 0
    chosen = Arcs(possible.person[taken], possible.idea[taken], possible.role[taken], possible.sure[taken])
    found = standing(asked, chosen, np.rint(x[planned.on]) > 0)
    return described(found, stages)


def described(found: Standing, stages: tuple[Stage, ...]) -> Teams:
    """Return the answer around the chosen members."""
    asked, chosen = found.asked, found.chosen
    rows = np.lexsort((chosen.person, chosen.role, chosen.idea))
    willing = ((asked.energy > 0) & ~asked.veto).any(axis=1) & (asked.level > 0).any(axis=1)
    energy = np.where(found.inside, asked.energy, 0).sum(axis=0)
    return Teams(
        seed=asked.seed,
        input_digest=asked.input_digest,
        members=tuple(Member(int(chosen.person[r]), int(chosen.idea[r]), int(chosen.role[r])) for r in rows),
        selected=np.flatnonzero(found.selected),
        unfilled=gaps(found),
        bench=np.flatnonzero(willing & (found.teams_of == 0)),
        energy_by_team=energy,
        size_by_team=found.size,
        stages=stages,
        objective=stages[-1].value if stages else 0.0,
        bound=stages[-1].bound if stages else 0.0,
        gap=max((stage.gap for stage in stages), default=0.0),
        status="optimal" if all(s.status == "optimal" for s in stages) else "limit",
        blocking_pairs=blocking_pairs(found),
        overruled=asked.overruled,
        _asked=asked,
        _reasons=person_reasons(found),
    )
