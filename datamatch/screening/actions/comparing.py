"""Comparing close calls: a manager opens and closes it, screeners say which of two comes first, or take it back."""

from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.actions.mails import tell_compare
from datamatch.screening.enums import Preference
from datamatch.screening.models import CloseCall, Comparing, Comparison
from datamatch.screening.weighing.ranking import NINE_IN_TEN

LEAST_SD = 0.01  # points: scores at the end of the scale have an interval that is cut off


@transaction.atomic
def open_comparing(*, edition: Edition, by: Person, at: datetime) -> Comparing:
    """Let screeners compare the ideas to discuss, two at a time, and tell them. :raises Refused: not you, not now"""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_open_comparing(edition=edition, by=by))
    standings, screeners = queries.standings_to_compare(edition), list(queries.comparers_in(edition))
    earlier = queries.comparing_of(edition)
    each = queries.pairs_each(len(standings), len(screeners), before=earlier.each if earlier else 0)
    said = {"each": each, "opened_by": by, "opened_at": at, "closed_at": None}
    comparing, _new = Comparing.objects.update_or_create(edition=edition, defaults=said)
    comparing.close_calls.all().delete()
    CloseCall.objects.bulk_create(
        CloseCall(
            comparing=comparing,
            idea=one.idea,
            score=one.score,
            sd=max((one.high - one.low) / 2 / NINE_IN_TEN, LEAST_SD),
        )
        for one in standings
    )
    calls = queries.close_calls_of(comparing)
    for screener in screeners:
        if count := queries.own_pairs(comparing, calls, screener).left:
            tell_compare(comparing, screener, count, at=at)
    trail.record("comparing.opened", of=comparing, by=by, at=at, ideas=len(standings), each=each)
    return comparing


@transaction.atomic
def close_comparing(*, edition: Edition, by: Person, at: datetime) -> Comparing:
    """End the comparing: what came out may be seen from now on. :raises Refused: not you, or it is not open"""
    Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_close_comparing(edition=edition, by=by))
    comparing = Comparing.objects.select_for_update(of=("self",)).get(edition=edition)
    comparing.closed_at = at
    comparing.save(update_fields=["closed_at"])
    trail.record("comparing.closed", of=comparing, by=by, at=at)
    return comparing


@transaction.atomic
def compare(*, comparing: Comparing, ideas: tuple[Idea, Idea], preference: str, by: Person, at: datetime) -> Comparison:
    """Keep which of two ideas a screener puts first; `ideas` stand as they were shown, and so does the preference.

    The same answer to the same two once more changes nothing.

    :raises Refused: not you, not now, not these two, or answered otherwise before
    """
    comparing = held(comparing)
    first, second = sorted(ideas, key=lambda idea: idea.pk)
    mirrored = ideas[0] != first
    said = Preference(preference).turned(mirrored) if preference in Preference.values else preference
    before = Comparison.objects.filter(comparing=comparing, screener=by, first=first, second=second).first()
    if before is not None and preference and before.preference == said:
        return before
    own = queries.own_pairs(comparing, queries.close_calls_of(comparing), by)
    pair = frozenset({first.pk, second.pk})
    refuse_if(rules.why_not_compare(comparing=comparing, pair=pair, own=own, preference=preference, by=by))
    given = {"preference": said, "mirrored": mirrored, "given_at": at}
    comparison, _new = Comparison.objects.update_or_create(
        comparing=comparing, screener=by, first=first, second=second, defaults=given
    )
    trail.record("comparison.given", of=comparison, by=by, at=at)
    return comparison


@transaction.atomic
def take_back_comparison(*, comparing: Comparing, by: Person, at: datetime) -> Comparison:
    """Take one's last answer back, to give it again. :raises Refused: not you, not now, or no answer was given"""
    comparing = held(comparing)
    refuse_if(rules.why_not_take_back_comparison(comparing=comparing, by=by))
    last = queries.comparisons_of(comparing, by)[0]
    last.preference = ""
    last.save(update_fields=["preference"])
    trail.record("comparison.taken_back", of=last, by=by, at=at)
    return last


def held(comparing: Comparing) -> Comparing:
    """Return the comparing, held so that two answers at once are one after the other."""
    return Comparing.objects.select_for_update(of=("self",)).select_related("edition").get(pk=comparing.pk)
