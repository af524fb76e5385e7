"""Opening a programme and preparing an edition of it."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from datamatch.editions import rules
from datamatch.editions.enums import Duty, ThemeWords
from datamatch.editions.models import Appointment, Criterion, Edition, Programme, Question, Theme
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
    """Prepare an edition with these themes, the standard criteria and the standard questions.

    Who prepares it becomes its first manager.

    :raises Refused: not you, or a plan that cannot be
    """
    refuse_if(rules.why_not_prepare_edition(by=by))
    refuse_if(rules.why_not_have_plan(**plan))
    edition = Edition.objects.create(programme=programme, slug=slug, name=name, number=number, **plan)
    add_standard_criteria(edition)
    ask_standard_questions(edition)
    for position, theme in enumerate(themes):
        Theme.objects.create(edition=edition, position=position, **theme._asdict())
    Appointment.objects.create(edition=edition, person=by, duty=Duty.MANAGER, appointed_at=at)
    trail.record("edition.prepare", of=edition, by=by, at=at, themes=len(themes))
    return edition


def add_standard_criteria(edition: Edition) -> None:
    """Let an edition judge on the criteria that are built in."""
    for position, criterion in enumerate(standard_criteria()):
        Criterion.objects.create(edition=edition, position=position, **criterion)


def ask_standard_questions(edition: Edition) -> None:
    """Let an edition ask the questions that every edition starts with, each after the one it waits for."""
    made: dict[str, Question] = {}
    for position, words in enumerate(standard_questions()):
        before = made.get(words.pop("asked_if", ""))
        made[words["slug"]] = Question.objects.create(edition=edition, position=position, asked_if=before, **words)


def standard_questions() -> list[dict[str, Any]]:
    """Return the eleven questions that every edition starts with, as fields; `asked_if` holds a slug."""
    stored: list[dict[str, Any]] = json.loads((CONTENT / "questions.json").read_text(encoding="utf-8"))
    return stored


def standard_criteria() -> list[dict[str, Any]]:
    """Return the criteria that every edition starts with, as fields of a criterion."""
    stored: list[dict[str, Any]] = json.loads((CONTENT / "criteria.json").read_text(encoding="utf-8"))
    return stored
