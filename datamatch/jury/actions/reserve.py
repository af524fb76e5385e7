"""Keeping ideas in reserve beside the verdict, in the order of the ballot."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.models import BallotBox
from datamatch.people.models import Person
from datamatch.screening.actions import decide
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.queries import decision_on


@transaction.atomic
def keep_reserve(*, ballot_box: BallotBox, count: int, by: Person, at: datetime) -> int:
    """Keep the next so many ideas of the ballot in reserve, and no others; return how many.

    When an idea that the jury chose drops out, the first of them moves up. Nobody hears of it before the letters.

    :raises Refused: not you, no verdict yet, published already, or too many
    """
    box = BallotBox.objects.select_for_update().select_related("edition").get(pk=ballot_box.pk)
    refuse_if(rules.why_not_keep_reserve(ballot_box=box, count=count, by=by))
    for place, idea in enumerate(queries.next_in_order(box)):
        outcome, so_far = Outcome.RESERVE if place < count else Outcome.NO, decision_on(idea, Round.VERDICT)
        if so_far is None or so_far.outcome == outcome:
            continue
        decide(
            idea=idea,
            round=Round.VERDICT,
            outcome=outcome,
            reason=so_far.reason,
            departs=so_far.departs,
            motive=so_far.motive,
            by=by,
            at=at,
        )
    trail.record("verdict.reserve", of=box, by=by, at=at, count=count)
    return count
