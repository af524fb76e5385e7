"""Chances spread as evenly as they can be, for next to no loss of the expected total.

A linear program returns a corner: few pairs, each as likely as allowed. Of all chances with almost
the same total the ones of least square sum are taken: more pairs are possible, fewer are likely.
Source: Xu et al., NeurIPS 2023, for the aim; projected Newton on the dual, Bertsekas, SIAM J. Control
Optim. 20 (1982).
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

from ..arrays import Bools, Floats
from .network import Network
from .question import Question

GIVEN_UP = 2e-4  # share of the expected total
MOST_ROWS = 2_000  # ideas, reviewers and unit caps together: beyond, the corner is kept
STEPS, EXACT = 200, 5e-10  # below what counts as whole, above what rounding leaves on any processor


@dataclass(frozen=True, eq=False)
class Polytope:
    """All chances x in [0, most] with matrix x >= least; rows marked `equal` hold exactly."""

    matrix: Any  # sparse, rows x arcs
    least: Floats
    equal: Bools
    most: float

    def chances(self, price: Floats) -> Floats:
        """Return the chances of least square sum at these prices of the rows."""
        return np.asarray(np.clip(self.matrix.T @ price, 0.0, self.most))


def levelled(asked: Question, net: Network, corner: Floats, most: float) -> Floats:
    """Return the most even chances per arc; the corner itself where there is nothing to win."""
    if most >= 1.0 or not len(net.arcs) or net.model.n_rows > MOST_ROWS:
        return corner[net.arcs]
    space = _space(asked, net, corner, most)
    found = _least_square(space)
    return corner[net.arcs] if found is None else found


def _space(asked: Question, net: Network, corner: Floats, most: float) -> Polytope:
    """Return the chances that serve as the corner does: same shortfalls, loads and almost its total."""
    sparse = import_module("scipy.sparse")
    everything = net.model.matrix()
    others = np.ones(net.model.n_columns, dtype=np.bool_)
    others[net.arcs] = False
    settled = everything[:, others] @ corner[others]
    matrix, (lo, hi) = everything[:, net.arcs], net.model.limits()
    lo, hi = lo - settled, hi - settled
    equal = lo == hi
    above, below = ~equal & (lo > 0), ~equal & np.isfinite(hi)
    value = net.similarity_of(asked.similarity)
    size = float(np.linalg.norm(value)) or 1.0
    total = float(value @ corner[net.arcs])
    parts = [matrix[equal], matrix[above], -matrix[below], sparse.csr_array(value[None, :] / size)]
    least = [lo[equal], lo[above], -hi[below], [(total - GIVEN_UP * abs(total)) / size]]
    n = sum(part.shape[0] for part in parts)
    return Polytope(sparse.vstack(parts).tocsr(), np.concatenate(least), np.arange(n) < equal.sum(), most)


def _least_square(space: Polytope) -> Floats | None:
    """Return the chances of least square sum, or None when the steps do not suffice."""
    price = np.zeros(len(space.least))
    x = space.chances(price)
    for _ in range(STEPS):
        slope = space.matrix @ x - space.least
        held = ~space.equal & (price <= 0) & (slope >= 0)
        left = float(np.abs(slope[~held]).max(initial=0.0))
        if left <= EXACT:
            return x
        price = _shortened(space, price, slope, _newton(space, x, np.where(held, np.nan, slope)))
        x = space.chances(price)
    return None


def _newton(space: Polytope, x: Floats, slope: Floats) -> Floats:
    """Return the Newton step of the prices; 0 where the slope is NaN, for a row that is held."""
    free, inner = ~np.isnan(slope), (x > 0) & (x < space.most)
    rows = space.matrix[free][:, inner]
    bend = (rows @ rows.T).toarray()
    bend[np.diag_indices_from(bend)] += 1e-3 * min(1.0, float(np.abs(slope[free]).max())) + 1e-12
    step = np.zeros(len(slope))
    step[free] = np.linalg.solve(bend, -slope[free])
    return step


def _shortened(space: Polytope, price: Floats, slope: Floats, step: Floats) -> Floats:
    """Return the prices after as much of the step as helps."""
    start, share = _loss(space, price), 1.0
    while True:
        tried = price + share * step
        tried = np.where(space.equal, tried, np.maximum(tried, 0.0))
        gained = start - _loss(space, tried)
        if gained >= -1e-4 * float(slope @ (tried - price)) or share < 1e-6:
            return np.asarray(tried)
        share /= 2


def _loss(space: Polytope, price: Floats) -> float:
    """Return the dual, turned so that lower is better."""
    x = space.chances(price)
    return float(price @ (space.matrix @ x - space.least) - 0.5 * (x @ x))
