"""An edition in which teams are being formed: proposals stand, some people are asked, and roles are missing."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from datamatch.story.actions.journey import Journey
from datamatch.story.actions.matching import draft_teams_of, propose
from datamatch.story.actions.screening import screen
from datamatch.teams.actions import add_member, answer, ask_suggested, pin, set_aside
from datamatch.teams.models import Member, Suggestion
from datamatch.teams.rules import why_not_add

ASKED_TEAMS = 2
ROLE, HOURS = "data-scientist", 4


def team_up_halfway(journey: Journey, said: Mapping[str, Any], now: datetime) -> None:
    """Propose a team for every idea, ask the first two teams, and hear some of the answers."""
    screen(journey)
    propose(journey)
    teams = list(draft_teams_of(journey))
    for team in teams[:ASKED_TEAMS]:
        for suggestion in list(team.suggestions.order_by("pk")):
            ask_suggested(suggestion=suggestion, by=journey.manager, at=journey.clock.tick())
    journey.clock.go_to(now.date() - timedelta(days=1))
    hear_some(journey)
    ask_expert(journey, said["expert"])
    kept = Suggestion.objects.filter(team=teams[-1]).order_by("pk").first()
    if kept is not None:
        pin(suggestion=kept, pinned=True, by=journey.manager, at=journey.clock.tick())
    away = journey.people[said["away"]]
    set_aside(
        edition=journey.edition, person=away, reason=said["set_aside"], by=journey.manager, at=journey.clock.tick()
    )


def hear_some(journey: Journey) -> None:
    """Let who was asked first say yes, and every third say no; the others think about it."""
    asked = Member.objects.filter(team__idea__edition=journey.edition).select_related("person").order_by("pk")
    for place, member in enumerate(asked[: asked.count() - 2]):
        answer(member=member, yes=place % 3 != 2, by=member.person, at=journey.clock.tick())


def ask_expert(journey: Journey, email: str) -> None:
    """Ask the data scientist who can sign in for the first team that may ask them."""
    person = journey.people[email]
    for team in draft_teams_of(journey):
        if why_not_add(team=team, person=person, role=ROLE, hours_per_week=HOURS, by=journey.manager) is None:
            by, at = journey.manager, journey.clock.tick()
            add_member(team=team, person=person, role=ROLE, hours_per_week=HOURS, by=by, at=at)
            return
