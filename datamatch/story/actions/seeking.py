"""In the demo world some ideas say whom they look for."""

from datamatch.ideas.actions import seek_roles
from datamatch.story.actions.content import shipped
from datamatch.story.actions.journey import Journey


def seek(journey: Journey) -> None:
    """Let the authors of the shipped rows, counted from the first idea of the file, say which roles they miss."""
    for line in shipped("seeks"):
        idea = journey.ideas[journey.idea_lines[line["row"] - 1].row]
        seek_roles(idea=idea, by=idea.submitter, roles=line["roles"], at=journey.clock.tick())
