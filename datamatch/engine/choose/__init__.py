"""Which k of n ideas: the best set under means, units and wishes, with what comes close and why."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Floats, floats, need, whole
from ..rank import draws_of
from ..results import digest
from .answer import Change, Choice, Option, Reason
from .chances import chances
from .forced import Forced
from .listed import binding, reasons, smallest_conflict
from .program import Program, feasibility
from .rules import Rules, rules
from .sets import Sets, listable
from .wishes import Wish, Wishes, wishes

__all__ = ["Change", "Choice", "Option", "Reason", "Wish", "Wishes", "choose", "wishes"]

ALTERNATIVES = 10
PROGRAM_DRAWS = 50  # each draw is a program of its own when the sets cannot be listed


def choose(
    value: ArrayLike,
    weeks: ArrayLike,
    means: ArrayLike,
    k: int,
    *,
    unit: ArrayLike | None = None,
    min_units: int = 1,
    must: Iterable[int] = (),
    never: Iterable[int] = (),
    exclusive: Iterable[Sequence[int]] = (),
    together: Iterable[Sequence[int]] = (),
    draws: int = 1000,
    cov: ArrayLike | None = None,
    seed: int = 0,
) -> Choice:
    """Return the set of exactly `k` ideas with the largest total value that keeps every rule.

    :param value: per idea, e.g. the posterior mean, or mean - caution * sd
    :param weeks: ideas x disciplines: person-weeks (or euros, as one more column) an idea takes
    :param means: per discipline: what there is
    :param unit: idea -> unit; at least `min_units` different ones among the chosen
    :param must: ideas that are in; `never`: ideas that are out (a red gate)
    :param exclusive: groups of which at most one is in; `together`: groups that go as one
    :param cov: ideas x ideas covariance of the values; with it come p_best and expected_regret
    :param draws: draws for those chances (at most 50 when the sets cannot be listed)
    :raises ValueError: naming the argument that does not fit; an infeasible question is not an
        error: it returns `feasible=False` and a smallest conflict in `infeasible_core`
    Ties: the lexicographically first set when listed, a hashed millionth from `seed` otherwise.
    """
    seed = whole("seed", seed, 0)
    asked = rules(
        value,
        weeks=weeks,
        means=means,
        k=k,
        unit=unit,
        min_units=min_units,
        must=must,
        never=never,
        exclusive=exclusive,
        together=together,
    )
    spread = None if cov is None else floats("cov", cov, (asked.n, asked.n))
    if spread is not None:
        need(bool(np.allclose(spread, spread.T)), "cov", "give a symmetric matrix")
    draws = whole("draws", draws, 1)
    key = digest(rules=asked.input_digest, cov=spread, draws=draws, seed=seed)
    answer = _listed if listable(asked) else _programmed
    return answer(asked, spread, draws, seed, key)


def _listed(asked: Rules, cov: Floats | None, draws: int, seed: int, key: str) -> Choice:
    sets = Sets(asked)
    if not sets.feasible.any():
        core = smallest_conflict(asked.names, lambda names: bool(sets.keeping(names).any()))
        return _infeasible(seed, key, core, 0)
    rows = sets.ranked(sets.feasible, ALTERNATIVES)
    share: list[float | None] = [None] * len(rows)
    regret = None
    if cov is not None:
        feasible = np.flatnonzero(sets.feasible)
        sampled = draws_of(asked.value, cov, draws, seed)
        found, regret = chances(sets.members[feasible], sampled, np.searchsorted(feasible, rows))
        share = found.tolist()
    chosen = tuple(sets.members[rows[0]].tolist())
    options = [_option(asked, tuple(sets.members[row].tolist()), p) for row, p in zip(rows, share, strict=True)]
    best = float(sets.value[rows[0]])
    return Choice(
        seed, key, chosen, True, best, best, 0.0, "optimal", tuple(options), share[0], regret,
        draws if cov is not None else 0, binding(sets, best), reasons(sets, chosen), (),
        int(sets.feasible.sum()),
    )  # fmt: skip


def _programmed(asked: Rules, cov: Floats | None, draws: int, seed: int, key: str) -> Choice:
    program = Program(asked, seed)
    first = program.solve()
    if first.status == "infeasible":
        return _infeasible(seed, key, smallest_conflict(asked.names, feasibility(program)), None)
    found = [program.ideas(first)]
    while len(found) < ALTERNATIVES:
        following = program.solve(barred=tuple(found))
        if following.status == "infeasible":
            break
        found.append(program.ideas(following))
    share, regret, used = _sampled(program, found, cov, min(draws, PROGRAM_DRAWS), seed)
    best = float(asked.value[list(found[0])].sum())
    bound = max(best, first.bound)
    forced = Forced(program, found[0], best)
    return Choice(
        seed, key, found[0], True, best, bound, (bound - best) / max(abs(bound), 1e-12),
        first.status, tuple(_option(asked, s, p) for s, p in zip(found, share, strict=True)),
        share[0], regret, used, forced.binding(), forced.reasons(), (), None,
    )  # fmt: skip


def _sampled(
    program: Program, found: list[tuple[int, ...]], cov: Floats | None, draws: int, seed: int
) -> tuple[list[float | None], float | None, int]:
    if cov is None:
        return [None] * len(found), None, 0
    sampled = draws_of(program.asked.value, cov, draws, seed)
    winners = [program.ideas(program.solve(gain=row)) for row in sampled]
    lost = [row[list(w)].sum() - row[list(found[0])].sum() for row, w in zip(sampled, winners, strict=True)]
    return [winners.count(option) / draws for option in found], float(np.mean(lost)), draws


def _option(asked: Rules, ideas: tuple[int, ...], p_best: float | None) -> Option:
    chosen = list(ideas)
    left = asked.means - asked.weeks[chosen].sum(axis=0)
    units = len(np.unique(asked.unit[chosen]))
    value = float(asked.value[chosen].sum())
    return Option(ideas, value, p_best, tuple(left.tolist()), units)


def _infeasible(seed: int, key: str, core: tuple[tuple[str, int], ...], n_feasible: int | None) -> Choice:
    return Choice(
        seed, key, (), False, 0.0, 0.0, 0.0, "infeasible", (), None, None, 0, (), (), core,
        n_feasible,
    )  # fmt: skip
