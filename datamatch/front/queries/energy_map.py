"""Where ideas, people and hours come from: by unit, by week and by role; counted in the database, never row by row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, F, Q, Sum, When
from django.db.models.functions import TruncWeek

from datamatch.editions.models import Edition
from datamatch.front.enums import Measure
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.queries import energy_in, sent_ideas
from datamatch.people.enums import Audience, discipline_name
from datamatch.people.models import Unit
from datamatch.people.queries import home

FEW = 3
MOST_WEEKS = 10
MOST_UNITS = 12


@dataclass(frozen=True)
class Totals:
    """How much an edition gathered: ideas, people behind them, hours a week they offer to join."""

    ideas: int
    people: int
    hours: int


@dataclass(frozen=True)
class UnitLine:
    """What came from one unit; None stands for people who named no unit."""

    unit: Unit | None
    ideas: int
    people: int
    joining: int
    hours: int


@dataclass(frozen=True)
class RoleLine:
    """What people offer in one role: how many want to join, how many hours a week, and how many can advise."""

    role: str
    joining: int
    hours: int

    @property
    def name(self) -> str:
        """Return the role in the reader's language."""
        return discipline_name(self.role)


def totals_of(edition: Edition) -> Totals:
    """Return the three figures of an edition."""
    given = energy_in(edition).order_by().aggregate(people=Count("person", distinct=True), hours=Sum("hours_per_week"))
    return Totals(ideas=sent_ideas(edition).count(), people=given["people"], hours=given["hours"] or 0)


def unit_lines(edition: Edition) -> list[UnitLine]:
    """Return what came from each unit, most hours first; four statements, however many units there are."""
    sent = dict(
        sent_ideas(edition).order_by().annotate(home=home("unit")).values_list("home").annotate(count=Count("pk"))
    )
    given = {row["home"]: row for row in _energy_by(edition, "home", joins=Q(kind=EnergyKind.JOIN))}
    units = Unit.objects.in_bulk({key for key in [*sent, *given] if key is not None})
    lines = [
        UnitLine(
            unit=units.get(key) if key is not None else None,
            ideas=sent.get(key, 0),
            people=row.get("people", 0),
            joining=row.get("joining", 0),
            hours=row.get("hours") or 0,
        )
        for key in {*sent, *given}
        for row in [given.get(key, {})]
    ]
    return sorted(lines, key=lambda line: (-line.hours, -line.people, -line.ideas, str(line.unit or "~")))


def _home() -> Case:
    """Return the unit of who gave energy, where they show it to everyone; energy of others has no unit here."""
    shown = Q(person__profile__unit_for=Audience.EVERYONE)
    return Case(When(shown, then=F("person__profile__unit")))


def _energy_by(edition: Edition, *by: str, joins: Q) -> list[dict[str, Any]]:
    """Return people, people who want to join, and hours, grouped."""
    homed = energy_in(edition).order_by().annotate(home=_home())
    grouped = homed.values(*by).annotate(
        people=Count("person", distinct=True),
        joining=Count("person", distinct=True, filter=joins),
        hours=Sum("hours_per_week"),
    )
    return list(grouped)


def role_lines(edition: Edition) -> list[RoleLine]:
    """Return what is offered in each role, most hours first."""
    joins = energy_in(edition).order_by().filter(kind=EnergyKind.JOIN)
    rows = joins.values("role").annotate(joining=Count("person", distinct=True), hours=Sum("hours_per_week"))
    return [RoleLine(**row) for row in rows.order_by("-hours", "role")]


def weekly(edition: Edition, measure: str) -> dict[tuple[int | None, date], int]:
    """Return how much each unit brought in each week, by unit and by the Monday of the week."""
    rows: Iterable[tuple[Any, ...]]
    if measure == Measure.IDEAS:
        sent = sent_ideas(edition).order_by().annotate(home=home("unit"), week=TruncWeek("sent_at"))
        rows = sent.values_list("home", "week").annotate(amount=Count("pk"))
    else:
        homed = energy_in(edition).order_by().annotate(home=_home(), week=TruncWeek("stated_at"))
        counted = Sum("hours_per_week") if measure == Measure.HOURS else Count("person", distinct=True)
        rows = homed.values_list("home", "week").annotate(amount=counted)
    return {(home, week.date()): amount or 0 for home, week, amount in rows}


def weeks_of(amounts: Iterable[tuple[int | None, date]]) -> list[date]:
    """Return every Monday from the first to the last week in which something came, the last ten at most."""
    mondays = {week for _unit, week in amounts}
    if not mondays:
        return []
    first = max(min(mondays), max(mondays) - timedelta(weeks=MOST_WEEKS - 1))
    return [first + timedelta(weeks=n) for n in range((max(mondays) - first).days // 7 + 1)]
