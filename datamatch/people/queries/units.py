"""Reads about units: which exist, which stand for which, and what was changed lately."""

from collections import defaultdict
from datetime import date, datetime

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from datamatch.people.models import Unit, UnitImport, UnitMerge, UnitName
from datamatch.people.models.unit_change import UNDO_WITHIN


def unit_with_slug(slug: str) -> Unit | None:
    """Return the unit with this slug."""
    return Unit.objects.filter(slug=slug).first()


def units_on(day: date) -> QuerySet[Unit]:
    """Return the units that exist on this day: not merged into another, and not ended."""
    found: QuerySet[Unit] = Unit.objects.on(day)
    return found


def live_unit(unit: Unit) -> Unit:
    """Return the unit that stands for this one today: itself, or the one it was merged into, however often."""
    while unit.merged_into is not None:
        unit = unit.merged_into
    return unit


def family_of(unit: Unit) -> set[int]:
    """Return the row numbers of this unit and of every unit that was merged into it; for a filter on a key."""
    merged: dict[int | None, list[int]] = defaultdict(list)
    for other in Unit.objects.exclude(merged_into=None).only("pk", "merged_into"):
        merged[other.merged_into_id].append(other.pk)
    family, waiting = {unit.pk}, [unit.pk]
    while waiting:
        new = merged[waiting.pop()]
        family.update(new)
        waiting.extend(new)
    return family


def live_units() -> dict[int, int]:
    """Return per unit that was merged the row number of the one that stands for it."""
    into = {unit.pk: unit.merged_into_id for unit in Unit.objects.exclude(merged_into=None).only("pk", "merged_into")}

    def follow(pk: int) -> int:
        further = into.get(pk)
        return pk if further is None else follow(further)

    return {pk: follow(pk) for pk in into}


def home(field: str) -> Case:
    """Return what a key to a unit points at today: the unit itself, or the one it was merged into."""
    moved = [When(**{field: gone}, then=Value(live)) for gone, live in sorted(live_units().items())]
    return Case(*moved, default=F(field), output_field=BigIntegerField())


def units_found(text: str, *, day: date, ended: bool = False) -> QuerySet[Unit]:
    """Return the units of which every word stands in a name or abbreviation they have or had, by name."""
    found: QuerySet[Unit] = Unit.objects.live() if ended else units_on(day)
    for word in text.split():
        said = Q(name__icontains=word) | Q(abbreviation__icontains=word)
        found = found.filter(said | Exists(UnitName.objects.filter(said, unit=OuterRef("pk"))))
    return found.prefetch_related("names")


def merges_to_undo(unit: Unit, *, at: datetime) -> QuerySet[UnitMerge]:
    """Return the merges into this unit that can still be undone, newest first."""
    merges = UnitMerge.objects.filter(into=unit, undone_at=None, merged_at__gt=at - UNDO_WITHIN)
    return merges.select_related("unit", "into")


def imports_waiting() -> QuerySet[UnitImport]:
    """Return the files that were read and wait for a yes, newest first."""
    return UnitImport.objects.filter(carried_out_at=None).select_related("read_by")
