"""Who is asked to review which idea: the engine shares out what is missing."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.engine.assign import Assignment as Answer
from datamatch.engine.assign import Shortfall, assign
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import sent_ideas
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.enums import Ground
from datamatch.screening.models import Assignment
from datamatch.screening.weighing.doubles import TOGETHER, Doubles
from datamatch.screening.weighing.fitting import Fit

SLACK_WITH_UNITS_APART, SLACK, NO_LIMIT = 3, 12, 1_000_000


@dataclass(frozen=True)
class Pair:
    """Somebody who is to be asked for an idea, and why."""

    idea: Idea
    screener: Person
    grounds: list[str]


@dataclass(frozen=True)
class Shared:
    """What is to be asked and which ideas stay short, with the reason."""

    pairs: list[Pair]
    shortfall: list[tuple[Idea, str]]


@dataclass
class Sharing:
    """The question put to the engine: ideas in rows, screeners in columns.

    Who was asked, who handed back and who is near whom is filled in first; who may be asked is looked up once, then.
    """

    edition: Edition
    ideas: list[Idea]
    screeners: list[Person]
    fit: Fit
    doubles: Doubles
    asked: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    handed_back: set[tuple[int, int]] = field(default_factory=set)
    limits: dict[int, int] = field(default_factory=dict)
    beside: dict[int, set[int]] = field(default_factory=dict)

    def demand(self) -> np.ndarray:
        """Return how many reviews each idea still lacks."""
        wanted = self.edition.reviews_per_idea
        return np.array([max(wanted - len(self.asked[idea.pk]), 0) for idea in self.ideas])

    def load(self) -> np.ndarray:
        """Return how many reviews each screener was asked already."""
        return np.array([sum(s.pk in readers for readers in self.asked.values()) for s in self.screeners])

    @cached_property
    def forbidden(self) -> np.ndarray:
        """Return who may not be asked for which idea: tied to it, asked already, or handed back."""
        ties = queries.ties_in(self.ideas)
        return np.array(
            [
                [
                    s.pk in self.asked[idea.pk]
                    or (idea.pk, s.pk) in self.handed_back
                    or rules.conflict_of(idea=idea, person=s, ties=ties) is not None
                    for s in self.screeners
                ]
                for idea in self.ideas
            ],
            dtype=np.bool_,
        )

    def similarity(self) -> np.ndarray:
        """Return how well each screener fits each idea: alike for all, more for each ground."""
        fit = np.array([[self.fit.of(idea, s) for s in self.screeners] for idea in self.ideas])
        for row, columns in self.beside.items():
            fit[row, sorted(columns)] += TOGETHER
        return fit

    def readers(self, answer: Answer | None = None) -> dict[int, set[int]]:
        """Return which columns read each row: who was asked, and who an answer asks."""
        columns = {screener.pk: column for column, screener in enumerate(self.screeners)}
        read = {
            row: {columns[reader] for reader in self.asked[idea.pk] if reader in columns}
            for row, idea in enumerate(self.ideas)
        }
        for row, column in answer.pairs if answer else []:
            read[int(row)].add(int(column))
        return read

    def readers_for_all(self) -> dict[int, set[int]]:
        """Return per row of a group of near doubles who reads another of its rows, else who may read all."""
        free, found = ~self.forbidden, self.doubles.readers_beside(self.readers())
        for leader in self.doubles.leaders:
            group = [row for row, of in self.doubles.leader.items() if of == leader]
            found[leader] = found[leader] or set(np.flatnonzero(free[group].all(axis=0)).tolist())
        return found

    def room(self) -> np.ndarray:
        """Return how many more reviews each screener takes on; a large number for who set no limit."""
        most = np.array([self.limits.get(s.pk, NO_LIMIT) for s in self.screeners])
        return np.array(np.maximum(most - self.load(), 0))

    @cached_property
    def units(self) -> np.ndarray:
        """Return the unit of each screener as a number from 0; people without one stand alone."""
        known: dict[object, int] = {}
        keys = [unit_of(s) or f"alone {s.pk}" for s in self.screeners]
        return np.array([known.setdefault(key, len(known)) for key in keys])

    @cached_property
    def read_by_unit(self) -> np.ndarray:
        """Return for which ideas somebody of the same unit as each screener was asked already."""
        units = {s.pk: unit for s, unit in zip(self.screeners, self.units, strict=True)}
        read = [{units.get(reader) for reader in self.asked[idea.pk]} for idea in self.ideas]
        return np.array([[unit in seen for unit in self.units] for seen in read], dtype=np.bool_)


def shared_out(*, edition: Edition) -> Shared:
    """Return who should be asked for the reviews that are missing.

    :raises Refused: the engine does not take the question
    """
    sharing = question_of(edition)
    if not sharing.demand().any():
        return Shared([], [])
    with refusing():
        answer = answered(sharing)
    pairs = [pair_of(sharing, answer, int(idea), int(screener)) for idea, screener in answer.pairs]
    return Shared(pairs, [(sharing.ideas[short.idea], sentence(short)) for short in answer.shortfall])


def pair_of(sharing: Sharing, answer: Answer, row: int, column: int) -> Pair:
    """Return one pair with its grounds; a reader of another unit than all others stands apart."""
    idea, screener = sharing.ideas[row], sharing.screeners[column]
    units = sharing.units
    others = [int(other) for other in answer.pairs[answer.pairs[:, 0] == row, 1] if other != column]
    apart = not sharing.read_by_unit[row, column] and units[column] not in units[others]
    grounds = sharing.fit.grounds(idea, screener) + [Ground.APART] * bool(apart)
    grounds += [Ground.BESIDE] * (column in sharing.beside.get(row, ()))
    return Pair(idea, screener, [ground.value for ground in grounds] or [Ground.ROOM.value])


def question_of(edition: Edition) -> Sharing:
    """Return the question of an edition with everything that was asked before."""
    ideas = list(sent_ideas(edition).select_related("submitter__profile"))
    screeners = list(appointed(edition, Duty.SCREENER).select_related("profile").order_by("pk"))
    sharing = Sharing(edition, ideas, screeners, Fit(ideas, screeners), Doubles(ideas))
    limits = queries.limits_in(edition).values()
    sharing.limits |= {one.screener_id: 0 if one.is_out else one.most or NO_LIMIT for one in limits}
    for idea, screener in queries.counting_assignments(edition).values_list("idea_id", "screener_id"):
        sharing.asked[idea].add(screener)
    sharing.handed_back |= set(Assignment.objects.filter(idea__in=ideas).values_list("idea_id", "screener_id"))
    return sharing


def answered(sharing: Sharing) -> Answer:
    """Return the most level answer; of near doubles the first is settled first, and its readers read the others too."""
    demand, leaders = sharing.demand(), sharing.doubles.leaders
    if not leaders:
        return most_level(sharing, demand, sharing.load())
    sharing.beside = sharing.readers_for_all()
    of_leaders = np.where(np.isin(np.arange(len(demand)), leaders), demand, 0)
    # Level among themselves, so that everybody has room for the others of a group.
    led = most_level(sharing, of_leaders, np.zeros(len(sharing.screeners), dtype=np.int64))
    sharing.beside = sharing.doubles.readers_beside(sharing.readers(led))
    return most_level(sharing, demand, sharing.load(), settled=led.pairs)


def most_level(sharing: Sharing, demand: np.ndarray, load: np.ndarray, *, settled: np.ndarray | None = None) -> Answer:
    """Return the most level answer: units apart where that is possible, then whoever may read the rest."""
    apart = first_complete(sharing, demand, load, fixed=settled, apart=True, slack=SLACK_WITH_UNITS_APART)
    if not apart.shortfall:
        return apart
    return first_complete(sharing, demand, load, fixed=apart.pairs, apart=False, slack=SLACK)


def first_complete(
    sharing: Sharing, demand: np.ndarray, load: np.ndarray, *, fixed: np.ndarray | None, apart: bool, slack: int
) -> Answer:
    """Return the first answer without shortfall while loads may grow one by one; else the last one tried.

    What is settled already holds, but not against units apart.
    """
    forbidden = sharing.forbidden | (sharing.read_by_unit if apart else False)
    if fixed is not None:
        fixed = fixed[~forbidden[fixed[:, 0], fixed[:, 1]]]
    most, least = share_each(sharing, int(demand.sum() + load.sum()))
    room, fit = sharing.room(), sharing.similarity()
    for more in range(slack):
        answer = assign(
            fit,
            demand,
            np.minimum(np.maximum(most + more - load, 0), room),
            np.minimum(np.maximum(least - load, 0), room),
            forbid=forbidden,
            fixed=fixed,
            unit=sharing.units,
            unit_cap=1 if apart else None,
            seed=sharing.edition.seed,
        )
        if not answer.shortfall:
            break
    return answer


def share_each(sharing: Sharing, total: int) -> tuple[int, int]:
    """Return how many of all reviews a screener has at most and at least when all shares are level."""
    people = sum(sharing.limits.get(one.pk, NO_LIMIT) > 0 for one in sharing.screeners) or 1
    return -(-total // people), total // people


def sentence(short: Shortfall) -> str:
    """Return why an idea stays short of reviewers, and by how many."""
    told = ngettext("%(count)s review could not be asked.", "%(count)s reviews could not be asked.", short.missing)
    reasons = {
        "forbidden": _("Too few screeners are free of a tie with it. Appoint another screener."),
        "load": _("Everybody who may read it has a full share. Appoint another screener."),
    }
    return f"{told % {'count': short.missing}} {reasons.get(short.reason, reasons['load'])}"


def unit_of(person: Person) -> int | None:
    """Return the unit somebody works in."""
    profile = getattr(person, "profile", None)
    return profile.unit_id if profile else None


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the engine does not take into a sentence. :raises Refused: instead of the engine's error"""
    try:
        yield
    except ValueError as problem:
        raise Refused(_("The calculation is not possible: %(problem)s.") % {"problem": problem}) from problem
