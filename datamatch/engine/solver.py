"""Linear and mixed-integer programs, solved by the HiGHS that SciPy carries (loaded on first use)."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Bools, Floats, Ints

NODES = 20_000  # branch-and-bound nodes: a limit that is the same on every machine
GUARD = 600.0  # seconds of the clock: an outer guard that a busy machine does not meet either; the status tells of it


@dataclass(frozen=True, eq=False)
class Solution:
    """The columns' values, the value reached, a proven upper bound, and how the search ended."""

    x: Floats
    objective: float
    bound: float
    status: str  # "optimal", "limit" (nodes or guard) or "infeasible"

    @property
    def found(self) -> bool:
        """Return whether there is an answer at all."""
        return self.x.size > 0 or self.status == "optimal"


class Model:
    """A program to maximise: columns with bounds, rows with bounds, in fixed order."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._columns: list[tuple[Floats, Floats, Bools]] = []
        self._entries: list[tuple[Ints, Ints, Floats]] = []
        self._limits: list[tuple[Floats, Floats]] = []
        self.n_columns = self.n_rows = 0

    def columns(self, n: int, lo: ArrayLike = 0.0, hi: ArrayLike = 1.0, whole: bool = True) -> Ints:
        """Add `n` columns and return their numbers."""
        bounds = (np.broadcast_to(np.asarray(b, dtype=np.float64), (n,)) for b in (lo, hi))
        low, high = bounds
        self._columns.append((low, high, np.full(n, whole)))
        self.n_columns += n
        return np.arange(self.n_columns - n, self.n_columns)

    def rows(self, row: Ints, column: Ints, value: ArrayLike, *, lo: ArrayLike, hi: ArrayLike, n: int) -> Ints:
        """Add `n` rows lo <= sum(value * column) <= hi; `row` counts from 0 within this block."""
        self._entries.append((row + self.n_rows, column, _spread(value, len(row))))
        self._limits.append((_spread(lo, n), _spread(hi, n)))
        self.n_rows += n
        return np.arange(self.n_rows - n, self.n_rows)

    def row(self, column: Ints, value: ArrayLike, lo: float = -np.inf, hi: float = np.inf) -> None:
        """Add one row."""
        self.rows(np.zeros(len(column), dtype=np.int64), column, value, lo=lo, hi=hi, n=1)

    def matrix(self) -> Any:
        """Return the rows as one sparse matrix."""
        sparse = import_module("scipy.sparse")
        shape = (self.n_rows, self.n_columns)
        if not self._entries:
            return sparse.csr_array(shape)
        row, column, value = (np.concatenate(part) for part in zip(*self._entries, strict=True))
        return sparse.coo_array((value, (row, column)), shape=shape).tocsr()

    def bounds(self) -> tuple[Floats, Floats, Bools]:
        """Return the columns' lower bounds, upper bounds and whether they must be whole."""
        low, high, whole = (np.concatenate(part) for part in zip(*self._columns, strict=True))
        return low, high, whole

    def limits(self) -> tuple[Floats, Floats]:
        """Return the rows' lower and upper bounds."""
        if not self._limits:
            return np.zeros(0), np.zeros(0)
        low, high = (np.concatenate(part) for part in zip(*self._limits, strict=True))
        return low, high

    def maximise(
        self,
        gain: Floats,
        *,
        relaxed: bool = False,
        gap: float = 1e-6,
        nodes: int = NODES,
        guard: float = GUARD,
    ) -> Solution:
        """Return the best columns; `relaxed` drops wholeness (then a vertex is returned).

        A verdict of "infeasible" is asked for twice, the second time without presolve, which
        has been seen to reject feasible programs with rows that hold an earlier optimum.
        """
        limits: dict[str, Any] = {"time_limit": guard}
        if not relaxed:
            limits |= {"node_limit": nodes, "mip_rel_gap": gap}
        answer = self._solved(gain, relaxed, limits)
        if answer.status == "infeasible":
            answer = self._solved(gain, relaxed, limits | {"presolve": False})
        return answer

    def _solved(self, gain: Floats, relaxed: bool, limits: dict[str, Any]) -> Solution:
        optimize = import_module("scipy.optimize")
        low, high, whole = self.bounds()
        answer = optimize.milp(
            -gain,
            integrality=None if relaxed else whole.astype(np.int64),
            bounds=optimize.Bounds(low, high),
            constraints=optimize.LinearConstraint(self.matrix(), *self.limits()),
            options=limits,
        )
        return _solution(answer, gain)

    def duals(self, gain: Floats) -> tuple[Solution, Floats]:
        """Return the relaxed optimum and each row's price (what one more unit of it is worth)."""
        optimize = import_module("scipy.optimize")
        sparse = import_module("scipy.sparse")
        matrix, (lo, hi) = self.matrix(), self.limits()
        low, high, _ = self.bounds()
        equal, above, below = lo == hi, (lo < hi) & np.isfinite(lo), (lo < hi) & np.isfinite(hi)
        answer = optimize.linprog(
            -gain,
            A_ub=sparse.vstack([matrix[below], -matrix[above]]),
            b_ub=np.concatenate([hi[below], -lo[above]]),
            A_eq=matrix[equal],
            b_eq=lo[equal],
            bounds=np.stack([low, high], axis=1),
            method="highs-ds",
        )
        price = np.zeros(self.n_rows)
        if answer.x is not None:
            price[equal] = -answer.eqlin.marginals
            price[below] -= answer.ineqlin.marginals[: below.sum()]
            price[above] += answer.ineqlin.marginals[below.sum() :]
        return _solution(answer, gain), price


def _spread(value: ArrayLike, n: int) -> Floats:
    return np.broadcast_to(np.asarray(value, dtype=np.float64), (n,))


def _solution(answer: Any, gain: Floats) -> Solution:
    status = {0: "optimal", 1: "limit", 2: "infeasible"}.get(int(answer.status), "infeasible")
    if answer.x is None:
        bound = getattr(answer, "mip_dual_bound", None)
        return Solution(np.zeros(0), -np.inf, np.inf if bound is None else -float(bound), status)
    x = np.asarray(answer.x, dtype=np.float64)
    reached = float(gain @ x)
    bound = getattr(answer, "mip_dual_bound", None)
    proven = reached if bound is None else max(reached, -float(bound))
    return Solution(x, reached, proven, status)
