"""What any set of pitched ideas would bring: value, teams, euros and hours; the best set, and the price of a wish."""

import time
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.core.cache import cache
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.engine import Wishes, wishes
from datamatch.engine.arrays import Floats
from datamatch.engine.choose.wishes import CHECKS
from datamatch.engine.results import digest
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import Idea
from datamatch.jury.queries import pitches_in
from datamatch.jury.queries.plans import plans_of
from datamatch.jury.weighing.worth import KEPT_SECONDS, Worth, worth_of
from datamatch.teams.weighing.staffing import Open, Staffed, Staffing

# How long a page may search; what came out is kept so long, and an answer that is not finished a little while.
SECONDS = 8.0
UNFINISHED_SECONDS = 60

Searched = tuple[Wishes, dict[tuple[int, ...], list[Open]]]


@dataclass(frozen=True)
class Interval:
    """A number, and between which two it lies nine times in ten."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Facts:
    """What one set of ideas brings together; euros and hours are for the whole of delivery."""

    ideas: list[Idea]
    euros: int
    hours: int
    over_euros: int
    over_hours: int
    staffed: Staffed
    units: Counter[str]
    themes: Counter[str]

    @property
    def fits(self) -> bool:
        """Tell whether there is enough money, time and people."""
        return self.staffed.possible and not self.over_euros and not self.over_hours


@dataclass(frozen=True)
class Difference:
    """What changes between the best set and another; `less` is the value given up, as a share of the best set's."""

    added: list[Idea]
    dropped: list[Idea]
    less: float
    is_sure: bool


