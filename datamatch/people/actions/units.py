"""One unit through time: it is added, gets another name, ends, and goes on after all."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from datamatch.foundation import trail
from datamatch.foundation.addresses import free_slug
from datamatch.foundation.refusal import refuse_if
from datamatch.people import rules
from datamatch.people.models import Person, Unit, UnitName, UnitParent

TAKEN = {"nieuw", "inlezen"}
"""Words that stand in the addresses of other pages about units."""


def hold_units() -> None:
    """Hold every unit until the transaction ends: two changes at once could make a circle that neither makes alone."""
    list(Unit.objects.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def add_unit(
    *, name: str, by: Person, at: datetime, slug: str = "", abbreviation: str = "",
    parent: Unit | None = None, on: date | None = None,
) -> Unit:  # fmt: skip
    """Add a unit, under another or under none, from a day on (else: for as long as we know).

    :raises Refused: not an administrator, no name, a namesake in the same place, or a parent that has ended
    """
    hold_units()
    refuse_if(rules.why_not_add_unit(name=name, parent=parent, on=on or localdate(at), by=by))
    words = {"name": name.strip(), "abbreviation": abbreviation.strip()}
    unit: Unit = Unit.objects.create(slug=slug_for(slug or name), **words)
    UnitName.objects.create(unit=unit, valid_from=on, **words)
    if parent is not None:
        UnitParent.objects.create(unit=unit, parent=parent, valid_from=on)
    trail.record("unit.add", of=unit, by=by, at=at)
    return unit


def slug_for(name: str) -> str:
    """Return a slug made from a name, with a number behind it when another unit has it."""
    start = slugify(name)[:70] or "unit"
    return slug_among(name, TAKEN | set(Unit.objects.filter(slug__startswith=start).values_list("slug", flat=True)))


def slug_among(name: str, taken: set[str]) -> str:
    """Return a slug made from a name that is not taken yet."""
    return free_slug(slugify(name)[:70] or "unit", taken)


@transaction.atomic
def rename_unit(*, unit: Unit, name: str, abbreviation: str, on: date, by: Person, at: datetime) -> Unit:
    """Give a unit another name from a day on; the old one is kept with its dates.

    :raises Refused: not an administrator, merged or ended, the same name, or a day before the present name began
    """
    unit = held(unit)
    refuse_if(rules.why_not_rename(unit=unit, name=name, abbreviation=abbreviation, on=on, by=by))
    name_from(unit, name=name.strip(), abbreviation=abbreviation.strip(), on=on)
    show_name_of(unit, localdate(at))
    trail.record("unit.rename", of=unit, by=by, at=at, on=on.isoformat())
    return unit


def held(unit: Unit) -> Unit:
    """Return a unit as it is now, locked until the transaction ends."""
    found: Unit = Unit.objects.select_for_update(no_key=True, of=("self",)).get(pk=unit.pk)
    return found


def name_from(unit: Unit, *, name: str, abbreviation: str, on: date) -> None:
    """Close the last name of a unit on a day and let another one follow."""
    if not unit.names.exists():
        UnitName.objects.create(unit=unit, name=unit.name, abbreviation=unit.abbreviation)
    unit.names.filter(valid_until=unit.ended_on).update(valid_until=on)
    UnitName.objects.create(unit=unit, name=name, abbreviation=abbreviation, valid_from=on, valid_until=unit.ended_on)


def show_name_of(unit: Unit, day: date) -> bool:
    """Let a unit show the name of a day, and tell whether that changed anything."""
    name = unit.names.on(day).order_by("valid_from").last()
    if name is None or (unit.name, unit.abbreviation) == (name.name, name.abbreviation):
        return False
    unit.name, unit.abbreviation = name.name, name.abbreviation
    unit.save(update_fields=["name", "abbreviation"])
    return True


@transaction.atomic
def end_unit(*, unit: Unit, on: date, by: Person, at: datetime) -> Unit:
    """Let a unit exist until a day; its people keep it on their profile until they choose another.

    :raises Refused: not an administrator, merged or ended, or something would stand under nothing
    """
    hold_units()
    unit = held(unit)
    refuse_if(rules.why_not_end(unit=unit, on=on, by=by))
    unit.names.filter(valid_until=None).update(valid_until=on)
    unit.ended_on = on
    unit.save(update_fields=["ended_on"])
    trail.record("unit.end", of=unit, by=by, at=at, on=on.isoformat())
    return unit


@transaction.atomic
def resume_unit(*, unit: Unit, by: Person, at: datetime) -> Unit:
    """Let a unit go on after all, under its last name.

    :raises Refused: not an administrator, or it has not ended
    """
    unit = held(unit)
    refuse_if(rules.why_not_resume(unit=unit, by=by))
    unit.names.filter(valid_until=unit.ended_on).update(valid_until=None)
    unit.ended_on = None
    unit.save(update_fields=["ended_on"])
    trail.record("unit.resume", of=unit, by=by, at=at)
    return unit


@transaction.atomic
def turn_names(*, at: datetime) -> int:
    """Let every unit show the name that holds today, and return how many changed; for names told beforehand."""
    day = localdate(at)
    turned = 0
    for unit in Unit.objects.filter(names__valid_from__lte=day).distinct().order_by("pk"):
        if show_name_of(unit, day):
            trail.record("unit.turn", of=unit, by=None, at=at)
            turned += 1
    return turned
