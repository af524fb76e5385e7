"""The minutes (verslag) of the screening: who read, who decided what and why, where people drew the line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.people.models import Person
from datamatch.screening.enums import AssignmentState, Round
from datamatch.screening.models import Assignment, Cut, Decision, ScreeningNote
from datamatch.screening.queries.assignments import Progress, progress_in
from datamatch.screening.queries.comparing import ComparingSoFar, comparing_so_far
from datamatch.screening.queries.decisions import Tally, decisions_in, tally_of
from datamatch.screening.queries.ranking import latest_calibration
from datamatch.screening.queries.settling import cuts_in

ORDER = {"yes": 0, "reserve": 1, "no": 2}


@dataclass(frozen=True)
class Reader:
    """A screener with how many reviews they gave and how many ideas they handed back."""

    person: Person
    given: int
    handed_back: int


@dataclass(frozen=True)
class Minutes:
    """All that the minutes tell; `places` holds where the ranking put an idea (row number)."""

    note: ScreeningNote | None
    progress: Progress
    tally: Tally
    readers: Sequence[Reader]
    cuts: Sequence[Cut]
    comparing: ComparingSoFar | None
    decisions: Sequence[tuple[Decision, int | None]]
    deciders: Sequence[str]
    ranked_at: datetime | None
    published_at: datetime | None


def minutes_in(edition: Edition) -> Minutes:
    """Return the minutes of the screening of an edition, as far as it is."""
    calibration = latest_calibration(edition)
    places = dict(calibration.standings.values_list("idea", "place")) if calibration else {}
    found = decisions_in(edition, Round.SHORTLIST).select_related("idea", "decided_by")
    last = len(places) + 1
    decisions = sorted(
        found, key=lambda one: (ORDER[one.outcome], one.reserve_place or 0, places.get(one.idea_id, last), one.pk)
    )
    return Minutes(
        note=note_of(edition),
        progress=progress_in(edition),
        tally=tally_of(edition),
        readers=readers_in(edition),
        cuts=list(cuts_in(edition)),
        comparing=comparing_so_far(edition),
        decisions=[(one, places.get(one.idea_id)) for one in decisions],
        deciders=sorted({one.decided_by.name for one in decisions if not one.prepared}),
        ranked_at=calibration.made_at if calibration else None,
        published_at=max((one.published_at for one in decisions if one.published_at), default=None),
    )


def note_of(edition: Edition) -> ScreeningNote | None:
    """Return what managers noted beside the minutes."""
    return ScreeningNote.objects.filter(edition=edition).select_related("noted_by").first()


def readers_in(edition: Edition) -> list[Reader]:
    """Return every screener by name, with how much each did."""
    asked = Assignment.objects.filter(idea__edition=edition).order_by()
    counted = asked.values("screener").annotate(
        given=Count("pk", filter=Q(state=AssignmentState.DONE)),
        handed_back=Count("pk", filter=Q(state=AssignmentState.ABSTAINED)),
    )
    rows = {row["screener"]: row for row in counted}
    nothing = {"given": 0, "handed_back": 0}
    people = appointed(edition, Duty.SCREENER) | Person.objects.filter(pk__in=rows)
    found = [(person, rows.get(person.pk, nothing)) for person in people.distinct().order_by("name", "pk")]
    return [Reader(person, row["given"], row["handed_back"]) for person, row in found]
