"""Drafting teams for the whole shortlist at once, and asking everybody who is proposed."""

from collections import defaultdict
from dataclasses import dataclass, field
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
from datamatch.teams import queries, rules, weighing
from datamatch.teams.actions.asking import ask
from datamatch.teams.models import Matching, Member, Suggestion, Team


@transaction.atomic
def draft_teams(*, edition: Edition, by: Person, at: datetime) -> Matching:
    """Propose teams for the shortlist, or propose again; nobody hears of it yet.

    Who was asked or pinned before keeps their seat; who said no or is left out stays out; the rest is proposed anew.
    :raises Refused: not you, not now, or nobody to propose
    """
    refuse_if(rules.why_not_draft(edition=edition, by=by))
    ideas = list(shortlisted_ideas(edition))
    for idea in ideas:
        if canvas_of(idea) is None:
            start_canvas(idea=idea, by=by, at=at)
    Suggestion.objects.filter(team__idea__in=ideas, pinned=False).delete()
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
    """Propose seats for the team of an idea and, when it has none, a lead."""
    team, _new = Team.objects.get_or_create(idea=idea, defaults={"made_at": at})
    led = team.members.filter(lead=True).exists() or team.suggestions.filter(lead=True).exists()
    first = None if led or not seats else max(seats, key=_leading)
    for seat in seats:
        Suggestion.objects.create(
            team=team,
            person_id=seat.person_id,
            role=seat.role,
            hours_per_week=seat.hours_per_week,
            lead=seat is first,
            reasons=[dict(reason) for reason in seat.reasons],
            made_at=at,
        )


@dataclass(frozen=True)
class Asked:
    """How many were asked, and why not the others."""

    count: int
    reasons: list[str] = field(default_factory=list)


@transaction.atomic
def ask_everybody(*, edition: Edition, by: Person, at: datetime) -> Asked:
    """Ask everybody who is proposed, each by one mail; who cannot be asked any more stays proposed, with the reason.

    :raises Refused: not you, not now, or nobody is proposed
    """
    refuse_if(rules.why_not_ask_everybody(edition=edition, by=by))
    count, reasons = 0, []
    for suggestion in queries.suggestions_in(edition):
        if (reason := rules.why_not_ask(suggestion=suggestion, by=by)) is None:
            _seated(suggestion, at=at)
            count += 1
        else:
            reasons.append(reason)
    trail.record("teams.ask", of=edition, by=by, at=at, count=count, short=len(reasons))
    return Asked(count, reasons)


@transaction.atomic
def ask_suggested(*, suggestion: Suggestion, by: Person, at: datetime) -> Member:
    """Ask one proposed person.

    :raises Refused: not you, or the person cannot be asked any more
    """
    refuse_if(rules.why_not_ask(suggestion=suggestion, by=by))
    member = _seated(suggestion, at=at)
    trail.record("team.add", of=member, by=by, at=at, role=member.role, hours=member.hours_per_week)
    return member


def _seated(suggestion: Suggestion, *, at: datetime) -> Member:
    """Turn a proposed seat into a question to the person, by mail."""
    led = suggestion.team.members.filter(lead=True).exists()
    member = Member.objects.create(
        team=suggestion.team,
        person=suggestion.person,
        role=suggestion.role,
        hours_per_week=suggestion.hours_per_week,
        lead=suggestion.lead and not led,
        reasons=suggestion.reasons,
        asked_at=at,
    )
    suggestion.delete()
    ask(member, at=at)
    return member


def _leading(seat: weighing.Seat) -> tuple[bool, int, int, int]:
    """Return how near somebody is to leading: the submitter first, then most energy, then most hours."""
    return (seat.person_id == seat.idea.submitter_id, seat.strength, seat.hours_per_week, -seat.person_id)
