"""Why a unit may not be changed; None when it may."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from datamatch.people import queries
from datamatch.people.models import Person, Unit, UnitImport, UnitMerge, UnitParent


def why_not_keep_units(*, by: Person) -> str | None:
    """Return why this person may not change the units at all, or None when they may."""
    if not by.is_staff:
        return _("Only an administrator changes the units.")
    return None


def why_not_change_unit(*, unit: Unit, by: Person) -> str | None:
    """Return why this person may not change this unit, or None when they may."""
    if (reason := why_not_keep_units(by=by)) is not None:
        return reason
    if unit.merged_into is not None:
        return _("This unit was merged into %(unit)s. Change that one.") % {"unit": unit.merged_into}
    return None


def why_not_add_unit(*, name: str, parent: Unit | None, on: date, by: Person) -> str | None:
    """Return why there cannot be a new unit of this name here, or None when there can."""
    if (reason := why_not_keep_units(by=by)) is not None:
        return reason
    if not name.strip():
        return _("A unit needs a name.")
    return _why_namesake(name, {parent.pk} if parent else set(), on) or _why_not_under(parent, on)


def _why_namesake(name: str, parents: set[int], on: date) -> str | None:
    """Return that a unit of this name stands in the same place already, or None when none does."""
    tree = queries.Tree(on)
    for unit in tree.units.values():
        if unit.name.casefold() == name.strip().casefold() and set(tree.above.get(unit.pk, ())) == parents:
            return _("There is already a unit “%(name)s” in this place.") % {"name": unit.name}
    return None


def _why_not_under(parent: Unit | None, on: date) -> str | None:
    """Return why nothing can stand under this unit on a day, or None when something can."""
    if parent is None:
        return None
    if parent.merged_into is not None:
        return _("%(unit)s was merged into %(into)s. Choose that one.") % {"unit": parent, "into": parent.merged_into}
    if parent.ended_on is not None and parent.ended_on <= on:
        return _("%(unit)s has ended on %(day)s.") % {"unit": parent, "day": date_format(parent.ended_on)}
    return None


def why_not_rename(*, unit: Unit, name: str, abbreviation: str, on: date, by: Person) -> str | None:
    """Return why a unit cannot have this name from a day on, or None when it can."""
    if (reason := why_not_change_unit(unit=unit, by=by)) is not None:
        return reason
    if not name.strip():
        return _("A unit needs a name.")
    if unit.ended_on is not None and unit.ended_on <= on:
        return _("%(unit)s has ended on %(day)s.") % {"unit": unit, "day": date_format(unit.ended_on)}
    last = unit.names.order_by("valid_from").filter(valid_until=unit.ended_on).last()
    if (name.strip(), abbreviation.strip()) == ((last or unit).name, (last or unit).abbreviation):
        return _("That is the name it has.")
    return _why_before_last_name(unit, on)


def _why_before_last_name(unit: Unit, on: date) -> str | None:
    """Return that the last name of a unit begins on this day or later, or None when it began before."""
    latest = unit.names.filter(valid_from__gte=on).order_by("valid_from").last()
    if latest is None or latest.valid_from is None:
        return None
    words = _("The name “%(name)s” holds from %(day)s. Choose a later day.")
    return words % {"name": latest.name, "day": date_format(latest.valid_from)}


def why_not_place(
    *, unit: Unit, parent: Unit, on: date, by: Person, instead_of: UnitParent | None = None
) -> str | None:
    """Return why a unit cannot stand under another from a day on, or None when it can."""
    reason = why_not_change_unit(unit=unit, by=by) or _why_not_under(parent, on)
    if reason is not None:
        return reason
    if unit.pk == parent.pk:
        return _("A unit does not stand under itself.")
    if unit.above.filter(parent__in=queries.family_of(parent), valid_until=None).exists():
        return _("%(unit)s stands under %(parent)s already.") % {"unit": unit, "parent": parent}
    if queries.stands_above(unit, parent, day=on):
        words = _("%(unit)s stands above %(parent)s, so it cannot come under it.")
        return words % {"unit": unit, "parent": parent}
    return why_not_take(link=instead_of, by=by) if instead_of is not None else None


def why_not_take(*, link: UnitParent, by: Person) -> str | None:
    """Return why a unit cannot be taken from under another, or None when it can."""
    if (reason := why_not_change_unit(unit=link.unit, by=by)) is not None:
        return reason
    if link.valid_until is not None:
        words = _("%(unit)s stands under %(parent)s until %(day)s already.")
        return words % {"unit": link.unit, "parent": link.parent, "day": date_format(link.valid_until)}
    return None


def why_not_merge(*, unit: Unit, into: Unit, by: Person, at: datetime) -> str | None:
    """Return why a unit cannot be merged into another, or None when it can."""
    reason = why_not_change_unit(unit=unit, by=by) or _why_not_under(into, localdate(at))
    if reason is not None:
        return reason
    if unit.pk == into.pk:
        return _("A unit is not merged into itself.")
    if queries.stands_above(unit, into, day=localdate(at)):
        return _("%(unit)s stands above %(into)s. Merge the lower one into the higher.") % {"unit": unit, "into": into}
    return None


def why_not_undo_merge(*, merge: UnitMerge, by: Person, at: datetime) -> str | None:
    """Return why a merge cannot be undone now, or None when it can."""
    if (reason := why_not_keep_units(by=by)) is not None:
        return reason
    if merge.undone_at is not None:
        return _("This was undone already.")
    if at >= merge.undo_until:
        return _("A merge can be undone for 14 days. Add the unit again instead.")
    if merge.into.merged_into is not None:
        words = _("%(unit)s was merged into %(into)s since. Undo that first.")
        return words % {"unit": merge.into, "into": merge.into.merged_into}
    return None


def why_not_end(*, unit: Unit, on: date, by: Person) -> str | None:
    """Return why a unit cannot end on a day, or None when it can."""
    if (reason := why_not_change_unit(unit=unit, by=by)) is not None:
        return reason
    if unit.ended_on is not None:
        return _("%(unit)s has ended on %(day)s.") % {"unit": unit, "day": date_format(unit.ended_on)}
    if (reason := _why_before_last_name(unit, on)) is not None:
        return reason
    if below := queries.only_here(unit, day=on):
        return _("%(units)s would stand under nothing. Move that first.") % {"units": ", ".join(map(str, below[:3]))}
    return None


def why_not_resume(*, unit: Unit, by: Person) -> str | None:
    """Return why a unit cannot go on after all, or None when it can."""
    if (reason := why_not_change_unit(unit=unit, by=by)) is not None:
        return reason
    if unit.ended_on is None:
        return _("%(unit)s has not ended.") % {"unit": unit}
    return None


def why_not_carry_out(*, plan: queries.UnitPlan) -> str | None:
    """Return what must be mended before a file of units can be carried out, or None when nothing must."""
    if not plan.faults:
        return None
    words = _("%(fault)s Nothing was changed.")
    return words % {"fault": " ".join(str(fault) for fault in plan.faults[:3])}


def why_not_import(*, unit_import: UnitImport, plan: queries.UnitPlan, by: Person) -> str | None:
    """Return why a file that was read cannot be carried out, or None when it can."""
    if (reason := why_not_keep_units(by=by)) is not None:
        return reason
    if unit_import.carried_out_at is not None:
        return _("This file was carried out already.")
    return why_not_carry_out(plan=plan)


def why_not_drop_import(*, unit_import: UnitImport, by: Person) -> str | None:
    """Return why a file that was read cannot be thrown away, or None when it can."""
    if (reason := why_not_keep_units(by=by)) is not None:
        return reason
    if unit_import.carried_out_at is not None:
        return _("This file was carried out already.")
    return None
