"""The one deed of the control room."""

from datetime import datetime

from django.db import transaction

from datamatch.control import rules
from datamatch.editions.actions import enter_stage
from datamatch.editions.enums import NEXT, Stage
from datamatch.editions.models import Edition
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
