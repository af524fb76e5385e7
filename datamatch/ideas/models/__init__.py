"""Tables of ideas: what is proposed, by whom, and who puts energy into it."""

from datamatch.ideas.models.coauthor import CoAuthor
from datamatch.ideas.models.energy import Energy
from datamatch.ideas.models.idea import Idea

__all__ = ["CoAuthor", "Energy", "Idea"]
