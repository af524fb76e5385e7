"""Deeds with the canvas."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from datamatch.canvas import queries, rules
from datamatch.canvas.enums import STANDARD_NEEDS, Need
from datamatch.canvas.models import Canvas, RoleNeed
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person


@transaction.atomic
def fill_canvas(
    *,
    idea: Idea,
    by: Person,
    at: datetime,
    needs: Sequence[Need],
    demand: str = "",
    owner_of_demand: str = "",
    feasibility: str = "",
    sources: str = "",
    result: str = "",
    measure: str = "",
    weeks: int = 13,
    euros: int = 0,
) -> Canvas:
    """Keep the whole canvas of an idea and the roles it needs, in place of what was there.

    :raises Refused: not this person, not now, or a role twice or without hours
    """
    refuse_if(rules.why_not_fill_canvas(idea=idea, by=by))
    refuse_if(rules.why_not_need(needs))
    words = {
        "demand": demand, "owner_of_demand": owner_of_demand, "feasibility": feasibility, "sources": sources,
        "result": result, "measure": measure, "weeks": weeks, "euros": euros, "changed_at": at,
    }  # fmt: skip
    canvas, _ = Canvas.objects.update_or_create(idea=idea, defaults=words)
    keep_needs(canvas, needs)
    trail.record("canvas.fill", of=idea, by=by, at=at, roles=len(needs), weeks=weeks, euros=euros)
    return canvas


def keep_needs(canvas: Canvas, needs: Sequence[Need]) -> None:
    """Put these roles in place of the ones that were on the canvas."""
    canvas.needs.all().delete()
    RoleNeed.objects.bulk_create(
        RoleNeed(canvas=canvas, role=need.role, hours_per_week=need.hours_per_week, must=need.must) for need in needs
    )


@transaction.atomic
def start_canvas(*, idea: Idea, by: Person, at: datetime) -> Canvas:
    """Begin a canvas with the words of the idea and the usual roles; one that exists is returned as it is.

    :raises Refused: not this person, or not now
    """
    refuse_if(rules.why_not_fill_canvas(idea=idea, by=by))
    if existing := queries.canvas_of(idea):
        return existing
    canvas = Canvas.objects.create(
        idea=idea,
        demand=idea.demand,
        sources=idea.data,
        result=idea.result,
        weeks=idea.edition.delivery_weeks,
        changed_at=at,
    )
    keep_needs(canvas, STANDARD_NEEDS)
    trail.record("canvas.start", of=idea, by=by, at=at)
    return canvas
