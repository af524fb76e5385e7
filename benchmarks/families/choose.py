"""C: the three of ten, and equal shares for the public's prize."""

import itertools
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import numpy as np

from benchmarks.baselines.shares import plain_equal_shares
from benchmarks.clock import timed, usual
from benchmarks.data import Absent, Shared
from benchmarks.families.jury import rows as jury_rows
from benchmarks.table import RECORDED, SAME_RUN, Row, skipped
from datamatch.engine import choose, equal_shares
from datamatch.engine.arrays import Floats

PABUTOOLS_SECONDS = 39.4  # 8,520 voters x 85 projects, recorded
VOTERS, PROJECTS = 8520, 85


def rows(shared: Shared, quick: bool) -> Iterator[Row]:
    """Return the figures of choose and equal_shares."""
    yield from jury_rows(30 if quick else 500)
    try:
        yield from _instances(shared.instances("jury"))
    except Absent as why:
        yield skipped("C2", "jury instances", str(why))
    yield from _shares(quick)


def _instances(asked: list[dict[str, Any]]) -> Iterator[Row]:
    optima, cores, slowest = 0, 0, 0.0
    feasible = [one for one in asked if _listed(one)]
    for one in asked:
        rules = {"unit": one["unit"], "min_units": one["min_units"]}
        answer, took = timed(lambda one=one, rules=rules: choose(  # type: ignore[misc]
            one["value"], one["weeks"], one["budget"], one["k"], **rules))  # fmt: skip
        slowest = max(slowest, took)
        if answer.feasible:
            best = max(sum(one["value"][i] for i in chosen) for chosen in _listed(one))
            optima += abs(answer.objective - best) <= 1e-9
        else:
            cores += _minimal(one, answer.infeasible_core)
    n, m = len(feasible), len(asked) - len(feasible)
    told = "jury instances: optimum found"
    yield Row("C2", told, optima, n, "by listing all sets", SAME_RUN, optima / n, "all", optima == n)
    told = "jury instances: smallest conflict named"
    yield Row("C2", told, cores, m, "without an answer", SAME_RUN, cores / m, "all", cores == m)
    yield Row("C2", "slowest of them, CPU ms", 1000 * slowest, asked="<= 50", met=slowest <= 0.05)


def _listed(one: dict[str, Any], dropped: tuple[tuple[Any, ...], ...] = ()) -> list[tuple[int, ...]]:
    """Return every set that keeps the rules left."""
    weeks, means, units = np.array(one["weeks"]), np.array(one["budget"]), one["unit"]
    counted = [d for d in range(len(means)) if ("means", d) not in dropped]
    spread = 1 if any(name == "units" for name, *_ in dropped) else one["min_units"]
    return [
        chosen
        for chosen in itertools.combinations(range(len(units)), one["k"])
        if (weeks[list(chosen)].sum(axis=0) <= means + 1e-9)[counted].all()
        and len({units[i] for i in chosen}) >= spread
    ]


def _minimal(one: dict[str, Any], core: tuple[tuple[str, int], ...]) -> bool:
    """Return whether these rules alone leave no set, and any of them dropped leaves one."""
    every = [("means", d) for d in range(len(one["budget"]))] + [("units", 0)]
    kept = [name if name[0] != "units" else ("units", 0) for name in core]
    outside = tuple(rule for rule in every if rule not in kept)
    alone = not _listed(one, outside)
    return alone and all(_listed(one, (*outside, rule)) for rule in kept)


def _shares(quick: bool) -> Iterator[Row]:
    same = sum(_equal(number) for number in range(5 if quick else 20))
    n = 5 if quick else 20
    told = "equal shares: same projects, 84 x 14"
    yield Row("C3", told, same, n, "by the definition", SAME_RUN, same / n, "all", same == n)
    utility, cost, means = _votes(VOTERS, PROJECTS, 0)
    took = usual(lambda: equal_shares(utility, cost, means), 3)
    told = f"equal shares, {VOTERS:,} x {PROJECTS}, CPU s"
    other, name, source = PABUTOOLS_SECONDS, "pabutools, wall s", RECORDED
    measured = None if quick else _pabutools(utility, cost, means)
    if measured:
        winners, other = measured
        name, source = "pabutools", SAME_RUN
        ours = tuple(sorted(equal_shares(utility, cost, means, complete="none").winners))
        what = f"equal shares: same projects, {VOTERS:,} x {PROJECTS}"
        yield Row("C3", what, len(ours), len(winners), name, source, 1.0, "the same", ours == winners)
        took = usual(lambda: equal_shares(utility, cost, means, complete="none"), 3)
    elif not quick:
        yield skipped("", "pabutools beside it", "not installed: see benchmarks/requirements-peers.txt")
    yield Row("C3", told, took, other, name, source, took / other, "<= .05", took <= 0.05 * other)


def _votes(voters: int, projects: int, number: int) -> tuple[Floats, Floats, float]:
    """Return approvals of about seven projects each, costs and means for a third of them."""
    random = np.random.default_rng([85, number])
    liked = random.random(projects) ** 2
    approved = random.random((voters, projects)) < 7 * liked / liked.sum()
    cost = random.permutation(np.arange(5_000, 60_000))[:projects].astype(np.float64)
    return approved.astype(np.float64), cost, float(np.round(cost.sum() / 3))


def _equal(number: int) -> bool:
    utility, cost, means = _votes(84, 14, number)
    ours = equal_shares(utility, cost, means, complete="none").winners
    return sorted(ours) == sorted(plain_equal_shares(utility * cost, cost, means))


def _pabutools(utility: Floats, cost: Floats, means: float) -> tuple[tuple[int, ...], float] | None:
    """Return what pabutools buys and its seconds, where it is installed."""
    try:
        election, rules = import_module("pabutools.election"), import_module("pabutools.rules")
    except ImportError:
        return None
    projects = [election.Project(str(i), int(c)) for i, c in enumerate(cost)]
    instance = election.Instance(projects, budget_limit=int(means))
    ballots = [election.ApprovalBallot([projects[p] for p in np.flatnonzero(row)]) for row in utility]
    profile = election.ApprovalProfile(ballots, instance=instance)
    method = rules.method_of_equal_shares
    bought, seconds = timed(lambda: method(instance, profile, sat_class=election.Cost_Sat))
    return tuple(sorted(int(project.name) for project in bought)), seconds
