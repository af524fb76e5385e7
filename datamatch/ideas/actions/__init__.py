"""Deeds with ideas: writing, sending, withdrawing, and giving energy."""

from datamatch.ideas.actions.energy import give_energy, take_back_energy
from datamatch.ideas.actions.sending import send_idea, withdraw_idea
from datamatch.ideas.actions.writing import change_idea, start_idea

__all__ = ["change_idea", "give_energy", "send_idea", "start_idea", "take_back_energy", "withdraw_idea"]
