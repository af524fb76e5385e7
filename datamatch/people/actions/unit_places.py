"""Where a unit stands: under another from a day on, beside or instead of what it stood under; and no longer."""

from datetime import date, datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.actions.units import held, hold_units
from datamatch.people.models import Person, Unit, UnitParent


@transaction.atomic
def place_unit(
    *, unit: Unit, parent: Unit, on: date, by: Person, at: datetime, instead_of: UnitParent | None = None
) -> UnitParent:
    """Put a unit under another from a day on; what it stood under stays, unless it is named in `instead_of`.

    :raises Refused: not an administrator, merged or ended, there already, or it would come under itself
    """
    hold_units()
    unit, parent = held(unit), held(parent)
    refuse_if(rules.why_not_place(unit=unit, parent=parent, on=on, by=by, instead_of=instead_of))
    if instead_of is not None:
        close_link(instead_of, on=on)
    link = UnitParent.objects.create(unit=unit, parent=parent, valid_from=on)
    trail.record("unit.place", of=unit, by=by, at=at, parent=parent.pk, moved=instead_of is not None)
    return link


@transaction.atomic
def take_unit(*, link: UnitParent, on: date, by: Person, at: datetime) -> None:
    """Take a unit from under another from a day on.

    :raises Refused: not an administrator, merged, or taken already
    """
    hold_units()
    link = UnitParent.objects.select_related("unit", "parent").get(pk=link.pk)
    refuse_if(rules.why_not_take(link=link, by=by))
    close_link(link, on=on)
    trail.record("unit.take", of=link.unit, by=by, at=at, parent=link.parent_id)


def close_link(link: UnitParent, *, on: date) -> None:
    """Let a link hold until a day; one that would have begun on that day or later never was."""
    if link.valid_from is not None and link.valid_from >= on:
        link.delete()
    else:
        link.valid_until = on
        link.save(update_fields=["valid_until"])
