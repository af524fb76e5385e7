"""The shipped files of the demo world, read like anybody's."""

import json
from dataclasses import dataclass
from datetime import date

from datamatch.ideas.forms.idea_lines import IdeaLine, read_ideas
from datamatch.story.actions import Clock, Journey, Plan
from datamatch.story.actions.content import demo_courses
from datamatch.story.actions.demo import plans
from datamatch.story.actions.journey import Tell
from datamatch.story.forms.journeys import DEMO, HEADER, demo_world
from datamatch.story.forms.people import read_people
from datamatch.story.weighing import World

SEED = 2016


@dataclass(frozen=True)
class DemoWorld:
    """Two editions: the journey of the first, and what the second starts from."""

    first: Journey
    plan: Plan
    ideas: list[IdeaLine]
    world: World
    reuses: list[int]
    again: dict[int, int]


def demo_files(*, today: date, tell: Tell) -> DemoWorld:
    """Return the demo world as its files tell it, with the second call open today."""
    first, second = plans(today)
    planted = json.loads((DEMO / "ideas2.plant.json").read_text(encoding="utf-8"))
    journey = Journey(
        plan=first, idea_lines=read_ideas(DEMO / "ideas.csv"), person_lines=read_people(DEMO / "people.csv"),
        world=demo_world(SEED), clock=Clock(first.starts_on), tell=tell, courses=demo_courses(HEADER),
    )  # fmt: skip
    return DemoWorld(
        first=journey,
        plan=second,
        ideas=read_ideas(DEMO / "ideas2.csv"),
        world=demo_world(SEED, "ideas2"),
        reuses=[row + HEADER for row in planted["reuses"]],
        again={int(row) + HEADER: before + HEADER for row, before in planted["resubmissions"].items()},
    )
