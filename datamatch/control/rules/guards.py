"""The guards of every stage: each written in the room whose work it guards."""

from typing import Protocol

from datamatch.cases import rules as cases
from datamatch.datadag import rules as datadag
from datamatch.editions import rules as editions
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.ideas import rules as ideas
from datamatch.jury import rules as jury
from datamatch.post import rules as post
from datamatch.projects import rules as projects
from datamatch.screening import rules as screening
from datamatch.teams import rules as teams


class Guard(Protocol):
    """A rule that tells every reason why an edition may not leave a stage."""

    def __call__(self, *, edition: Edition) -> list[str]:
        """Return the reasons; an empty list when there are none."""


GUARDS: dict[Stage, tuple[Guard, ...]] = {
    Stage.PREPARING: (editions.why_not_leave_preparing,),
    Stage.CALL: (ideas.why_not_leave_call,),
    Stage.SCREENING: (screening.why_not_leave_screening, post.why_not_leave_screening),
    Stage.MATCHING: (screening.why_not_leave_matching, teams.why_not_leave_matching),
    Stage.PITCHING: (jury.why_not_leave_pitching, post.why_not_leave_pitching),
    Stage.DELIVERY: (projects.why_not_leave_delivery,),
    Stage.SHOWCASE: (datadag.why_not_leave_showcase, cases.why_not_leave_showcase),
    Stage.CLOSED: (),
}


def reasons_to_stay(edition: Edition) -> list[str]:
    """Return every reason why an edition may not leave its stage now, room by room; none when it may."""
    return [reason for guard in GUARDS[Stage(edition.stage)] for reason in guard(edition=edition)]
