"""The answer of `choose`: the set, what comes close, and what would admit the others."""

from dataclasses import dataclass

from ..results import Result
from .rules import Name


@dataclass(frozen=True)
class Change:
    """One change that, alone, would bring an idea into a best set.

    kind: "value" (its value higher by `amount`), "means" (discipline `index` given `amount` more
    weeks), "units" (one unit fewer asked), "must", "never", "exclusive" or "together" (that
    constraint dropped: `index` is the idea or the group).
    """

    kind: str
    index: int
    amount: float


@dataclass(frozen=True)
class Reason:
    """Why one idea is not in the chosen set.

    code: the kind of the smallest change that admits it ("value" when nothing but value stands
    in its way), or "none" when no single change does.
    """

    idea: int
    code: str
    loss: float | None  # value given up if it had to be in; None when no such set is feasible
    change: Change | None
    changes: tuple[Change, ...]  # smallest first; every single change where the sets were listed


@dataclass(frozen=True)
class Option:
    """One feasible set."""

    ideas: tuple[int, ...]
    value: float
    p_best: float | None
    left: tuple[float, ...]  # weeks left per discipline
    units: int


@dataclass(frozen=True, eq=False)
class Choice(Result):
    """The best feasible set. Values in the caller's unit; weeks per discipline."""

    ideas: tuple[int, ...]  # empty when nothing is feasible
    feasible: bool
    objective: float
    bound: float
    gap: float
    status: str  # "optimal", "limit" or "infeasible"
    alternatives: tuple[Option, ...]  # the chosen set first, then by value
    p_best: float | None  # chance that the chosen set is the best feasible one; None without cov
    expected_regret: float | None
    draws: int
    binding: tuple[Name, ...]  # constraints whose single dropping would raise the value
    reasons: tuple[Reason, ...]  # one per idea that is not chosen
    infeasible_core: tuple[Name, ...]  # a smallest conflict: dropping any one of these resolves it
    n_feasible: int | None  # number of feasible sets; None when they were not listed

    def why(self, idea: int) -> Reason | None:
        """Return why the idea is not chosen, or None when it is."""
        return next((reason for reason in self.reasons if reason.idea == idea), None)
