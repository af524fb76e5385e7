"""Moving an edition to its next stage."""

from datetime import datetime

from django.db import transaction

from datamatch.control import rules
from datamatch.editions.actions import enter_stage
from datamatch.editions.enums import NEXT, Stage
from datamatch.editions.models import Edition
from datamatch.editions.rules import why_not_move_by_clock
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def move_stage(*, edition: Edition, by: Person, at: datetime) -> Edition:
    """Move an edition to its next stage; entering it is what writes the trail.

    :raises Refused: not you, or a room has a reason to stay
    """
    leaving = edition.stage
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    refuse_if(rules.why_not_leave(edition=edition, stage=leaving))
    refuse_if(rules.why_not_move(edition=edition, by=by))
    return enter_stage(edition=edition, stage=NEXT[Stage(leaving)], by=by, at=at)


@transaction.atomic
def move_by_clock(*, edition: Edition, at: datetime) -> Edition:
    """Open or close a call because the moment of its plan has come.

    :raises Refused: it has not come, somebody moved the edition or its moment, or a room has a reason to stay
    """
    leaving = edition.stage
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    refuse_if(rules.why_not_leave(edition=edition, stage=leaving))
    refuse_if(why_not_move_by_clock(edition=edition, at=at))
    refuse_if(" ".join(rules.reasons_to_stay(edition)) or None)
    return enter_stage(edition=edition, stage=NEXT[Stage(leaving)], by=None, at=at)
