"""The lists that ship with the product: units with their history, and skills."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from datamatch.foundation import trail
from datamatch.people.enums import CONTENT
from datamatch.people.models import Skill, Unit, UnitName, UnitParent


@transaction.atomic
def load_units(*, at: datetime) -> int:
    """Load the units with their names through time and their parents, and return how many the list holds.

    A unit that is known already stays as it is: what was changed here counts.
    """
    stored = json.loads((CONTENT / "units.json").read_text(encoding="utf-8"))
    known = {line["slug"]: unit for line in stored if (unit := _known(line)) is not None}
    units = known | {line["slug"]: _load_unit(line) for line in stored if line["slug"] not in known}
    UnitParent.objects.bulk_create(
        UnitParent(unit=units[line["slug"]], parent=units[parent])
        for line in stored
        if line["slug"] not in known
        for parent in line["parents"]
    )
    trail.record("units.load", of=next(iter(units.values())), by=None, at=at, count=len(units))
    return len(units)


def _known(line: dict[str, Any]) -> Unit | None:
    """Return the unit that a line is about, or None when it is new."""
    same = Q(slug=line["slug"])
    for field in ("tooi", "roo_id"):
        if line[field]:
            same |= Q(**{field: line[field]})
    found: Unit | None = Unit.objects.filter(same).order_by("pk").first()
    return found


def _load_unit(line: dict[str, Any]) -> Unit:
    """Store one unit under its latest name, with all its names."""
    latest = line["names"][-1]
    unit: Unit = Unit.objects.create(
        slug=line["slug"],
        tooi=line["tooi"] or "",
        roo_id=line["roo_id"] or "",
        oin=line["oin"] or "",
        name=latest["name"],
        abbreviation=latest["abbreviation"] or "",
        ended_on=_day_after(latest["until"]),
    )
    UnitName.objects.bulk_create(
        UnitName(
            unit=unit,
            name=name["name"],
            abbreviation=name["abbreviation"] or "",
            valid_from=_day(name["from"]),
            valid_until=_day_after(name["until"]),
        )
        for name in line["names"]
    )
    return unit


def _day(written: str | None) -> date | None:
    """Return the day, or None where the register does not know it."""
    return date.fromisoformat(written) if written else None


def _day_after(written: str | None) -> date | None:
    """Return the first day on which a name no longer holds; the list gives the last day on which it does."""
    return date.fromisoformat(written) + timedelta(days=1) if written else None


@transaction.atomic
def load_skills(*, at: datetime) -> int:
    """Load the skills, and return how many; again changes nothing."""
    stored = json.loads((CONTENT / "skills.json").read_text(encoding="utf-8"))
    for line in stored:
        skill, _ = Skill.objects.update_or_create(
            slug=line["slug"],
            defaults={
                "name_nl": line["nl"],
                "name_en": line["en"],
                "group": line["group"],
                "esco_uri": line["esco_uri"] or "",
                "kwiv_code": line["kwiv_code"] or "",
            },
        )
    trail.record("skills.load", of=skill, by=None, at=at, count=len(stored))
    return len(stored)
