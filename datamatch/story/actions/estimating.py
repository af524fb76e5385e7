"""Makers of shortlisted ideas say what they need: roles with hours, euros, and by what success is known."""

from datamatch.canvas.actions import fill_canvas
from datamatch.canvas.enums import Need
from datamatch.screening.queries import shortlisted_ideas
from datamatch.story.actions.journey import Journey


def fill_canvases(journey: Journey) -> None:
    """Let the maker of each shortlisted idea fill its canvas, where words for it were written; the others wait."""
    rows = journey.rows()
    for idea in shortlisted_ideas(journey.edition).order_by("number").select_related("submitter"):
        words = journey.canvases.get(rows[idea.pk])
        if words is None:
            continue
        fill_canvas(
            idea=idea, by=idea.submitter, at=journey.clock.tick(), demand=idea.demand, owner_of_demand=words["owner"],
            feasibility=words["feasibility"], sources=idea.data, result=idea.result, measure=words["measure"],
            weeks=journey.plan.weeks, euros=words["euros"], needs=[Need(*need) for need in words["needs"]],
        )  # fmt: skip
