"""Changing the plan of an edition."""

from datetime import datetime
from typing import Any

from django.db import transaction

from datamatch.editions import rules
from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def plan_edition(*, edition: Edition, by: Person, at: datetime, **plan: Any) -> Edition:
    """Change days, sizes and means of an edition; what is not named stays as it was.

    :raises Refused: not you, days out of order, or a number that people count on already
    """
    refuse_if(rules.why_not_plan(edition=edition, by=by))
    refuse_if(rules.why_not_have_plan(**{name: getattr(edition, name) for name in rules.PLANNED} | plan))
    refuse_if(rules.why_not_resize(edition=edition, **plan))
    changed = sorted(name for name, value in plan.items() if value != getattr(edition, name))
    for name in changed:
        setattr(edition, name, plan[name])
    edition.save(update_fields=changed)
    trail.record("edition.plan", of=edition, by=by, at=at, changed=changed)
    return edition
