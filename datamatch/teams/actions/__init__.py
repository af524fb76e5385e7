"""Deeds about teams: drafting, weighing, asking, answering, forming and releasing."""

from datamatch.teams.actions.changing import answer_change, ask_change, hand_over, take_back_change
from datamatch.teams.actions.draft import Asked, ask_everybody, ask_suggested, draft_teams
from datamatch.teams.actions.formation import form_team, release_team, revive_team
from datamatch.teams.actions.seats import add_member, answer, make_lead, remove_member
from datamatch.teams.actions.terms import end_seats, remind_of_renewal, renew, stop
from datamatch.teams.actions.weigh import allow, forbid, forget_drafts, pin, set_aside

__all__ = [
    "Asked",
    "add_member",
    "allow",
    "answer",
    "answer_change",
    "ask_change",
    "ask_everybody",
    "ask_suggested",
    "draft_teams",
    "end_seats",
    "forbid",
    "forget_drafts",
    "form_team",
    "hand_over",
    "make_lead",
    "pin",
    "release_team",
    "remind_of_renewal",
    "remove_member",
    "renew",
    "revive_team",
    "set_aside",
    "stop",
    "take_back_change",
]
