"""From stage to stage; only the control room above calls this, after it asked every room."""

from datetime import datetime

from django.db import transaction

from datamatch.editions import rules
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition, StageMove
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def enter_stage(*, edition: Edition, stage: str, by: Person | None, at: datetime) -> Edition:
    """Let an edition enter its next stage; its row is held, so that nobody moves it twice. Without a person: the clock.

    :raises Refused: not you, or not the next stage
    """
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    refuse_if(rules.why_not_enter(edition=edition, stage=stage, by=by))
    left, edition.stage = edition.stage, stage
    edition.save(update_fields=["stage"])
    StageMove.objects.create(edition=edition, left=left, entered=stage, by=by, at=at)
    trail.record("stage.enter", of=edition, by=by, at=at, left=str(left), entered=str(stage))
    if edition.sealed and left == Stage.CALL:
        trail.record("seal.open", of=edition, by=by, at=at)
    return edition
