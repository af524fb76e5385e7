"""Which rooms know an idea by now, and let this reader in."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery

from datamatch.canvas.models import Canvas
from datamatch.canvas.rules import why_not_fill_canvas, why_not_see
from datamatch.cases.models import Case
from datamatch.ideas.models import Idea
from datamatch.jury.models import Pitch
from datamatch.people.models import Person
from datamatch.projects.models import Project
from datamatch.safeguards.enums import Moment
from datamatch.safeguards.models import Gate
from datamatch.teams.queries import teams_shown


@dataclass(frozen=True)
class Doors:
    """The pages about one idea; empty where the idea has not come there, or the reader not yet."""

    idea_id: UUID
    canvas: bool
    gate: bool
    team_id: UUID | None
    pitch_id: UUID | None
    project_id: UUID | None
    case_slug: str | None


def doors_of(idea: Idea, *, to: Person) -> Doors:
    """Return which pages about this idea are open to this reader; a canvas they may begin is one of them."""
    found = (
        Idea.objects.filter(pk=idea.pk)
        .annotate(
            canvas=Exists(Canvas.objects.filter(idea=OuterRef("pk"))),
            gate=Exists(Gate.objects.filter(idea=OuterRef("pk"), moment=Moment.START)),
            team_id=of_idea(teams_shown(idea.edition, to=to)),
            pitch_id=of_idea(Pitch.objects.all()),
            project_id=of_idea(Project.objects.all()),
            case_slug=Subquery(
                Case.objects.filter(project__idea=OuterRef("pk"), published_at__isnull=False).values("slug")[:1]
            ),
        )
        .values("canvas", "gate", "team_id", "pitch_id", "project_id", "case_slug")
        .get()
    )
    canvas_open = found["canvas"] and why_not_see(idea=idea, by=to) is None
    found["canvas"] = canvas_open or why_not_fill_canvas(idea=idea, by=to) is None
    return Doors(idea_id=idea.public_id, **found)


def of_idea(rows: QuerySet[Model]) -> Subquery:
    """Return the public identity of the row that belongs to the outer idea."""
    return Subquery(rows.filter(idea=OuterRef("pk")).values("public_id")[:1])
