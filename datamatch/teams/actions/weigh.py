"""What a manager says about a draft before anybody is asked: who stays, who never, who not now."""

from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.privacy import Leaver
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.teams import rules
from datamatch.teams.models import Exclusion, Suggestion, Team


@transaction.atomic
def pin(*, suggestion: Suggestion, pinned: bool, by: Person, at: datetime) -> Suggestion:
    """Keep a proposed seat when teams are proposed again, or let the next proposal decide.

    :raises Refused: not you, or teams are not drafted now
    """
    refuse_if(rules.why_not_pin(team=suggestion.team, by=by))
    suggestion.pinned = pinned
    suggestion.save(update_fields=["pinned"])
    trail.record("team.pin", of=suggestion, by=by, at=at, pinned=pinned)
    return suggestion


@transaction.atomic
def forbid(*, team: Team, person: Person, reason: str = "", by: Person, at: datetime) -> Exclusion:
    """Keep a person out of a team for good, with a reason for managers only; nobody is told.

    :raises Refused: not you, the person was asked for it, or is kept out already
    """
    refuse_if(rules.why_not_forbid(team=team, person=person, by=by))
    exclusion = Exclusion.objects.create(
        edition=team.idea.edition, team=team, person=person, reason=" ".join(reason.split()), by=by, at=at
    )
    Suggestion.objects.filter(team=team, person=person).delete()
    trail.record("team.forbid", of=team, by=by, at=at)
    return exclusion


@transaction.atomic
def set_aside(*, edition: Edition, person: Person, reason: str = "", by: Person, at: datetime) -> Exclusion:
    """Leave a person out of every draft of an edition for now; seats for which they were asked stay.

    :raises Refused: not you, or the person is left out already
    """
    refuse_if(rules.why_not_set_aside(edition=edition, person=person, by=by))
    exclusion = Exclusion.objects.create(edition=edition, person=person, reason=" ".join(reason.split()), by=by, at=at)
    Suggestion.objects.filter(team__idea__edition=edition, person=person).delete()
    trail.record("teams.set_aside", of=edition, by=by, at=at)
    return exclusion


@transaction.atomic
def allow(*, exclusion: Exclusion, by: Person, at: datetime) -> None:
    """Let somebody in again who was left out.

    :raises Refused: not you, or the edition is closed
    """
    refuse_if(rules.why_not_allow(exclusion=exclusion, by=by))
    trail.record("team.allow", of=exclusion.team or exclusion.edition, by=by, at=at)
    exclusion.delete()


def forget_drafts(leaver: Leaver, at: datetime) -> None:
    """Forget for whom somebody who leaves was proposed, and where they were left out and why."""
    Suggestion.objects.filter(person=leaver.person).delete()
    Exclusion.objects.filter(person=leaver.person).delete()
