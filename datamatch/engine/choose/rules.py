"""The rules of a choice as named constraints, each of which can be dropped to see what it costs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import Floats, Ints, floats, ints, need, whole
from ..results import digest

# A constraint by name: means of a discipline, units (0), must and never of an idea, exclusive and
# together of a group.
Name = tuple[str, int]
SLACK = 1e-9


@dataclass(frozen=True, eq=False)
class Rules:
    """The checked question: values, what each idea takes, what there is, and who may go with whom."""

    value: Floats
    weeks: Floats  # ideas x disciplines
    means: Floats  # disciplines
    k: int
    unit: Ints
    min_units: int
    must: tuple[int, ...]
    never: tuple[int, ...]
    exclusive: tuple[tuple[int, ...], ...]
    together: tuple[tuple[int, ...], ...]
    input_digest: str

    @property
    def n(self) -> int:
        """Return the number of ideas."""
        return len(self.value)

    @property
    def names(self) -> tuple[Name, ...]:
        """Return every constraint by name, in fixed order."""
        groups = (("exclusive", self.exclusive), ("together", self.together))
        return (
            *(("means", d) for d in range(len(self.means))),
            *([("units", 0)] if self.min_units > 1 else []),
            *(("must", i) for i in self.must),
            *(("never", i) for i in self.never),
            *((kind, g) for kind, many in groups for g in range(len(many))),
        )


def rules(
    value: ArrayLike,
    *,
    weeks: ArrayLike,
    means: ArrayLike,
    k: int,
    unit: ArrayLike | None,
    min_units: int,
    must: Iterable[int],
    never: Iterable[int],
    exclusive: Iterable[Sequence[int]],
    together: Iterable[Sequence[int]],
) -> Rules:
    """Return the checked rules. :raises ValueError: naming the argument that does not fit"""
    values = floats("value", value, (-1,))
    n = len(values)
    taken = floats("weeks", weeks, (n, -1))
    have = floats("means", means, (taken.shape[1],))
    need(bool((taken >= 0).all()), "weeks", "give amounts of 0 or more")
    groups = ints("unit", np.arange(n) if unit is None else unit, (n,))
    spread = whole("min_units", min_units, 1)
    need(unit is not None or spread == 1, "min_units", "give unit too")
    sure, out = _ideas("must", must, n), _ideas("never", never, n)
    apart, bound = _groups("exclusive", exclusive, n), _groups("together", together, n)
    size = whole("k", k, 1, n)
    key = digest(
        value=values, weeks=taken, means=have, k=size, unit=groups, min_units=spread,
        must=sure, never=out, exclusive=repr(apart), together=repr(bound),
    )  # fmt: skip
    return Rules(values, taken, have, size, groups, spread, sure, out, apart, bound, key)


def _ideas(name: str, value: Iterable[int], n: int) -> tuple[int, ...]:
    return tuple(sorted({whole(name, idea, 0, n - 1) for idea in value}))


def _groups(name: str, value: Iterable[Sequence[int]], n: int) -> tuple[tuple[int, ...], ...]:
    groups = tuple(_ideas(name, group, n) for group in value)
    need(all(len(group) > 1 for group in groups), name, "give groups of two or more ideas")
    return groups
