"""Pages of ideas: finding, writing, sending, reading, and giving energy."""

from datamatch.ideas.views.energy import energy, take_back
from datamatch.ideas.views.finding import drafts, ideas
from datamatch.ideas.views.reading import idea
from datamatch.ideas.views.sending import send, withdraw
from datamatch.ideas.views.writing import change, start

__all__ = ["change", "drafts", "energy", "idea", "ideas", "send", "start", "take_back", "withdraw"]
