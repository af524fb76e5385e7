"""From what was asked on the command line to a journey that can begin."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from datamatch.foundation.tables.faults import Fault, FaultyFiles
from datamatch.ideas.forms.idea_lines import IdeaLine, read_ideas
from datamatch.story.actions import Clock, Journey, Plan
from datamatch.story.actions.content import demo_canvases, demo_courses
from datamatch.story.actions.journey import Tell
from datamatch.story.enums import DEMO_THEMES, EUROS_PER_PROJECT, PersonLine, SkillLine
from datamatch.story.forms.people import read_people
from datamatch.story.forms.skills import read_skills
from datamatch.story.weighing import World

DEMO = Path(__file__).parent.parent / "demo"
HEADER = 1
# What the columns of an edition hold on every database; more reviews than this nobody reads.
MOST_REVIEWS, MOST_SMALL, MOST_WHOLE = 20, 32_767, 2_147_483_647
YEARS = (2000, 2100)


@dataclass(frozen=True)
class Asked:
    """What somebody asked for; without files the demo edition."""

    ideas: Path | None
    people: Path | None
    skills: Path | None
    seed: int
    pitches: int
    projects: int
    reviews: int
    starts_on: date
    out: Path | None = None


def journey_from(asked: Asked, *, tell: Tell) -> Journey:
    """Return a journey ready to begin.

    :raises FaultyFiles: with every fault of every file, and of what was asked
    """
    ideas, people, skills = read_files(asked)
    plan = Plan(
        name="DataMatch 1", slug="datamatch-1", number=1, starts_on=asked.starts_on,
        pitches=min(asked.pitches, len(ideas)), projects=min(asked.projects, asked.pitches, len(ideas)),
        reviews=asked.reviews, themes=DEMO_THEMES if asked.ideas is None else (),
        euros_per_project=EUROS_PER_PROJECT if asked.ideas is None else 0,
    )  # fmt: skip
    return Journey(
        plan=plan, idea_lines=ideas, person_lines=people, skill_lines=skills, world=world_of(asked),
        clock=Clock(asked.starts_on), tell=tell, courses=demo_courses(HEADER) if asked.ideas is None else {},
        canvases=demo_canvases("ideas", HEADER) if asked.ideas is None else {},
    )  # fmt: skip


def read_files(asked: Asked) -> tuple[list[IdeaLine], list[PersonLine], list[SkillLine]]:
    """Return the lines of all files.

    :raises FaultyFiles: with the faults of all of them together
    """
    faults = list(faults_of(asked))
    lines = [
        gather(read_ideas, asked.ideas or DEMO / "ideas.csv", faults),
        gather(read_people, asked.people or DEMO / "people.csv", faults),
        gather(read_skills, asked.skills, faults) if asked.skills else [],
    ]
    if faults:
        raise FaultyFiles(faults)
    return lines[0], lines[1], lines[2]


def faults_of(asked: Asked) -> Iterator[Fault]:
    """Yield what cannot be in what was asked, apart from its files."""
    if (asked.ideas is None) != (asked.people is None):
        yield Fault("--ideas, --people", 0, "", _("Give both files, or neither for the demo edition."))
    for option, given, least, most in (
        ("--reviews", asked.reviews, 2, MOST_REVIEWS),
        ("--pitches", asked.pitches, 1, MOST_SMALL),
        ("--projects", asked.projects, 1, MOST_SMALL),
        ("--seed", asked.seed, 0, MOST_WHOLE),
        ("--starts-on", asked.starts_on.year, *YEARS),
    ):
        if not least <= given <= most:
            words = _("%(given)s is not between %(least)s and %(most)s.")
            yield Fault(option, 0, "", words % {"given": given, "least": least, "most": most})
    if asked.out is not None and asked.out.exists() and not asked.out.is_dir():
        yield Fault("--out", 0, "", _("“%(path)s” is a file. Name a folder.") % {"path": asked.out})


def gather(read: Callable[[Path], list], path: Path, faults: list[Fault]) -> list:  # type: ignore[type-arg]
    """Return the lines of one file, or none after adding its faults to the others."""
    try:
        return read(path)
    except FaultyFiles as faulty:
        faults += faulty.faults
        return []


def world_of(asked: Asked) -> World:
    """Return the simulated world: for the demo edition what was planted in it, else only its seed."""
    if asked.ideas is not None:
        return World(seed=asked.seed)
    return demo_world(asked.seed)


def demo_world(seed: int, ideas: str = "ideas") -> World:
    """Return the world that was planted with the demo files."""
    planted = json.loads((DEMO / f"{ideas}.plant.json").read_text(encoding="utf-8"))
    people = json.loads((DEMO / "people.plant.json").read_text(encoding="utf-8"))
    barren = planted.get("excellent_without_volunteers")
    return World(
        seed=seed,
        quality={int(row) + HEADER: float(value) for row, value in planted["quality"].items()},
        leniency=people["leniency"],
        noise=people["noise"],
        barren=frozenset([barren + HEADER] if barren else []),
        unlawful=frozenset(row + HEADER for row in planted.get("unlawful", ())),
    )
