"""Close calls that are compared: which two come next for a screener, and what all comparisons say together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.engine.compare import TOLD, compare
from datamatch.engine.pairs import next_pairs
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import Preference
from datamatch.screening.models import CloseCall, Comparing, Comparison
from datamatch.screening.queries.comparing import OwnPairs
from datamatch.screening.weighing.sharing import refusing

SHARE = {Preference.FIRST: 1.0, Preference.SECOND: 0.0, Preference.EQUAL: 0.5}


@dataclass(frozen=True)
class Beside:
    """What comparisons say of one close call: how many of the `others` it stands above, and between which numbers."""

    told: bool
    above: int = 0
    others: int = 0
    low: int = 0
    high: int = 0

    @property
    def in_words(self) -> str:
        """Return it as people say it; never a figure where there is too little to say."""
        if not self.told:
            return _("too few to say")
        return _("above %(above)s of %(others)s") % {"above": self.above, "others": self.others}


def next_pair(comparing: Comparing, calls: Sequence[CloseCall], own: OwnPairs, person: Person) -> tuple[Idea, ...]:
    """Return the two ideas this screener compares next, in the order in which they stand; nothing at the end.

    What they took back comes first. The rest depends on how often ideas were compared and on what was known at the
    opening, never on what others answered.
    """
    ideas = {call.idea_id: call.idea for call in calls}
    again = queries.taken_back_by(person, comparing)
    if own.left and again and frozenset({again.first_id, again.second_id}) in own.open:
        order = (again.second_id, again.first_id) if again.mirrored else (again.first_id, again.second_id)
        return tuple(ideas[pk] for pk in order)
    if not own.left:
        return ()
    row = {call.idea_id: i for i, call in enumerate(calls)}
    allowed = np.zeros((len(calls), len(calls)), dtype=bool)
    for pair in own.open:
        one, other = (row[idea] for idea in pair)
        allowed[one, other] = allowed[other, one] = True
    times, lefts = counted(calls, queries.comparisons_between(comparing, list(row)))
    with refusing():
        found = next_pairs(
            [call.score for call in calls], [call.sd for call in calls], times, allowed,
            lefts=lefts, seed=comparing.edition.seed + person.public_id.int % 2**31,
        )  # fmt: skip
    return tuple(calls[i].idea for i in found.pair[0].tolist())


def counted(calls: Sequence[CloseCall], given: Collection[Comparison]) -> tuple[np.ndarray, np.ndarray]:
    """Return how often each two were compared, and how much more often each stood first than second."""
    row = {call.idea_id: i for i, call in enumerate(calls)}
    times, lefts = np.zeros((len(calls), len(calls)), dtype=int), np.zeros(len(calls), dtype=int)
    for one in given:
        left, right = row[one.first_id], row[one.second_id]
        if one.preference != Preference.SKIP:
            times[left, right] += 1
            times[right, left] += 1
        lefts[left] += -1 if one.mirrored else 1
        lefts[right] += 1 if one.mirrored else -1
    return times, lefts


def beside_ranking(edition: Edition) -> dict[int, Beside]:
    """Return what the comparisons say of every close call, by row number of the idea; nothing when none was given.

    It stands beside the ranking and changes no place in it.
    """
    comparing = queries.comparing_of(edition)
    if comparing is None:
        return {}
    row = {call.idea_id: i for i, call in enumerate(queries.close_calls_of(comparing))}
    rows = [one for one in queries.comparisons_between(comparing, list(row)) if one.preference in SHARE]
    if not rows:
        return {}
    judges = {pk: i for i, pk in enumerate(sorted({one.screener_id for one in rows}))}
    with refusing():
        found = compare(
            [row[one.first_id] for one in rows],
            [row[one.second_id] for one in rows],
            [SHARE[Preference(one.preference)] for one in rows],
            [judges[one.screener_id] for one in rows],
            len(row),
            seed=edition.seed,
        )
    return {
        idea: Beside(
            told=found.code[i] == TOLD,
            above=round(float(found.above[i])),
            others=int(found.others[i]),
            low=int(found.interval[i, 0]),
            high=int(found.interval[i, 1]),
        )
        for idea, i in row.items()
    }
