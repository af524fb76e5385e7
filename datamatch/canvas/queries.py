"""What can be read about the canvas of an idea."""

from datamatch.canvas.models import Canvas, RoleNeed
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import blacked_out, telling_to
from datamatch.people.models import Person

WORDS = ("demand", "owner_of_demand", "feasibility", "sources", "result", "measure")


def canvas_of(idea: Idea) -> Canvas | None:
    """Return the canvas of an idea, or None when it was not started."""
    return Canvas.objects.filter(idea=idea).first()


def canvas_shown(idea: Idea, *, to: Person) -> Canvas | None:
    """Return the canvas of an idea as this reader may know it: who never learns the makers reads no names in it."""
    canvas, tells = canvas_of(idea), telling_to(idea, to)
    if canvas and tells:
        for name in WORDS:
            setattr(canvas, name, blacked_out(getattr(canvas, name), tells))
    return canvas


def needs_of(idea: Idea) -> list[RoleNeed]:
    """Return the roles an idea needs, musts first; empty when its canvas was not started."""
    return list(RoleNeed.objects.filter(canvas__idea=idea))
