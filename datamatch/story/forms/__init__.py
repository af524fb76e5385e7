"""The shape of the files that a story starts from: read whole, or refused with every fault named."""

from datamatch.foundation.tables.faults import Fault, FaultyFiles
from datamatch.ideas.forms.idea_lines import read_ideas
from datamatch.story.forms.people import read_people
from datamatch.story.forms.skills import read_skills

__all__ = ["Fault", "FaultyFiles", "read_ideas", "read_people", "read_skills"]
