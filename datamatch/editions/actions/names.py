"""Saying who sees whose name."""

from datetime import datetime

from django.db import transaction

from datamatch.editions import rules
from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person


@transaction.atomic
def set_names(
    *, edition: Edition, makers_known: str, readers_known: str, fellows_known: str, by: Person, at: datetime
) -> Edition:
    """Say when screeners learn who made an idea, makers who read it, and its screeners of each other.

    :raises Refused: not you, or the screening has begun
    """
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_set_names(edition=edition, by=by))
    chosen = {"makers_known": makers_known, "readers_known": readers_known, "fellows_known": fellows_known}
    for field, when in chosen.items():
        setattr(edition, field, when)
    edition.save(update_fields=list(chosen))
    trail.record("edition.names", of=edition, by=by, at=at, **{field: str(when) for field, when in chosen.items()})
    return edition