class Board:
    """The pitched ideas of an edition with everything that a choice among them rests on, read once."""

    def __init__(self, edition: Edition) -> None:
        """Read ideas, canvases and people; scores only when a value is asked for."""
        self.edition = edition
        self.ideas: list[Idea] = sorted((p.idea for p in pitches_in(edition)), key=lambda i: (i.number or 0, i.pk))
        self.at = {idea.pk: row for row, idea in enumerate(self.ideas)}
        self.euros, self.hours, self.unplanned = _costs(self.ideas)
        self.staffing = Staffing(edition)

    @cached_property
    def worth(self) -> Worth | None:
        """Return what each idea is worth, or None when nobody scored them.

        :raises Refused: the engine does not take the scores
        """
        try:
            return worth_of(self.edition, self.ideas)
        except ValueError as error:
            raise Refused(_("The value of the ideas could not be calculated: %(error)s") % {"error": error}) from error

    @property
    def answer(self) -> Wishes | None:
        """Return the best sets and the price of each wish; None when nobody scored, or nobody pitches.

        :raises Refused: the numbers contradict each other
        """
        return self._searched[0] if self._searched else None

    def open_in(self, rows: tuple[int, ...]) -> list[Open]:
        """Return the roles that stay open in the best set, or in the set that a wish brings."""
        return self._searched[1].get(rows, []) if self._searched else []

    @cached_property
    def _searched(self) -> Searched | None:
        """Return the search and the open roles of what it found; the same question is searched once a day."""
        if self.worth is None or not self.ideas:
            return None
        key = f"jury.wishes.{self.input_digest}"
        known: Searched | None = cache.get(key)
        if known is None:
            answer = self._search(self.worth)
            sets = {answer.best, *(wish.ideas for wish in answer.wishes)}
            known = answer, {rows: self.staffing.of([self.ideas[at].pk for at in rows]).open for rows in sets}
            cache.set(key, known, KEPT_SECONDS if answer.status == "optimal" else UNFINISHED_SECONDS)
        return known

    @property
    def input_digest(self) -> str:
        """Return a fingerprint of everything the answer rests on."""
        worth = self.worth.input_digest if self.worth else ""
        return digest(
            worth=worth, ideas=[idea.pk for idea in self.ideas], takes=self.takes, means=self.means,
            size=self.edition.chosen_count, staffing=self.staffing.input_digest, seed=self.edition.seed,
        )  # fmt: skip

    @property
    def takes(self) -> Floats:
        """Return ideas x means: the euros and the hours each idea takes."""
        return np.stack([self.euros, self.hours], axis=1).astype(np.float64)

    @property
    def means(self) -> Floats:
        """Return what there is of euros and hours; where nobody set a limit, as much as all ideas together take."""
        limits = np.array([self.edition.means_euros, self.edition.means_hours], dtype=np.float64)
        return np.where(limits > 0, limits, self.takes.sum(axis=0))

    def facts_of(self, ideas: Collection[Idea]) -> Facts:
        """Return what these ideas bring together.

        :raises Refused: the numbers contradict each other
        """
        chosen = [idea for idea in self.ideas if idea in ideas]
        rows = [self.at[idea.pk] for idea in chosen]
        over_euros, over_hours = self.over(chosen)
        return Facts(
            ideas=chosen,
            euros=int(self.euros[rows].sum()),
            hours=int(self.hours[rows].sum()),
            over_euros=over_euros,
            over_hours=over_hours,
            staffed=self.staffing.of([idea.pk for idea in chosen]),
            units=Counter(idea.unit_name or _("No unit") for idea in chosen),
            themes=Counter(str(idea.theme) if idea.theme else _("No theme") for idea in chosen),
        )

    def over(self, ideas: Collection[Idea]) -> tuple[int, int]:
        """Return how many euros and hours these ideas take more than there are; 0 where nobody set a limit."""
        rows = [self.at[idea.pk] for idea in ideas]
        euros, hours = int(self.euros[rows].sum()), int(self.hours[rows].sum())
        return _over(euros, self.edition.means_euros), _over(hours, self.edition.means_hours)

    def value_of(self, ideas: Collection[Idea]) -> Interval | None:
        """Return the value of these ideas together; None when nobody scored."""
        rows = [self.at[idea.pk] for idea in ideas]
        if not rows or self.worth is None:
            return None
        value, half = float(self.worth.mean[list(rows)].sum()), self.worth.half_width(rows)
        return Interval(value, value - half, value + half)

    def named(self, rows: Sequence[int]) -> list[Idea]:
        """Return the ideas in these rows."""
        return [self.ideas[row] for row in rows]

    def difference(self, ideas: Collection[Idea]) -> Difference | None:
        """Return what changes between the best set and this one; None without a best set, or when nothing does."""
        best = self.answer.best if self.answer else ()
        rows = tuple(row for row, idea in enumerate(self.ideas) if idea in ideas)
        if not best or not rows or rows == best or self.worth is None:
            return None
        lost = float(self.worth.mean[list(best)].sum() - self.worth.mean[list(rows)].sum())
        return Difference(
            added=self.named([row for row in rows if row not in best]),
            dropped=self.named([row for row in best if row not in rows]),
            less=lost / float(self.worth.mean[list(best)].sum()),
            is_sure=abs(lost) > self.worth.half_width_between(best, rows),
        )

    def _search(self, worth: Worth) -> Wishes:
        """Search the best sets; after a while the question whether teams are possible gets no answer any more."""
        until = time.monotonic() + SECONDS
        size = min(self.edition.chosen_count, len(self.ideas))

        def can(rows: tuple[int, ...]) -> bool | None:
            if time.monotonic() > until:
                return None
            return self.staffing.possible([self.ideas[row].pk for row in rows])

        seed = self.edition.seed
        try:
            return wishes(worth.mean, self.takes, self.means, size, can=can, checks=CHECKS, seed=seed)
        except ValueError as error:
            raise Refused(_("The best set could not be calculated: %(error)s") % {"error": error}) from error


@dataclass(frozen=True)
class Proposal:
    """The best set that the engine finds; without ideas when it finds none."""

    ideas: list[Idea]
    input_digest: str


def proposal_of(edition: Edition) -> Proposal:
    """Return the best set of pitched ideas that keeps the means and can be staffed, as far as it is known now.

    :raises Refused: the numbers contradict each other
    """
    board = Board(edition)
    return Proposal(board.named(board.answer.best), board.input_digest) if board.answer else Proposal([], "")


def _costs(ideas: Sequence[Idea]) -> tuple[Floats, Floats, list[Idea]]:
    """Return per idea the euros and the hours of its whole plan, and the ideas without a plan."""
    plans = {plan.idea.pk: plan for plan in plans_of(ideas)}
    euros = [plans[idea.pk].euros if idea.pk in plans else 0 for idea in ideas]
    hours = [plans[idea.pk].hours if idea.pk in plans else 0 for idea in ideas]
    return np.array(euros, float), np.array(hours, float), [idea for idea in ideas if idea.pk not in plans]


def _over(taken: int, limit: int) -> int:
    """Return how much more is taken than there is; 0 where nobody set a limit."""
    return max(0, taken - limit) if limit else 0
