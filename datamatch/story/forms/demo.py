"""The shipped files of the demo world, read like anybody's."""

import json
from dataclasses import dataclass
from datetime import datetime

from datamatch.ideas.forms.idea_lines import IdeaLine, read_ideas
from datamatch.story.actions import Clock, Journey, Plan
from datamatch.story.actions.beside import Beside
from datamatch.story.actions.content import demo_canvases, demo_courses
from datamatch.story.actions.demo import plans
from datamatch.story.actions.journey import Tell
from datamatch.story.forms.beside import read_beside
from datamatch.story.forms.journeys import DEMO, HEADER, demo_world
from datamatch.story.forms.people import read_people
from datamatch.story.weighing import World

SEED = 2016


@dataclass(frozen=True)
class DemoWorld:
    """The journey of the first edition, what the second starts from, and the small editions that run beside it."""

    first: Journey
    plan: Plan
    ideas: list[IdeaLine]
    world: World
    reuses: list[int]
    again: dict[int, int]
    beside: list[Beside]


def demo_files(*, now: datetime, tell: Tell) -> DemoWorld:
    """Return the demo world as its files tell it, with the second call open today and a pitch day that goes on now."""
    first, second = plans(now.date())
    planted = json.loads((DEMO / "ideas2.plant.json").read_text(encoding="utf-8"))
    journey = Journey(
        plan=first, idea_lines=read_ideas(DEMO / "ideas.csv"), person_lines=read_people(DEMO / "people.csv"),
        world=demo_world(SEED), clock=Clock(first.starts_on), tell=tell, courses=demo_courses(HEADER),
        canvases=demo_canvases("ideas", HEADER),
    )  # fmt: skip
    return DemoWorld(
        first=journey,
        plan=second,
        ideas=read_ideas(DEMO / "ideas2.csv"),
        world=demo_world(SEED, "ideas2"),
        reuses=[row + HEADER for row in planted["reuses"]],
        again={int(row) + HEADER: before + HEADER for row, before in planted["resubmissions"].items()},
        beside=read_beside(now),
    )
