"""Drafting teams for the whole shortlist at once."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from datamatch.canvas.actions import start_canvas
from datamatch.canvas.queries import canvas_of
from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening.queries import shortlisted_ideas
from datamatch.teams import rules, weighing
from datamatch.teams.actions.asking import ask
from datamatch.teams.models import Matching, Member, Team


@transaction.atomic
def draft_teams(*, edition: Edition, by: Person, at: datetime) -> Matching:
    """Draft teams for the shortlist, or fill the gaps of the drafts there are, and ask everybody who is new.

    Who was asked before keeps their seat; who said no stays out.
    :raises Refused: not you, not now, or nobody to propose
    """
    refuse_if(rules.why_not_draft(edition=edition, by=by))
    ideas = list(shortlisted_ideas(edition))
    for idea in ideas:
        if canvas_of(idea) is None:
            start_canvas(idea=idea, by=by, at=at)
    proposal = weighing.propose(edition=edition, seed=edition.seed)
    seats: dict[int, list[weighing.Seat]] = defaultdict(list)
    for seat in proposal.seats:
        seats[seat.idea.pk].append(seat)
    for idea in ideas:
        _fill(idea, seats[idea.pk], at=at)
    matching = Matching.objects.create(
        edition=edition,
        made_at=at,
        seed=edition.seed,
        input_digest=proposal.input_digest,
        unfilled=proposal.unfilled,
        gap=proposal.gap,
    )
    trail.record("teams.draft", of=edition, by=by, at=at, seats=len(proposal.seats), unfilled=proposal.unfilled)
    return matching


def _fill(idea: Idea, seats: list[weighing.Seat], *, at: datetime) -> None:
    """Give the team of an idea its new seats and, when it has none, a lead."""
    team, _new = Team.objects.get_or_create(idea=idea, defaults={"made_at": at})
    led = team.members.filter(lead=True).exists()
    first = None if led or not seats else max(seats, key=_leading)
    for seat in seats:
        member = Member.objects.create(
            team=team,
            person_id=seat.person_id,
            role=seat.role,
            hours_per_week=seat.hours_per_week,
            lead=seat is first,
            reasons=[dict(reason) for reason in seat.reasons],
            asked_at=at,
        )
        ask(member, at=at)


def _leading(seat: weighing.Seat) -> tuple[bool, int, int, int]:
    """Return how near somebody is to leading: the submitter first, then most energy, then most hours."""
    return (seat.person_id == seat.idea.submitter_id, seat.strength, seat.hours_per_week, -seat.person_id)
