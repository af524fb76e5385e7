"""What reading in a file of units would change: worked out, shown and checked before anything happens."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from datamatch.foundation.tables.faults import Fault
from datamatch.people.enums import UnitDeed
from datamatch.people.models import Unit, UnitName, UnitParent
from datamatch.people.queries.unit_lines import NameLine, UnitLine
from datamatch.people.queries.unit_tree import Tree
from datamatch.people.queries.units import live_unit

Parent = Unit | UnitLine
"""What a unit will stand under: one that is here, or one of the file that is still to be added."""


@dataclass(frozen=True)
class UnitChange:
    """One thing that reading in would do to one unit; `unit` is None for a new one."""

    deed: UnitDeed
    line: UnitLine
    unit: Unit | None = None
    on: date | None = None
    before: str = ""
    after: str = ""
    parents: tuple[Parent, ...] = ()
    names: tuple[NameLine, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass
class UnitPlan:
    """Everything a file would change, what it leaves as it is and why, and what must be mended first."""

    day: date
    total: int
    changes: list[UnitChange] = field(default_factory=list)
    kept: list[UnitChange] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unit_of: dict[str, Unit] = field(default_factory=dict)

    def of(self, deed: UnitDeed) -> list[UnitChange]:
        """Return the changes of one kind, in the order of the file."""
        return [change for change in self.changes if change.deed == deed]

    @property
    def groups(self) -> list[tuple[UnitDeed, list[UnitChange]]]:
        """Return the kinds of change that occur, each with its changes."""
        return [(deed, found) for deed in UnitDeed if (found := self.of(deed))]


def plan_of(lines: Sequence[UnitLine], *, day: date, file: str = "") -> UnitPlan:
    """Return what reading in these lines on this day would change."""
    return _Planner(lines, day=day, file=file).planned()


class _Planner:
    """Compares the lines of a file with the units that are here."""

    def __init__(self, lines: Sequence[UnitLine], *, day: date, file: str) -> None:
        """Read all units with their names and places; the number of queries is fixed."""
        self.plan, self.file = UnitPlan(day, len(lines)), file
        self.lines = {line.key: line for line in lines}
        self.tree = Tree(day, ended=True)
        stored = list(Unit.objects.prefetch_related("names"))
        by_pk = {unit.pk: unit for unit in stored}
        for unit in stored:
            if unit.merged_into_id is not None:
                unit.merged_into = by_pk[unit.merged_into_id]
        self.known = {
            name: {getattr(unit, name): unit for unit in stored if getattr(unit, name)}
            for name in ("tooi", "roo_id", "file_id")
        }
        self.placed = {
            (unit.name.casefold(), frozenset(self.tree.above.get(unit.pk, ()))): unit
            for unit in reversed(stored)
            if unit.merged_into is None
        }
        self.ever = _places_ever(by_pk)
        self.taken: dict[int, int] = {}

    def planned(self) -> UnitPlan:
        """Return the plan, with each unit after what it stands under."""
        for line in _parents_first(self.lines):
            self._take(line)
        self.plan.changes.sort(key=lambda change: change.deed != UnitDeed.NEW)
        return self.plan

    def _fault(self, line: UnitLine, column: str, text: str) -> None:
        self.plan.faults.append(Fault(self.file, line.row, column, text))

    def _change(self, deed: UnitDeed, line: UnitLine, unit: Unit | None, **given: object) -> None:
        self.plan.changes.append(UnitChange(deed, line, unit, **given))  # type: ignore[arg-type]

    def _keep(self, line: UnitLine, unit: Unit, why: str) -> None:
        self.plan.kept.append(UnitChange(UnitDeed.KEPT, line, unit, after=why))

    def _take(self, line: UnitLine) -> None:
        """Find the unit that a line is about, and note what changes."""
        parents = self._parents(line)
        unit = self._unit(line, parents)
        if unit is None:
            self._change(UnitDeed.NEW, line, None, parents=tuple(parents), after=line.name)
            return
        if unit.pk in self.taken:
            words = _("This is the same unit as row %(row)s. Leave one out.")
            self._fault(line, "id", words % {"row": self.taken[unit.pk]})
            return
        self.taken[unit.pk] = line.row
        self.plan.unit_of[line.key] = live_unit(unit)
        if unit.merged_into is not None:
            self._keep(line, unit, _("merged into %(unit)s here") % {"unit": live_unit(unit)})
            return
        self._fill(line, unit)
        self._name(line, unit)
        self._history(line, unit)
        self._place(line, unit, parents)
        self._end(line, unit)

    def _parents(self, line: UnitLine) -> list[Parent]:
        """Return what a line stands under, noting what is nowhere to be found."""
        found: list[Parent] = []
        for key in line.parents:
            here = self.plan.unit_of.get(key) or self.known["file_id"].get(key) or self.known["tooi"].get(key)
            if key in self.lines:
                found.append(here or self.lines[key])
            elif here is not None:
                found.append(live_unit(here))
            else:
                words = _("“%(unit)s” is not in this file and not here. Read in that unit first, or leave this empty.")
                self._fault(line, "parent_id", words % {"unit": key[:80]})
        if not found and line.belongs_to:
            found += self._ministry(line)
        return found

    def _ministry(self, line: UnitLine) -> list[Parent]:
        """Return the ministry a line names by its address in the register, noting one that is not here."""
        named = [other for other in self.lines.values() if other.tooi == line.belongs_to]
        here = self.known["tooi"].get(line.belongs_to)
        if here is None and not named:
            words = _("“%(unit)s” is not here. Read in the file of the ministries first.")
            self._fault(line, "ministry_tooi", words % {"unit": line.belongs_to[-40:]})
        return [live_unit(here)] if here is not None else [*named]

    def _unit(self, line: UnitLine, parents: Iterable[Parent]) -> Unit | None:
        """Return the unit with an identity of this line, or with its name in the same place."""
        found = {
            unit.pk: unit for name, units in self.known.items() if (unit := units.get(getattr(line, name))) is not None
        }
        if len(found) > 1:
            words = _("This is more than one unit here: %(units)s. Merge those first.")
            self._fault(line, "tooi", words % {"units": ", ".join(unit.name for unit in found.values())})
        if found:
            return next(iter(found.values()))
        above = frozenset(parent.pk for parent in parents if isinstance(parent, Unit))
        namesake = self.placed.get((line.name.casefold(), above))
        return None if namesake is None or self._is_another(line, namesake) else namesake

    def _is_another(self, line: UnitLine, unit: Unit) -> bool:
        """Tell whether a namesake has another identity than this line, or was found for another line."""
        differ = any(
            getattr(unit, name) and getattr(line, name) and getattr(unit, name) != getattr(line, name)
            for name in self.known
        )
        return differ or unit.pk in self.taken

    def _fill(self, line: UnitLine, unit: Unit) -> None:
        """Note the identities and the abbreviation that a unit lacks."""
        lacks = [
            name for name in ("tooi", "roo_id", "oin", "file_id") if getattr(line, name) and not getattr(unit, name)
        ]
        if line.abbreviation and not unit.abbreviation and _same(line.name, unit.name):
            lacks.append("abbreviation")
        if lacks:
            self._change(UnitDeed.FILLED, line, unit, fields=tuple(lacks), after=unit.name)

    def _name(self, line: UnitLine, unit: Unit) -> None:
        """Note another name, unless it is an older one or we know of a later."""
        if _same(line.name, unit.name):
            return
        names: list[UnitName] = list(unit.names.all())
        began = max((name.valid_from for name in names if name.valid_from), default=None)
        older = [name for name in names if name.valid_until is not None and _same(name.name, line.name)]
        if any(line.named_on is None or (name.valid_until and line.named_on < name.valid_until) for name in older):
            self._keep(
                line, unit, _("“%(name)s” is an older name; the file is older than what is here") % {"name": line.name}
            )
        elif unit.ended_on is not None:
            self._keep(line, unit, _("it has ended here, so it is not renamed to “%(name)s”") % {"name": line.name})
        else:
            on = line.named_on if line.named_on and (began is None or line.named_on > began) else self.plan.day
            if began is not None and on <= began:
                words = _("a later name is known here, so not “%(name)s”")
                self._keep(line, unit, words % {"name": line.name})
                return
            self._change(UnitDeed.RENAMED, line, unit, on=on, before=unit.name, after=line.name)

    def _history(self, line: UnitLine, unit: Unit) -> None:
        """Note former names, where nothing is known yet of what came before the present name."""
        names: list[UnitName] = list(unit.names.all())
        undated = all(name.valid_from is None and name.valid_until is None for name in names)
        if line.former and undated and _same(line.name, unit.name):
            words = ", ".join(name.name for name in line.former)
            self._change(UnitDeed.HISTORY, line, unit, names=line.former, after=words)

    def _place(self, line: UnitLine, unit: Unit, parents: list[Parent]) -> None:
        """Note what a unit comes to stand under; a place the file does not know stays."""
        above = self.tree.above.get(unit.pk, [])
        loose = self.tree.over(unit) if not line.parents else set()
        new = [p for p in parents if not isinstance(p, Unit) or p.pk not in {*above, *loose, unit.pk}]
        if not new or line.ended_on is not None or unit.ended_on is not None:
            return
        if any(isinstance(parent, Unit) and parent.pk in self.ever[unit.pk] for parent in new):
            self._keep(line, unit, _("it stands under %(unit)s at another time here") % {"unit": new[0].name})
            return
        if gone := [p.name for p in parents if p.ended_on is not None and p.ended_on <= self.plan.day]:
            self._keep(line, unit, _("%(unit)s has ended, so it does not move there") % {"unit": gone[0]})
            return
        under = self.tree.under(unit)
        if any(isinstance(parent, Unit) and parent.pk in under for parent in new):
            self._fault(
                line, "parent_id", _("%(unit)s stands below this unit here. Move it first.") % {"unit": new[0].name}
            )
            return
        before = [self.tree.units[pk].name for pk in above] if len(above) == len(parents) == 1 else []
        self._change(
            UnitDeed.MOVED, line, unit, on=self.plan.day, parents=tuple(new), before=", ".join(before),
            after=", ".join(parent.name for parent in new),
        )  # fmt: skip

    def _end(self, line: UnitLine, unit: Unit) -> None:
        """Note an end, or that the file knows a unit that has ended here."""
        if line.ended_on is not None and unit.ended_on is None:
            began = max((name.valid_from for name in unit.names.all() if name.valid_from), default=None)
            if began is not None and began >= line.ended_on:
                self._keep(line, unit, _("its name here is younger than its end in the file"))
            else:
                self._change(UnitDeed.ENDED, line, unit, on=line.ended_on, after=unit.name)
        elif line.ended_on is None and unit.ended_on is not None:
            self._keep(line, unit, _("it has ended here; the file does not say so"))


def _places_ever(units: dict[int, Unit]) -> dict[int, set[int]]:
    """Return per unit what it stood, stands or will stand under, through merges."""
    ever: dict[int, set[int]] = defaultdict(set)
    for unit, parent in UnitParent.objects.values_list("unit", "parent"):
        ever[unit].add(live_unit(units[parent]).pk)
    return ever


def _same(one: str, other: str) -> bool:
    """Tell whether two names differ in capitals only."""
    return one.casefold() == other.casefold()


def _parents_first(lines: dict[str, UnitLine]) -> list[UnitLine]:
    """Return the lines in the order of the file, each after those it stands under."""
    ordered: dict[str, UnitLine] = {}
    ministries = {line.tooi: key for key, line in lines.items() if line.tooi}

    def visit(key: str) -> None:
        if key in ordered or key not in lines:
            return
        line = lines[key]
        for above in (*line.parents, ministries.get(line.belongs_to, "")):
            if above != key:
                visit(above)
        ordered[key] = line

    for key in lines:
        visit(key)
    return list(ordered.values())
