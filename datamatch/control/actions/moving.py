"""Moving an edition to its next stage."""

from datetime import datetime

from django.db import transaction

from datamatch.control import rules
from datamatch.editions.actions import enter_stage
from datamatch.editions.enums import NEXT, Stage
from datamatch.editions.models import Edition
from datamatch.editions.rules import why_not_move_by_clock
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.actions import keep_edition_findable, lift_redactions
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
    return go_on(edition, by=by, at=at)


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
    return go_on(edition, by=None, at=at)


def go_on(edition: Edition, *, by: Person | None, at: datetime) -> Edition:
    """Let an edition enter its next stage.

    When that opens a seal, its ideas can be found from now on; once makers are known, what was blacked out comes back.
    """
    was_sealed = edition.is_sealed
    enter_stage(edition=edition, stage=NEXT[Stage(edition.stage)], by=by, at=at)
    if was_sealed and not edition.is_sealed:
        keep_edition_findable(edition, at=at)
    if edition.stage == Stage.MATCHING:
        lift_redactions(edition, at=at)
    return edition
