"""The row that an address names, with what its rules read."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from datamatch.teams.models import Exclusion, Member, Suggestion, Team


def team_with(team_id: UUID) -> Team:
    """Return a team, or answer that there is none."""
    return get_object_or_404(Team.objects.select_related("idea__edition"), public_id=team_id)


def member_with(member_id: UUID) -> Member:
    """Return a seat, or answer that there is none."""
    return get_object_or_404(Member.objects.select_related("team__idea__edition", "person"), public_id=member_id)


def suggestion_with(suggestion_id: UUID) -> Suggestion:
    """Return a proposed seat, or answer that there is none."""
    found = Suggestion.objects.select_related("team__idea__edition", "person")
    return get_object_or_404(found, public_id=suggestion_id)


def exclusion_with(exclusion_id: UUID) -> Exclusion:
    """Return a person who is left out, or answer that there is none."""
    found = Exclusion.objects.select_related("edition", "team__idea", "person")
    return get_object_or_404(found, public_id=exclusion_id)
