"""A new edition that begins as an earlier one."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from datamatch.editions import rules
from datamatch.editions.enums import Duty
from datamatch.editions.models import Appointment, Criterion, Edition, Question, Theme
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person

KEPT = (
    "programme", "call_opens_time", "call_closes_time", "delivery_weeks", "reviews_per_idea", "shortlist_size",
    "chosen_count", "means_euros", "means_hours", "quorum", "field_helps", "access", "sealed",
    "makers_known", "readers_known", "fellows_known",
)  # fmt: skip


@transaction.atomic
def clone_edition(
    *, source: Edition, slug: str, name: str, number: int, call_opens_on: date, by: Person, at: datetime
) -> Edition:
    """Prepare an edition like an earlier one: its form, criteria, ground rules, means and words; every day moves along.

    Nothing about people comes along: no appointments, members, codes or ideas. Who clones it is its first manager.
    :raises Refused: not you
    """
    refuse_if(rules.why_not_clone(source=source, by=by))
    plan = {field: getattr(source, field) for field in KEPT}
    edition = Edition.objects.create(
        slug=slug, name=name, number=number, **plan, **days_from(source, call_opens_on=call_opens_on)
    )
    for model in (Theme, Criterion):
        copy_rows(model, source, edition)
    copy_questions(source, edition)
    Appointment.objects.create(edition=edition, person=by, duty=Duty.MANAGER, appointed_at=at)
    for along in settings.ALONG_WITH_AN_EDITION:
        import_string(along)(source=source, edition=edition)
    trail.record("edition.clone", of=edition, by=by, at=at, source=str(source.public_id))
    return edition


def days_from(source: Edition, *, call_opens_on: date) -> dict[str, date | None]:
    """Return the days of an edition, moved so that its call opens on this day."""
    days = {name: moved_day(getattr(source, name), source, call_opens_on) for name in rules.DAYS}
    return days | {"call_opens_on": call_opens_on}


def moved_day(day: date | None, source: Edition, call_opens_on: date | None) -> date | None:
    """Return the day that is as far behind this opening of the call as `day` is in the source; None when unknown."""
    if day is None or source.call_opens_on is None or call_opens_on is None:
        return None
    return day + (call_opens_on - source.call_opens_on)


def words_of(row: Any) -> dict[str, Any]:
    """Return what a row says, without what makes it this row."""
    left_out = {"id", "public_id", "edition", "asked_if"}
    return {field.name: getattr(row, field.name) for field in row._meta.concrete_fields if field.name not in left_out}


def copy_rows(model: type[Theme] | type[Criterion], source: Edition, edition: Edition) -> None:
    """Copy the themes or the criteria."""
    rows: list[Any] = list(model.objects.filter(edition=source))
    copies: list[Any] = [model(edition=edition, **words_of(row)) for row in rows]
    model.objects.bulk_create(copies)


def copy_questions(source: Edition, edition: Edition) -> None:
    """Copy the questions in their order, each waiting for the copy of the one it waited for."""
    made: dict[int | None, Question] = {}
    for row in source.questions.all():
        before = made.get(row.asked_if_id)
        made[row.pk] = Question.objects.create(edition=edition, asked_if=before, **words_of(row))
