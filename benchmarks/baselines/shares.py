"""The method of equal shares word for word from its definition, one voter at a time."""

from datamatch.engine.arrays import Floats


def plain_equal_shares(utility: Floats, cost: Floats, means: float) -> list[int]:
    """Return the projects bought. Source: Peters, Pierczynski and Skowron, NeurIPS 2021."""
    voters, projects = utility.shape
    purse, bought = [means / voters] * voters, []
    while True:
        offers = []
        for project in (p for p in range(projects) if p not in bought):
            rate = _rate(purse, utility[:, project].tolist(), float(cost[project]))
            if rate is not None:
                offers.append((rate, project))
        if not offers:
            return bought
        rate, project = min(offers)
        purse = [has - min(has, rate * u) for has, u in zip(purse, utility[:, project].tolist(), strict=True)]
        bought.append(project)


def _rate(purse: list[float], utility: list[float], cost: float) -> float | None:
    """Return the least price per unit of utility at which the supporters can pay together."""
    supporters = sorted((has / u, has, u) for has, u in zip(purse, utility, strict=True) if u > 0)
    left, weight = cost, sum(u for _, _, u in supporters)
    if sum(has for _, has, _ in supporters) < cost - 1e-9:
        return None
    for limit, has, u in supporters:
        if left / weight <= limit + 1e-12:
            return left / weight
        left, weight = left - has, weight - u
        if weight <= 0:
            return limit
    return None
