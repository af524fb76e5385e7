"""One idea from call to reuse: every moment that is public for this reader, in order."""

from typing import Any

from datamatch.front.queries import carrying, choosing
from datamatch.front.queries.moments import Moment
from datamatch.ideas.models import Idea
from datamatch.people.models import Person

PARTS = (
    choosing.tried_before, choosing.sent, choosing.merged, choosing.energy, choosing.reviews, choosing.decision,
    choosing.team, choosing.pitch, choosing.verdict, carrying.gate, carrying.work, carrying.showcase, carrying.case,
    carrying.reuse,
)  # fmt: skip


def trace_of(idea: Idea, *, by: Person) -> list[Moment]:
    """Return the way of an idea as this reader may see it; nothing that was not published, no screener, no voter."""
    moments = [moment for part in PARTS for moment in part(idea, by)]
    return sorted(moments, key=lambda moment: moment.day)


def as_steps(moments: list[Moment]) -> list[dict[str, Any]]:
    """Return the moments as the timeline component wants them."""
    return [
        {
            "title": m.title, "date": m.date, "text": m.text, "who": m.who,
            "url": m.url, "icon": m.icon, "state": m.state,
        }
        for m in moments
    ]  # fmt: skip
