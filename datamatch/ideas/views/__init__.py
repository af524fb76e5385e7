"""Pages of ideas: finding, writing, sending, reading, and giving energy."""

from datamatch.ideas.views.coauthors import coauthors, hand_over, invite, leave, take_off
from datamatch.ideas.views.energy import energy, take_back
from datamatch.ideas.views.finding import drafts, ideas
from datamatch.ideas.views.invitations import invitation
from datamatch.ideas.views.reading import idea
from datamatch.ideas.views.sending import send, withdraw
from datamatch.ideas.views.units import for_unit
from datamatch.ideas.views.writing import change, start

__all__ = [
    "change",
    "coauthors",
    "drafts",
    "energy",
    "for_unit",
    "hand_over",
    "idea",
    "ideas",
    "invitation",
    "invite",
    "leave",
    "send",
    "start",
    "take_back",
    "take_off",
    "withdraw",
]
