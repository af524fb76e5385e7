"""What the verdict does to teams: chosen ones are formed, the others released."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.teams import queries, rules
from datamatch.teams.enums import TeamState
from datamatch.teams.models import Team


@transaction.atomic
def form_team(*, idea: Idea, by: Person, at: datetime) -> Team:
    """Turn the draft team of a chosen idea into its team; every seat gets a last day.

    :raises Refused: not you, or there is no team to form
    """
    refuse_if(rules.why_not_form(idea=idea, by=by))
    team = _move(idea, TeamState.FORMED, by=by, at=at)
    last_on = queries.last_day_of(idea.edition, today=localdate(at))
    team.members.still_in().filter(until_on=None).update(until_on=last_on)
    return team


@transaction.atomic
def revive_team(*, idea: Idea, by: Person, at: datetime) -> Team:
    """Let a team start after all that was released, because its idea moves up; who said yes is in it again.

    :raises Refused: not you, or there is no team that was released
    """
    refuse_if(rules.why_not_revive(idea=idea, by=by))
    return _move(idea, TeamState.FORMED, by=by, at=at)


@transaction.atomic
def release_team(*, idea: Idea, by: Person, at: datetime) -> Team:
    """Give the members of a team that does not start their hours back. The letters of the verdict tell why.

    :raises Refused: not you, or there is no team to release
    """
    refuse_if(rules.why_not_release(idea=idea, by=by))
    team = _move(idea, TeamState.RELEASED, by=by, at=at)
    team.suggestions.all().delete()
    return team


def _move(idea: Idea, state: TeamState, *, by: Person, at: datetime) -> Team:
    team = Team.objects.get(idea=idea)
    team.state = state
    team.save(update_fields=["state"])
    trail.record(f"team.{state.value}", of=team, by=by, at=at)
    return team
