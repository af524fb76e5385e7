"""The units as a tree on one day: what stands under what, through merges, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from datamatch.people.models import Unit, UnitParent


@dataclass(frozen=True)
class Branch:
    """One unit with what stands under it, where else it stands, and how many units are below in all."""

    unit: Unit
    elsewhere: tuple[Unit, ...]
    children: "tuple[Branch, ...]"
    count: int
    deeper: bool


class Tree:
    """Every unit that was not merged away, with the links that hold on a day.

    A merged unit brings what stands under it along to the other, not what it stands under itself.
    """

    def __init__(self, day: date, *, ended: bool = False) -> None:
        """Read all units and the links of the day."""
        self.day = day
        stored = list(Unit.objects.all())
        into = {unit.pk: unit.merged_into_id for unit in stored}
        self.units = {unit.pk: unit for unit in stored if unit.merged_into_id is None and (ended or _exists(unit, day))}
        self.below: dict[int, list[int]] = defaultdict(list)
        self.above: dict[int, list[int]] = defaultdict(list)
        for unit, parent in UnitParent.objects.on(day).order_by("unit__name", "pk").values_list("unit", "parent"):
            high = _live(parent, into)
            if unit in self.units and high in self.units and unit != high and high not in self.above[unit]:
                self.below[high].append(unit)
                self.above[unit].append(high)

    def roots(self) -> list[Unit]:
        """Return the units that stand under none, by name."""
        return sorted((u for pk, u in self.units.items() if not self.above.get(pk)), key=lambda u: (u.name, u.pk))

    def branch(self, unit: Unit, *, depth: int, under: int | None = None) -> Branch:
        """Return a unit with what stands under it, so many levels deep."""
        below = self.below.get(unit.pk, [])
        children = [self.branch(self.units[pk], depth=depth - 1, under=unit.pk) for pk in below] if depth else []
        elsewhere = tuple(self.units[pk] for pk in self.above.get(unit.pk, []) if pk != under)
        return Branch(unit, elsewhere, tuple(children), len(self.under(unit)), bool(below) and not depth)

    def under(self, unit: Unit) -> set[int]:
        """Return the row numbers of everything under a unit, itself not counted."""
        return _reached(unit.pk, self.below)

    def over(self, unit: Unit) -> set[int]:
        """Return the row numbers of everything above a unit, itself not counted."""
        return _reached(unit.pk, self.above)

    def parents(self, unit: Unit) -> list[Unit]:
        """Return what a unit stands under."""
        return [self.units[pk] for pk in self.above.get(unit.pk, [])]

    def choices(self) -> list[tuple[str, str]]:
        """Return slug and name of every unit, by name; where a unit stands tells namesakes apart."""
        ordered = sorted(self.units.values(), key=lambda unit: (unit.name.casefold(), unit.pk))
        return [(unit.slug, self.title(unit)) for unit in ordered]

    def title(self, unit: Unit) -> str:
        """Return the name of a unit with its abbreviation, or else with what it stands under, behind it."""
        behind = unit.abbreviation or ", ".join(parent.short for parent in self.parents(unit))
        return f"{unit.name} ({behind})" if behind else unit.name


def _exists(unit: Unit, day: date) -> bool:
    """Tell whether a unit has not ended by this day."""
    return unit.ended_on is None or unit.ended_on > day


def _live(pk: int, into: dict[int, int | None]) -> int:
    """Return the unit that stands for this one."""
    while (other := into.get(pk)) is not None:
        pk = other
    return pk


def _reached(start: int, edges: dict[int, list[int]]) -> set[int]:
    """Return what can be reached along these edges, the start itself not counted."""
    found: set[int] = set()
    waiting = [start]
    while waiting:
        new = set(edges.get(waiting.pop(), ())) - found
        found |= new
        waiting.extend(new)
    return found - {start}


def units_within(unit: Unit, *, day: date) -> set[int]:
    """Return the row numbers of a unit, of all that was merged into it, and of all that stands under those on a day."""
    return _with_merged({unit.pk} | Tree(day, ended=True).under(unit))


def units_above(unit: Unit, *, day: date) -> list[Unit]:
    """Return everything a unit stands under on a day, by name."""
    tree = Tree(day, ended=True)
    return sorted((tree.units[pk] for pk in tree.over(unit)), key=lambda u: (u.name, u.pk))


def _with_merged(units: Iterable[int]) -> set[int]:
    """Return these units and what was merged into them."""
    found = set(units)
    while new := set(Unit.objects.filter(merged_into__in=found).values_list("pk", flat=True)) - found:
        found |= new
    return found


def links_after(day: date) -> dict[int, list[int]]:
    """Return per unit what it stands under on this day or will later, through merges; a circle here is one some day."""
    into = dict(Unit.objects.values_list("pk", "merged_into"))
    above: dict[int, list[int]] = defaultdict(list)
    lasting = UnitParent.objects.filter(Q(valid_until=None) | Q(valid_until__gt=day))
    for unit, parent in lasting.values_list("unit", "parent"):
        if into[unit] is None:
            above[unit].append(_live(parent, into))
    return above


def stands_above(high: Unit, low: Unit, *, day: date) -> bool:
    """Tell whether a unit stands above another on this day or will later."""
    return high.pk in _reached(low.pk, links_after(day))


def only_here(unit: Unit, *, day: date) -> list[Unit]:
    """Return what stands under this unit on a day and under nothing else, by name."""
    tree = Tree(day)
    return [tree.units[pk] for pk in tree.below.get(unit.pk, []) if tree.above[pk] == [unit.pk]]
