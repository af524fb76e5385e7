"""The method of equal shares: every voter has the same share and pays only for what they want."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, floats, need, whole
from .results import Result, digest
from .ties import lots

COMPLETIONS = ("none", "add1", "greedy", "add1+greedy")
SLACK = 1e-9
MOST_RAISES = 4  # "add1" stops at five times the first share


@dataclass(frozen=True)
class Round:
    """One project bought: `price` per unit of utility, by how many voters, and in which part."""

    project: int
    price: float
    payers: int
    part: str  # "shares" or "greedy"


@dataclass(frozen=True, eq=False)
class Shares(Result):
    """Which projects are bought, and who paid."""

    winners: Ints  # in the order of buying
    paid: Floats  # per voter, in the unit of cost
    share: float  # what each voter could spend, after "add1"
    rounds: tuple[Round, ...]
    spent: float
    left: float
    excluded: int  # voters none of whose projects won


def equal_shares(
    utilities: ArrayLike,
    cost: ArrayLike,
    means: float,
    *,
    complete: str = "add1+greedy",
    increments: int = 100,
    seed: int = 0,
) -> Shares:
    """Return the projects that voters buy together from equal shares of `means`.

    :param utilities: voters x projects, 0 or more; an approval ballot is 0/1 (then each approved
        project counts by its cost, as Dutch municipalities do)
    :param cost: per project, above 0; `means`: what there is, same unit
    :param complete: what follows when means are left: "add1" raises every share in steps of a
        hundredth (1 / `increments`) while the purchase stays within the means; "greedy" then
        adds what most utility per cost still fits; "none" leaves it
    :raises ValueError: naming the argument that does not fit
    Ties: equal prices are settled by a draw from the seed and the project.
    Source: Peters, Pierczynski and Skowron, NeurIPS 2021.
    """
    seed = whole("seed", seed, 0)
    wish = floats("utilities", utilities, (-1, -1))
    need(bool((wish >= 0).all()), "utilities", "give 0 or more")
    prices = floats("cost", cost, (wish.shape[1],))
    need(bool((prices > 0).all()), "cost", "give amounts above 0")
    have = float(floats("means", means, ()))
    need(have >= 0, "means", "give 0 or more")
    need(complete in COMPLETIONS, "complete", f"choose one of {COMPLETIONS}")
    steps = whole("increments", increments, 1)
    worth = wish * prices if np.isin(wish, (0.0, 1.0)).all() else wish
    key = digest(utilities=wish, cost=prices, means=have, complete=complete, steps=steps)
    lot = lots(seed, np.arange(len(prices)))
    share, rounds, paid = _raised(worth, prices, have, steps if "add1" in complete else 0, lot)
    if "greedy" in complete:
        rounds = rounds + _greedy(worth, prices, have, rounds, lot)
    return _shares(wish, prices, have, share=share, bought=(rounds, paid), mark=(seed, key))


def _raised(worth: Floats, cost: Floats, means: float, steps: int, lot: Floats) -> tuple[float, list[Round], Floats]:
    """Return the largest raised share whose purchase stays within the means, and the purchase."""
    base = means / max(len(worth), 1)
    share, (rounds, paid) = base, _bought(worth, cost, base, lot)
    supported = int((worth.sum(axis=0) > 0).sum())
    for step in range(1, MOST_RAISES * steps + 1):
        if len(rounds) == supported:
            break
        tried = base * (1 + step / steps)
        more, spent = _bought(worth, cost, tried, lot)
        if cost[[r.project for r in more]].sum() > means + SLACK:
            break
        share, rounds, paid = tried, more, spent
    return share, rounds, paid


def _bought(worth: Floats, cost: Floats, share: float, lot: Floats) -> tuple[list[Round], Floats]:
    """Return the projects bought when every voter has `share`, and what each voter paid."""
    left = np.full(len(worth), share)
    least = np.zeros(len(cost))  # a price only rises: old prices are lower bounds
    alive = worth.sum(axis=0) > 0
    rounds: list[Round] = []
    while alive.any():
        best, at = np.inf, -1
        for project in np.lexsort((-lot, least)).tolist():
            if not alive[project] or least[project] > best + SLACK:
                continue
            least[project] = price = _price(worth[:, project], cost[project], left)
            alive[project] = np.isfinite(price)
            if price < best - SLACK or (price <= best + SLACK and at >= 0 and lot[project] > lot[at]):
                best, at = min(best, price), project
        if at < 0:
            break
        payment = np.minimum(left, least[at] * worth[:, at])
        rounds.append(Round(at, float(least[at]), int((payment > 0).sum()), "shares"))
        left = np.maximum(left - payment, 0.0)
        alive[at] = False
    return rounds, share - left


def _price(worth: Floats, cost: float, left: Floats) -> float:
    """Return the least price per utility at which the supporters can pay `cost` together."""
    who = np.flatnonzero(worth > 0)
    if left[who].sum() < cost - SLACK:
        return float("inf")
    ratio = left[who] / worth[who]
    order = np.argsort(ratio, kind="stable")
    money, utility = left[who][order], worth[who][order]
    before = np.concatenate([[0.0], np.cumsum(money)[:-1]])
    after = np.cumsum(utility[::-1])[::-1]
    price = (cost - before) / after
    fits = np.flatnonzero(price <= ratio[order] + SLACK)
    return float(max(price[fits[0]], 0.0)) if len(fits) else float(ratio.max())


def _greedy(worth: Floats, cost: Floats, means: float, rounds: list[Round], lot: Floats) -> list[Round]:
    """Return further projects by utility per cost, as long as they fit."""
    taken = {r.project for r in rounds}
    left = means - sum(float(cost[project]) for project in taken)
    value = worth.sum(axis=0) / cost
    added = []
    for project in np.lexsort((-lot, -value)).tolist():
        if project not in taken and value[project] > 0 and cost[project] <= left + SLACK:
            left -= float(cost[project])
            added.append(Round(project, 0.0, 0, "greedy"))
    return added


def _shares(
    wish: Floats,
    cost: Floats,
    means: float,
    *,
    share: float,
    bought: tuple[list[Round], Floats],
    mark: tuple[int, str],
) -> Shares:
    rounds, paid = bought
    winners = np.array([r.project for r in rounds], dtype=np.int64)
    spent = float(cost[winners].sum())
    without = int((wish[:, winners].sum(axis=1) == 0).sum())
    return Shares(*mark, winners, paid, share, tuple(rounds), spent, means - spent, without)
