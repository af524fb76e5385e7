"""The assignment as a flow: arcs from ideas to reviewers, with shortfall so an answer exists."""

from dataclasses import dataclass

import numpy as np

from ..arrays import Bools, Floats, Ints
from ..solver import Model
from ..ties import nudges
from .question import Question


@dataclass(frozen=True, eq=False)
class Network:
    """The flow program over a set of arcs, and where its columns and rows are."""

    model: Model
    idea: Ints  # per arc
    reviewer: Ints  # per arc
    arcs: Ints  # column per arc
    short: Ints  # column per idea: reviews that cannot be given
    idle: Ints  # column per reviewer: reviews below their minimum
    gain: Floats  # per column
    idea_rows: Ints
    load_rows: Ints
    unit_rows: dict[int, int]  # idea * units + unit -> row
    exact: bool = True  # False: some open pairs were left out
    floor_rows: Ints | None = None  # per idea: its least total similarity, in the fair mode

    def similarity_of(self, values: Floats) -> Floats:
        """Return the values of the arcs."""
        return values[self.idea, self.reviewer]

    def pairs(self, x: Floats, asked: Question) -> Bools:
        """Return ideas x reviewers: the arcs that the columns use, and the fixed pairs."""
        used = np.rint(x[self.arcs]) > 0
        marked = asked.fixed.copy()
        marked[self.idea[used], self.reviewer[used]] = True
        return marked

    def penalties(self, x: Floats) -> float:
        """Return the part of the gain that is for reviews missing (below zero)."""
        lost = self.gain[self.short] @ x[self.short] + self.gain[self.idle] @ x[self.idle]
        return float(lost)


def network(asked: Question, chosen: Bools, most: float = 1.0) -> Network:
    """Return the flow over the `chosen` pairs, each used at most `most`.

    A missing review costs more than any re-arrangement of similarity can win, and a reviewer
    below the minimum costs half of that: demand first, duty second, similarity third.
    """
    idea, reviewer = np.nonzero(chosen)
    model = Model()
    arcs = model.columns(len(idea), 0.0, most)
    short = model.columns(len(asked.demand), 0.0, asked.demand)
    idle = model.columns(len(asked.duty), 0.0, asked.duty)
    idea_rows = _demand_rows(model, asked, idea, arcs, short)
    load_rows = _load_rows(model, asked, reviewer, arcs, idle)
    unit_rows = _unit_rows(model, asked, idea, reviewer, arcs)
    span = float(np.ptp(asked.similarity)) if asked.similarity.size else 0.0
    weight = nudges(asked.similarity[idea, reviewer], asked.seed, idea, reviewer, span=span)
    penalty = _penalty(asked)
    gain = np.concatenate([weight, np.full(len(short), -2 * penalty), np.full(len(idle), -penalty)])
    return Network(
        model, idea, reviewer, arcs, short, idle, gain, idea_rows, load_rows, unit_rows
    )  # fmt: skip


def _penalty(asked: Question) -> float:
    ideas, reviewers = asked.similarity.shape
    span = float(np.ptp(asked.similarity)) if asked.similarity.size else 0.0
    largest = float(np.abs(asked.similarity).max(initial=0.0))
    return float(2.0 * (largest + (span or 1.0) * (min(ideas, reviewers) + 1)))


def _demand_rows(model: Model, asked: Question, idea: Ints, arcs: Ints, short: Ints) -> Ints:
    n = len(short)
    rows, columns = np.concatenate([idea, np.arange(n)]), np.concatenate([arcs, short])
    return model.rows(rows, columns, 1.0, lo=asked.demand, hi=asked.demand, n=n)


def _load_rows(model: Model, asked: Question, reviewer: Ints, arcs: Ints, idle: Ints) -> Ints:
    n = len(idle)
    rows, columns = np.concatenate([reviewer, np.arange(n)]), np.concatenate([arcs, idle])
    return model.rows(rows, columns, 1.0, lo=asked.duty, hi=np.maximum(asked.room, asked.duty), n=n)


def _unit_rows(model: Model, asked: Question, idea: Ints, reviewer: Ints, arcs: Ints) -> dict[int, int]:
    if not asked.capped or not len(idea):
        return {}
    room = asked.unit_room
    key = idea * room.shape[1] + asked.unit[reviewer]
    groups, row, count = np.unique(key, return_inverse=True, return_counts=True)
    binding = count > room.ravel()[groups]
    number = np.cumsum(binding) - 1
    used = binding[row]
    limit = room.ravel()[groups[binding]]
    rows, n = number[row[used]], int(binding.sum())
    added = model.rows(rows, arcs[used], 1.0, lo=0.0, hi=limit, n=n)
    return dict(zip(groups[binding].tolist(), added.tolist(), strict=True))
