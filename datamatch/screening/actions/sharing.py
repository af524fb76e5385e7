"""Sharing out the reviews: proposed by the engine, changed by hand, asked at once; limits; who drops out."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.actions.mails import tell_asked, tell_asked_more
from datamatch.screening.actions.reviews import Assigned, lock, share_missing
from datamatch.screening.enums import PENDING, AssignmentState, Ground
from datamatch.screening.models import Assignment, ReviewLimit


@transaction.atomic
def propose_reviews(*, edition: Edition, by: Person, at: datetime) -> Assigned:
    """Propose who gives the reviews that are missing; nobody hears of it yet, and what was asked or given stays.

    An earlier proposal of the engine is made anew; what was chosen by hand stays in it.

    :raises Refused: not you, not now
    """
    refuse_if(rules.why_not_assign(edition=edition, by=by))
    held(edition)
    old = queries.proposals_in(edition)
    Assignment.objects.filter(pk__in=[one.pk for one in old if Ground.HAND not in one.grounds]).delete()
    proposed = share_missing(edition=edition, at=at, state=AssignmentState.PROPOSED)
    trail.record("reviews.proposed", of=edition, by=by, at=at, count=proposed.count, short=len(proposed.shortfall))
    return proposed


@transaction.atomic
def ask_proposed(*, edition: Edition, by: Person, at: datetime) -> int:
    """Ask the screeners for what is proposed, tell each by one mail, and return how many reviews that is.

    :raises Refused: not you, not now, or nothing is proposed
    """
    held(edition)
    refuse_if(rules.why_not_ask_proposed(edition=edition, by=by))
    proposed = list(queries.proposals_in(edition))
    Assignment.objects.filter(pk__in=[one.pk for one in proposed]).update(state=AssignmentState.OPEN, assigned_at=at)
    trail.record("reviews.assigned", of=edition, by=by, at=at, count=len(proposed), short=0)
    tell_askers(edition, proposed, at=at)
    return len(proposed)


def tell_askers(edition: Edition, asked: Iterable[Assignment], *, at: datetime, more: bool = False) -> None:
    """Tell every screener of these reviews how many are asked of them; `more` than they gave already."""
    per_screener: defaultdict[Person, int] = defaultdict(int)
    for assignment in asked:
        per_screener[assignment.screener] += 1
    for screener, count in sorted(per_screener.items(), key=lambda item: item[0].pk):
        if more:
            tell_asked_more(edition, screener, count, at=at)
        else:
            tell_asked(edition, screener, count, at=at)


@transaction.atomic
def add_reader(*, idea: Idea, screener: Person, by: Person, at: datetime) -> Assignment:
    """Propose one screener for one idea by hand. :raises Refused: not you, not now, tied, or asked before"""
    held(idea.edition)
    refuse_if(rules.why_not_add_reader(idea=idea, screener=screener, by=by))
    said = {"state": AssignmentState.PROPOSED, "assigned_at": at, "grounds": [Ground.HAND.value]}
    assignment = Assignment.objects.create(idea=idea, screener=screener, **said)
    trail.record("review.added", of=assignment, by=by, at=at)
    return assignment


@transaction.atomic
def take_reader(*, assignment: Assignment, by: Person, at: datetime) -> None:
    """Take a review that was not given from its screener. :raises Refused: not you, not now, or it is given"""
    held(assignment.idea.edition)
    lock(assignment)
    refuse_if(rules.why_not_take_reader(assignment=assignment, by=by))
    trail.record("review.taken_away", of=assignment, by=by, at=at)
    assignment.delete()


@transaction.atomic
def move_reader(*, assignment: Assignment, to: Person, by: Person, at: datetime) -> Assignment:
    """Let another screener read an idea in the place of one who did not yet.

    :raises Refused: not you, not now, it is given, or the other may not read it
    """
    take_reader(assignment=assignment, by=by, at=at)
    return add_reader(idea=assignment.idea, screener=to, by=by, at=at)


@transaction.atomic
def set_limit(
    *, edition: Edition, screener: Person, by: Person, at: datetime, most: int | None = None, is_out: bool = False
) -> int:
    """Say how many reviews a screener gives at most, or that they take no part any more; return what is set free.

    What is given stays; of one who drops out, what is not given yet is taken back.

    :raises Refused: not you, not now, or no screener
    """
    held(edition)
    refuse_if(rules.why_not_limit(edition=edition, screener=screener, by=by))
    said = {"most": most, "is_out": is_out, "set_at": at}
    limit, _new = ReviewLimit.objects.update_or_create(edition=edition, screener=screener, defaults=said)
    waiting = Assignment.objects.filter(screener=screener, idea__edition=edition, state__in=PENDING)
    freed = waiting.delete()[0] if is_out else 0
    trail.record("review_limit.set", of=limit, by=by, at=at, most=most, out=is_out, freed=freed)
    return freed


def held(edition: Edition) -> None:
    """Hold the edition, so that two people do not share out the same reviews at once."""
    Edition.objects.select_for_update().get(pk=edition.pk)
