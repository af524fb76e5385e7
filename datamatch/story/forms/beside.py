"""The shipped files of the small editions that run beside the second one."""

import json
from datetime import datetime, timedelta
from typing import Any

from datamatch.ideas.forms.idea_lines import read_ideas
from datamatch.story.actions import Plan
from datamatch.story.actions.beside import Beside
from datamatch.story.actions.content import demo_canvases
from datamatch.story.actions.journey import CALL_DAYS
from datamatch.story.enums import EUROS_PER_PROJECT
from datamatch.story.forms.journeys import DEMO, HEADER
from datamatch.story.weighing import World

SEED = 2016
TURNOUT = 0.18


def read_beside(now: datetime) -> list[Beside]:
    """Return every small edition, placed in time so that it is today where it should be."""
    told = json.loads((DEMO / "beside" / "editions.json").read_text(encoding="utf-8"))
    return [one_of(name, words, now) for name, words in told.items()]


def one_of(name: str, words: dict[str, Any], now: datetime) -> Beside:
    """Return one small edition from its words and its file of ideas."""
    starts_on = now.date() - timedelta(days=words["ended_days_ago"] + CALL_DAYS)
    plan = Plan(
        name=words["name"], slug=f"datamatch-{name}", number=1, starts_on=starts_on, pitches=words["pitches"],
        projects=words["projects"], themes=[tuple(theme) for theme in words["themes"]], programme=words["programme"],
        euros_per_project=EUROS_PER_PROJECT, turnout=TURNOUT,
    )  # fmt: skip
    quality = {place + HEADER: value for place, value in enumerate(words["quality"], 1)}
    return Beside(
        name=name, plan=plan, ideas=read_ideas(DEMO / "beside" / f"{name}.csv"),
        world=World(seed=SEED, quality=quality), canvases=demo_canvases(name, HEADER),
        said=words["said"], now=now,
    )  # fmt: skip
