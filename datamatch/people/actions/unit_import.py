"""Reading in a file of units: kept to be looked at first, then all of it or nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.actions.unit_places import close_link
from datamatch.people.actions.units import TAKEN, held, hold_units, name_from, show_name_of, slug_among
from datamatch.people.enums import UnitDeed
from datamatch.people.models import Person, Unit, UnitImport, UnitName, UnitParent
from datamatch.people.queries import UnitChange, UnitLine, UnitPlan, plan_of
from datamatch.people.queries.unit_lines import from_json, to_json

KEPT = timedelta(days=7)


@transaction.atomic
def read_in(*, lines: Sequence[UnitLine], by: Person, at: datetime) -> UnitImport:
    """Keep the units of a file, so that somebody can look at what would change; nothing changes yet.

    :raises Refused: not an administrator
    """
    refuse_if(rules.why_not_keep_units(by=by))
    kept = UnitImport.objects.create(lines=to_json(lines), read_by=by, read_at=at)
    trail.record("units.read", of=kept, by=by, at=at, units=len(lines))
    return kept


@transaction.atomic
def confirm_import(*, unit_import: UnitImport, by: Person, at: datetime) -> UnitPlan:
    """Carry out a file that was read, and return what that changed.

    :raises Refused: not an administrator, done before, or something must be mended first
    """
    hold_units()
    kept = UnitImport.objects.select_for_update(of=("self",)).get(pk=unit_import.pk)
    plan = plan_of(from_json(kept.lines), day=localdate(at))
    refuse_if(rules.why_not_import(unit_import=kept, plan=plan, by=by))
    carry_out(plan, by=by, at=at)
    kept.carried_out_at = at
    kept.save(update_fields=["carried_out_at"])
    trail.record("units.import", of=kept, by=by, at=at, **counts_of(plan))
    return plan


@transaction.atomic
def import_units(*, lines: Sequence[UnitLine], at: datetime) -> UnitPlan:
    """Carry out a file at once, from the command line, and return what that changed.

    :raises Refused: something must be mended first
    """
    hold_units()
    plan = plan_of(lines, day=localdate(at))
    refuse_if(rules.why_not_carry_out(plan=plan))
    carry_out(plan, by=None, at=at)
    first = Unit.objects.order_by("pk").first()
    if plan.changes and first is not None:
        trail.record("units.import", of=first, by=None, at=at, **counts_of(plan))
    return plan


@transaction.atomic
def drop_import(*, unit_import: UnitImport, by: Person, at: datetime) -> None:
    """Throw away a file that was read and not carried out.

    :raises Refused: not an administrator, or carried out already
    """
    kept = UnitImport.objects.select_for_update(of=("self",)).get(pk=unit_import.pk)
    refuse_if(rules.why_not_drop_import(unit_import=kept, by=by))
    trail.record("units.drop", of=kept, by=by, at=at)
    kept.delete()


@transaction.atomic
def drop_old_imports(*, at: datetime) -> int:
    """Throw away files that nobody carried out within a week, and return how many."""
    old = UnitImport.objects.filter(carried_out_at=None, read_at__lte=at - KEPT)
    dropped = list(old.select_for_update(of=("self",)))
    for kept in dropped:
        trail.record("units.drop", of=kept, by=None, at=at)
        kept.delete()
    return len(dropped)


def counts_of(plan: UnitPlan) -> dict[str, Any]:
    """Return how many changes there are of each kind, for the trail."""
    return {f"units_{deed}": count for deed, count in Counter(str(change.deed) for change in plan.changes).items()}


def carry_out(plan: UnitPlan, *, by: Person | None, at: datetime) -> None:
    """Add what is new, then change what is here; what happens to a known unit is in the trail by itself."""
    units = plan.unit_of | add_new(plan.of(UnitDeed.NEW))
    link_new(plan.of(UnitDeed.NEW), units)
    for change in plan.changes:
        if change.unit is not None:
            CHANGES[change.deed](change, units, at)
            trail.record(f"unit.import.{change.deed}", of=change.unit, by=by, at=at)


def add_new(changes: Sequence[UnitChange]) -> dict[str, Unit]:
    """Add units with their names, and return them by the key of their line."""
    taken = TAKEN | set(Unit.objects.values_list("slug", flat=True))
    made: dict[str, Unit] = {}
    for change in changes:
        line = change.line
        slug = slug_among(line.name, taken)
        taken.add(slug)
        made[line.key] = Unit(
            slug=slug, tooi=line.tooi, roo_id=line.roo_id, oin=line.oin, file_id=line.file_id, name=line.name,
            abbreviation=line.abbreviation, ended_on=line.ended_on,
        )  # fmt: skip
    stored = dict(zip(made, Unit.objects.bulk_create(made.values()), strict=True))
    UnitName.objects.bulk_create(name for change in changes for name in names_of(change.line, stored[change.line.key]))
    return stored


def names_of(line: UnitLine, unit: Unit) -> list[UnitName]:
    """Return the names of a new unit: the former ones, and the present one from where the last of those ended."""
    former = [
        UnitName(
            unit=unit, name=name.name, abbreviation=name.abbreviation, valid_from=name.since, valid_until=name.until
        )
        for name in line.former
        if line.ended_on is None or name.until < line.ended_on
    ]
    since = former[-1].valid_until if former else None
    now = UnitName(
        unit=unit, name=line.name, abbreviation=line.abbreviation, valid_from=since, valid_until=line.ended_on
    )
    return [*former, now]


def link_new(changes: Sequence[UnitChange], units: dict[str, Unit]) -> None:
    """Put new units under what their lines say."""
    UnitParent.objects.bulk_create(
        UnitParent(unit=units[change.line.key], parent=standing(parent, units))
        for change in changes
        for parent in change.parents
    )


def standing(parent: Unit | UnitLine, units: dict[str, Unit]) -> Unit:
    """Return the unit a change means: one that was here, or one that was added."""
    return parent if isinstance(parent, Unit) else units[parent.key]


def rename(change: UnitChange, units: dict[str, Unit], at: datetime) -> None:
    """Give a unit the name of its line."""
    unit, line = known(change), change.line
    name_from(unit, name=line.name, abbreviation=line.abbreviation or unit.abbreviation, on=change.on or localdate(at))
    show_name_of(unit, localdate(at))


def move(change: UnitChange, units: dict[str, Unit], at: datetime) -> None:
    """Put a unit under what its line says; instead of where it stood, when that was one place."""
    unit, on = known(change), change.on or localdate(at)
    if change.before:
        for link in unit.above.filter(valid_until=None):
            close_link(link, on=on)
    for parent in change.parents:
        UnitParent.objects.get_or_create(
            unit=unit, parent=standing(parent, units), valid_until=None, defaults={"valid_from": on}
        )


def end(change: UnitChange, units: dict[str, Unit], at: datetime) -> None:
    """Let a unit end on the day of its line."""
    unit = known(change)
    unit.names.filter(valid_until=None).update(valid_until=change.on)
    unit.ended_on = change.on
    unit.save(update_fields=["ended_on"])


def fill(change: UnitChange, units: dict[str, Unit], at: datetime) -> None:
    """Write the identities and the abbreviation that a unit lacks."""
    unit = known(change)
    for field in change.fields:
        setattr(unit, field, getattr(change.line, field))
    unit.save(update_fields=list(change.fields))
    if "abbreviation" in change.fields:
        unit.names.filter(valid_until=unit.ended_on, abbreviation="").update(abbreviation=unit.abbreviation)


def remember(change: UnitChange, units: dict[str, Unit], at: datetime) -> None:
    """Write the former names of a unit of which only the present one was known."""
    unit = known(change)
    unit.names.all().delete()
    UnitName.objects.bulk_create(names_of(change.line, unit))


def known(change: UnitChange) -> Unit:
    """Return the unit of a change that is about one that is here, as it is now."""
    if change.unit is None:
        raise ValueError("A new unit has nothing to change yet.")
    return held(change.unit)


CHANGES = {
    UnitDeed.RENAMED: rename,
    UnitDeed.MOVED: move,
    UnitDeed.ENDED: end,
    UnitDeed.FILLED: fill,
    UnitDeed.HISTORY: remember,
}
