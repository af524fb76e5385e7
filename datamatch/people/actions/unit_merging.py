"""Merging one unit into another, and undoing that."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.actions.units import held, hold_units
from datamatch.people.models import Person, Profile, Unit, UnitMerge


@transaction.atomic
def merge_unit(*, unit: Unit, into: Unit, by: Person, at: datetime) -> UnitMerge:
    """Let one unit go up in another: its people move along, everything else that points at it stands for the other.

    The old unit stays, with its names, so that what was sent under it reads as it did.
    :raises Refused: not an administrator, one of the two is merged, or the first stands above the second
    """
    hold_units()
    unit, into = held(unit), held(into)
    refuse_if(rules.why_not_merge(unit=unit, into=into, by=by, at=at))
    merge = UnitMerge.objects.create(unit=unit, into=into, merged_at=at)
    moved = list(Profile.objects.select_for_update(of=("self",)).filter(unit=unit).order_by("pk"))
    merge.profiles.set(moved)
    Profile.objects.filter(pk__in=[profile.pk for profile in moved]).update(unit=into)
    unit.merged_into = into
    unit.save(update_fields=["merged_into"])
    trail.record("unit.merge", of=unit, by=by, at=at, into=into.pk, people=len(moved))
    return merge


@transaction.atomic
def undo_merge(*, merge: UnitMerge, by: Person, at: datetime) -> Unit:
    """Part two units again; who moved along goes back, unless they chose another unit since.

    :raises Refused: not an administrator, after fourteen days, or the other was merged itself since
    """
    hold_units()
    merge = UnitMerge.objects.select_for_update(of=("self",)).select_related("into__merged_into").get(pk=merge.pk)
    refuse_if(rules.why_not_undo_merge(merge=merge, by=by, at=at))
    unit = held(merge.unit)
    unit.merged_into = None
    unit.save(update_fields=["merged_into"])
    back = Profile.objects.filter(pk__in=merge.profiles.values("pk"), unit=merge.into).update(unit=unit)
    merge.undone_at = at
    merge.save(update_fields=["undone_at"])
    trail.record("unit.unmerge", of=unit, by=by, at=at, into=merge.into_id, people=back)
    return unit
