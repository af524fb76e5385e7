"""Sending an idea for a unit of the organisation."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.sending import name_unit
from datamatch.ideas.models import Idea
from datamatch.people.models import Person, Unit


@transaction.atomic
def send_for_unit(*, idea: Idea, unit: Unit | None, by: Person, at: datetime) -> Idea:
    """Keep that an idea is sent as a unit; without one it stands under the submitter's own name again.

    :raises Refused: not an author's deed, withdrawn, or the call is closed
    """
    hold(idea)
    refuse_if(rules.why_not_name_unit(idea=idea, by=by))
    idea.for_unit = unit
    if idea.sent_at is not None:
        name_unit(idea, at=at)
    idea.changed_at = at
    idea.save(update_fields=["for_unit", "unit", "unit_name", "changed_at"])
    trail.record("idea.for_unit", of=idea, by=by, at=at, unit=unit.slug if unit else "")
    return idea
