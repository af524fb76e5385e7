"""Opening a programme and preparing an edition of it."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from datamatch.editions import rules
from datamatch.editions.enums import Duty, ThemeWords
from datamatch.editions.models import Appointment, Criterion, Edition, Programme, Theme
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person

CONTENT = Path(__file__).parent.parent / "content"


@transaction.atomic
def open_programme(*, slug: str, name: str, purpose: str, by: Person, at: datetime) -> Programme:
    """Open a programme, in which editions can be prepared.

    :raises Refused: not you
    """
    refuse_if(rules.why_not_open_programme(by=by))
    programme = Programme.objects.create(slug=slug, name=name, purpose=purpose)
    trail.record("programme.open", of=programme, by=by, at=at)
    return programme


@transaction.atomic
def prepare_edition(
    *,
    programme: Programme,
    slug: str,
    name: str,
    number: int,
    by: Person,
    at: datetime,
    themes: Sequence[ThemeWords] = (),
    **plan: Any,
) -> Edition:
    """Prepare an edition with the standard criteria and these themes; who prepares it becomes its first manager.

    :raises Refused: not you, or a plan that cannot be
    """
    refuse_if(rules.why_not_prepare_edition(by=by))
    refuse_if(rules.why_not_have_plan(**plan))
    edition = Edition.objects.create(programme=programme, slug=slug, name=name, number=number, **plan)
    for position, criterion in enumerate(standard_criteria()):
        Criterion.objects.create(edition=edition, position=position, **criterion)
    for position, theme in enumerate(themes):
        Theme.objects.create(edition=edition, position=position, **theme._asdict())
    Appointment.objects.create(edition=edition, person=by, duty=Duty.MANAGER, appointed_at=at)
    trail.record("edition.prepare", of=edition, by=by, at=at, themes=len(themes))
    return edition


def standard_criteria() -> list[dict[str, Any]]:
    """Return the criteria that every edition starts with, as fields of a criterion."""
    stored: list[dict[str, Any]] = json.loads((CONTENT / "criteria.json").read_text(encoding="utf-8"))
    return stored
