"""What can be read about the canvas of an idea."""

from datamatch.canvas.models import Canvas, RoleNeed
from datamatch.ideas.models import Idea


def canvas_of(idea: Idea) -> Canvas | None:
    """Return the canvas of an idea, or None when it was not started."""
    return Canvas.objects.filter(idea=idea).first()


def needs_of(idea: Idea) -> list[RoleNeed]:
    """Return the roles an idea needs, musts first; empty when its canvas was not started."""
    return list(RoleNeed.objects.filter(canvas__idea=idea))
