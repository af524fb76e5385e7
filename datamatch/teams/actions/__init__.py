"""Deeds about teams: drafting, asking, answering, forming and releasing."""

from datamatch.teams.actions.draft import draft_teams
from datamatch.teams.actions.formation import form_team, release_team
from datamatch.teams.actions.seats import add_member, answer, make_lead, remove_member

__all__ = ["add_member", "answer", "draft_teams", "form_team", "make_lead", "release_team", "remove_member"]
