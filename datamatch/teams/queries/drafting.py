"""Reads about a draft before anybody is asked: who is proposed, and who is left out. For managers only."""

from django.db.models import QuerySet

from datamatch.editions.models import Edition
from datamatch.screening.queries import shortlisted_ideas
from datamatch.teams.enums import TeamState
from datamatch.teams.models import Exclusion, Suggestion, Team


def suggestions_in(edition: Edition) -> QuerySet[Suggestion]:
    """Return the seats that are proposed for the shortlist of an edition, with person and team.

    A team that was released, or whose idea goes on no longer, proposes nobody.
    """
    found = Suggestion.objects.filter(team__idea__in=shortlisted_ideas(edition)).exclude(team__state=TeamState.RELEASED)
    return found.select_related("person", "team__idea__edition").order_by("team__idea__number", "-lead", "pk")


def set_aside_in(edition: Edition) -> QuerySet[Exclusion]:
    """Return who is left out of every draft of an edition for now, by name."""
    found = Exclusion.objects.filter(edition=edition, team__isnull=True)
    return found.select_related("person", "by", "edition").order_by("person__name", "pk")


def kept_out_of(team: Team) -> QuerySet[Exclusion]:
    """Return who never joins this team, by name."""
    return team.exclusions.select_related("person", "by", "edition").order_by("person__name", "pk")
