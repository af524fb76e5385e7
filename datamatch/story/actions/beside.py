"""Small editions that run beside the second one, each left in the middle of a stage: what is asked there waits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from datamatch.ideas.forms.idea_lines import IdeaLine
from datamatch.story.actions.calling import collect_energy, collect_ideas, prepare
from datamatch.story.actions.choosing_now import choose_halfway
from datamatch.story.actions.journey import Clock, Journey, Plan
from datamatch.story.actions.pitching_now import pitch_halfway
from datamatch.story.actions.screening_now import screen_halfway
from datamatch.story.actions.talking import answer_joiners
from datamatch.story.actions.teaming_now import team_up_halfway
from datamatch.story.weighing import World

Said = Mapping[str, Any]

HALFWAY: dict[str, Callable[[Journey, Said, datetime], None]] = {
    "toezicht": screen_halfway,
    "loket": choose_halfway,
    "regio": team_up_halfway,
    "werk": pitch_halfway,
}


@dataclass(frozen=True)
class Beside:
    """A small edition as its files tell it; `said` holds what people say in the stage in which it is left."""

    name: str
    plan: Plan
    ideas: Sequence[IdeaLine]
    world: World
    canvases: Mapping[int, Any]
    said: Said
    now: datetime


def run_beside(first: Journey, one: Beside) -> Journey:
    """Take a small edition, with the people of the first, from its call to where it is today; return its journey."""
    journey = replace(
        first, plan=one.plan, idea_lines=one.ideas, world=one.world, canvases=one.canvases, courses={},
        clock=Clock(one.plan.starts_on), ideas={}, simulated=[], notes=[],
    )  # fmt: skip
    journey.administrator = first.administrator
    prepare(journey)
    collect_ideas(journey)
    collect_energy(journey)
    answer_joiners(journey)
    HALFWAY[one.name](journey, one.said, one.now)
    journey.tell(f"{journey.edition.name}: {journey.edition.get_stage_display().lower()}")
    return journey
