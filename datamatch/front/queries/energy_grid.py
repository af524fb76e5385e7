"""The energy map as its drawings want it: rows, weeks and figures, rounded where few people could be recognised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.front.enums import Measure
from datamatch.front.queries.energy_map import FEW, MOST_UNITS, RoleLine, UnitLine, weekly, weeks_of
from datamatch.front.queries.missing_roles import aspect_name, missing_counts

Amounts = dict[tuple[int | None, date], int]


@dataclass(frozen=True)
class Figures:
    """How figures are told: as they are, or, to who may not know who wrote an idea, never fewer than three apart."""

    exact: bool

    def cell(self, amount: int) -> dict[str, Any]:
        """Return one figure with what is read."""
        if self.exact or not 0 < amount < FEW:
            return {"value": amount, "text": str(amount)}
        return {"value": FEW - 1, "text": _("1 or 2")}

    def text(self, amount: int) -> str:
        """Return what is read for one figure."""
        return str(self.cell(amount)["text"])

    def size(self, amount: int) -> int:
        """Return how large one figure counts in an order, so that a place in a list tells no more than the figure."""
        return int(self.cell(amount)["value"])

    def in_order(self, lines: Sequence[UnitLine]) -> list[UnitLine]:
        """Return units by what is told of them, most first."""
        return sorted(lines, key=self._place)

    def _place(self, line: UnitLine) -> tuple[int, int, int, str]:
        hours, people, ideas = (-self.size(amount) for amount in (line.hours, line.people, line.ideas))
        return hours, people, ideas, str(line.unit or "~")


def grid_of(edition: Edition, *, measure: str, lines: Sequence[UnitLine], figures: Figures) -> dict[str, Any]:
    """Return units by week: the units that brought most, the others in one row, and the sum of each week."""
    amounts = weekly(edition, measure)
    weeks = weeks_of(amounts)
    order = sorted(lines, key=lambda line: -figures.size(sum(amounts.get((_key(line), week), 0) for week in weeks)))
    first, rest = order[:MOST_UNITS], order[MOST_UNITS:]
    groups = [(unit_label(line.unit), [_key(line)]) for line in first]
    if rest:
        groups.append((_("Other units (%(count)s)") % {"count": len(rest)}, [_key(line) for line in rest]))
    return {
        "columns": [_("wk %(number)s") % {"number": week.isocalendar().week} for week in weeks],
        "rows": [_row(label, keys, weeks=weeks, amounts=amounts, figures=figures) for label, keys in groups],
        "totals": [sum(amount for (_unit, at), amount in amounts.items() if at == week) for week in weeks] + [""],
    }


def _key(line: UnitLine) -> int | None:
    return line.unit.pk if line.unit else None


def _row(
    label: str, keys: list[int | None], *, weeks: list[date], amounts: Amounts, figures: Figures
) -> dict[str, Any]:
    cells = [sum(amounts.get((key, week), 0) for key in keys) for week in weeks]
    return {
        "label": label,
        "cells": [figures.cell(cell) for cell in cells],
        "total": figures.text(sum(cells)),
    }


def unit_label(unit: Any) -> str:
    """Return how a unit is called in a narrow column."""
    return unit.short if unit else _("No unit told")


def unit_rows(lines: Sequence[UnitLine], figures: Figures) -> list[dict[str, Any]]:
    """Return every unit with its figures, for the table behind the picture."""
    return [
        {
            "cells": [
                str(line.unit) if line.unit else _("No unit told"),
                *(figures.text(amount) for amount in (line.ideas, line.people, line.joining, line.hours)),
            ]
        }
        for line in lines
    ]


def unit_columns() -> list[dict[str, Any]]:
    """Return the columns of the table of units."""
    return [
        {"label": _("Unit")},
        *(
            {"label": label, "number": True}
            for label in (_("Ideas sent"), _("People with energy"), _("Want to join"), Measure.HOURS.label)
        ),
    ]


def role_rows(lines: Sequence[RoleLine], figures: Figures) -> list[dict[str, Any]]:
    """Return a bar per role: hours a week, and how many people offer them."""
    return [
        {
            "label": line.name,
            "value": line.hours,
            "text": _("%(hours)s h, people: %(people)s") % {"hours": line.hours, "people": figures.text(line.joining)},
            "kind": "accent",
        }
        for line in lines
    ]


def missing_rows(edition: Edition) -> list[dict[str, Any]]:
    """Return a bar per aspect of a team: how many ideas nobody offered to join for."""
    counted = missing_counts(edition)
    return [{"label": aspect_name(aspect), "value": ideas} for aspect, ideas in counted.items()]
