"""Answers by trying everything: slow, and too simple to be wrong."""

from itertools import combinations, product

import numpy as np


def best_assignment(*, similarity, per_idea, load_max, load_min=0, forbid=None, unit=None, unit_cap=None):
    """Return (reviews missing, duty missing, -total) of the best assignment."""
    similarity = np.asarray(similarity)
    ideas, reviewers = similarity.shape
    forbid = np.zeros(similarity.shape, bool) if forbid is None else forbid
    load_min = np.broadcast_to(load_min, reviewers)
    options = [_subsets(~forbid[i], per_idea[i], unit, unit_cap) for i in range(ideas)]
    best = None
    for chosen in product(*options):
        load = np.bincount([r for group in chosen for r in group], minlength=reviewers)
        if (load > load_max).any():
            continue
        short = int(sum(per_idea)) - sum(len(group) for group in chosen)
        idle = int(np.maximum(load_min - load, 0).sum())
        total = sum(similarity[i, r] for i, group in enumerate(chosen) for r in group)
        found = (short, idle, -total)
        best = found if best is None or found < best else best
    return best


def best_minimum(similarity, *, per_idea, load_max, forbid):
    """Return (largest minimum, largest total at it) over complete assignments, or None."""
    ideas, reviewers = similarity.shape
    options = [list(combinations(np.flatnonzero(~forbid[i]), per_idea[i])) for i in range(ideas)]
    found = []
    for chosen in product(*options):
        load = np.bincount([r for group in chosen for r in group], minlength=reviewers)
        if (load <= load_max).all():
            scores = [sum(similarity[i, r] for r in group) for i, group in enumerate(chosen)]
            found.append((min(scores), sum(scores)))
    if not found:
        return None
    top = max(found)[0]
    return top, max(total for low, total in found if low >= top - 1e-9)


def _subsets(allowed, most, unit, unit_cap):
    able = np.flatnonzero(allowed).tolist()
    for size in range(most + 1):
        for group in combinations(able, size):
            per_unit = np.bincount([unit[r] for r in group]) if unit is not None and group else [0]
            if unit_cap is None or max(per_unit) <= unit_cap:
                yield group


def feasible_sets(value, weeks, means, k, *, unit, min_units=1, must=(), never=(), exclusive=(), together=()):
    """Return every feasible set with its value."""
    found = {}
    for chosen in combinations(range(len(value)), k):
        members = set(chosen)
        rules = (
            (np.asarray(weeks)[list(chosen)].sum(axis=0) <= means).all(),
            len({unit[i] for i in chosen}) >= min_units,
            members.issuperset(must),
            members.isdisjoint(never),
            all(len(members & set(group)) <= 1 for group in exclusive),
            all(len(members & set(group)) in (0, len(group)) for group in together),
        )
        if all(rules):
            found[chosen] = sum(value[i] for i in chosen)
    return found


def dense_posterior(item, reviewer, score, size, shares):
    """Return mean and covariance of the item effects by inverting everything (weights 1)."""
    (n_items, n_reviewers), (f, v, s) = size, shares
    n = len(score)
    z = np.zeros((n, n_items))
    z[np.arange(n), item] = 1
    b = np.zeros((n, n_reviewers))
    b[np.arange(n), reviewer] = 1
    inverse = np.linalg.inv(f * z @ z.T + v * b @ b.T + s * np.eye(n))
    one = np.ones(n)
    mu = one @ inverse @ score / (one @ inverse @ one)
    projected = inverse - np.outer(inverse @ one, inverse @ one) / (one @ inverse @ one)
    mean = mu + f * z.T @ inverse @ (score - mu)
    return mean, f * np.eye(n_items) - f * f * z.T @ projected @ z


def best_teams(*, energy, level, need, size_lo, size_hi, capacity, unit, max_same_unit, must):
    """Return (-must open, -should open, -size missing, lowest energy, total) of the best teams."""
    people, ideas = np.asarray(energy).shape
    roles = np.asarray(level).shape[1]
    options = []
    for i in range(people):
        seats = [[None] + [d for d in range(roles) if energy[i, t] > 0 and level[i, d] > 0] for t in range(ideas)]
        options.append([s for s in product(*seats) if sum(x is not None for x in s) <= capacity[i]])
    real = [t for t in range(ideas) if any(s[t] is not None for o in options for s in o)]
    asked = (np.asarray(energy), level, np.asarray(need), size_lo, size_hi, unit, max_same_unit, must)
    found = (_worth(chosen, real, *asked) for chosen in product(*options))
    return max(worth for worth in found if worth is not None)


def _worth(chosen, real, *asked):
    energy, level, need, size_lo, size_hi, unit, max_same_unit, must = asked
    seats = [(i, t, d) for i, row in enumerate(chosen) for t, d in enumerate(row) if d is not None]
    ideas = range(len(need))
    teams = {t: [i for i, u, _ in seats if u == t] for t in ideas}
    per_unit = {t: np.bincount([unit[i] for i in teams[t]], minlength=1) for t in ideas}
    if any(len(teams[t]) > size_hi[t] or per_unit[t].max() > max_same_unit for t in ideas):
        return None
    filled = np.zeros_like(need)
    for _, t, d in seats:
        filled[t, d] += 1
    short = np.maximum(need - filled, 0)
    lowest = min((sum(energy[i, t] for i in teams[t]) for t in real), default=0)
    total = sum(10 * energy[i, t] + 2 * level[i, d] for i, t, d in seats)
    total += 5 * sum(int((per_unit[t] > 0).sum()) for t in ideas)
    thin = sum(max(size_lo[t] - len(teams[t]), 0) for t in ideas)
    return (-int(short[must].sum()), -int(short[~must].sum()), -int(thin), int(lowest), int(total))


def schulze_winners(ballots, n):
    """Return the winners by the textbook loop."""
    d = [[0] * n for _ in range(n)]
    for ballot in ballots:
        place = dict.fromkeys(range(n), n)
        for p, group in enumerate(ballot):
            for c in group if isinstance(group, (set, tuple, list)) else [group]:
                place[c] = p
        for a, b in product(range(n), repeat=2):
            d[a][b] += place[a] < place[b]
    p = [[d[a][b] if d[a][b] > d[b][a] else 0 for b in range(n)] for a in range(n)]
    for i, j, k in product(range(n), repeat=3):
        if len({i, j, k}) == 3:
            p[j][k] = max(p[j][k], min(p[j][i], p[i][k]))
    return [a for a in range(n) if all(p[a][b] >= p[b][a] for b in range(n) if b != a)], p


def day_value(slots_of, *, wants, n_slots, expected, seats, seat_weight):
    """Return wishes kept less weighted seats missing, rooms filled from the largest."""
    kept = missing = 0.0
    for slot in range(n_slots):
        group = [s for s, at in enumerate(slots_of) if at == slot]
        kept += sum(any(s in group for s in wish) for wish in wants)
        crowds = sorted((expected[s] for s in group), reverse=True)
        rooms = sorted(seats, reverse=True)
        missing += sum(max(0.0, c - r) for c, r in zip(crowds, rooms, strict=False))
    return kept - seat_weight * missing


def paired_strengths(first, second, share, n, sd=1.0):
    """Return the strengths of a Bradley-Terry model with a normal prior, as a plain optimiser finds them."""
    from scipy.optimize import minimize

    def loss(strength):
        gap = strength[first] - strength[second]
        return -(share * gap - np.logaddexp(0, gap)).sum() + (strength**2).sum() / (2 * sd**2)

    return minimize(loss, np.zeros(n), method="BFGS", options={"gtol": 1e-8}).x
