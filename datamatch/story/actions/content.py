"""The words that simulated people say: the shipped lines, or neutral ones where there are none."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from datamatch.ideas.enums import EnergyKind
from datamatch.story.weighing import World

DEMO = Path(__file__).parent.parent / "demo"
STRONG, WEAK = 4, 2


@cache
def shipped(name: str) -> Any:
    """Return what a shipped JSON file holds."""
    return json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))


def energy_words(world: World, kind: EnergyKind, row: int, email: str, language: str) -> str:
    """Return why somebody wants this; only Dutch speakers say it in words, and only half of them."""
    if language != "nl" or not world.chance(0.5, "why", row, email):
        return ""
    return str(world.pick(1, shipped("energy")[kind.value], "words", row, email)[0])


def review_words(world: World, scores: dict[str, int], row: int, email: str, language: str) -> str:
    """Return a remark about the strongest and the weakest criterion of one review, in the language of the idea."""
    lines = shipped("comments")
    known = [slug for slug in scores if slug in lines]
    if not known:
        return ""
    order = sorted(known, key=lambda slug: (-scores[slug], slug))
    ends = dict.fromkeys([order[0], order[-1]])
    return " ".join(_line(world, lines[slug][tone_of(scores[slug])], slug, row, email)[language] for slug in ends)


def _line(world: World, choices: list[dict[str, str]], slug: str, row: int, email: str) -> dict[str, str]:
    """Return one of several lines."""
    return choices[world.whole(0, len(choices) - 1, "remark", slug, row, email)]


def tone_of(score: int) -> str:
    """Return how a score sounds in words."""
    if score >= STRONG:
        return "strong"
    return "weak" if score <= WEAK else "middling"


def courses_for(rows: list[int], own: Mapping[int, Any]) -> dict[int, Any]:
    """Return the course of the project of each chosen idea, so that exactly one of several did not work.

    `own` holds courses written for an idea, by row. The most fragile of those takes its other course, which did not
    work; ideas without one take the general courses, of which one did not work when no idea has its own.
    """
    failed = [course for course in shipped("cases")["_any"] if course["outcome"] == "did_not_work"]
    worked = [course for course in shipped("cases")["_any"] if course not in failed]
    rest = [row for row in rows if row not in own]
    courses = {row: own[row] for row in rows if row in own}
    courses |= {row: worked[-place % len(worked)] for place, row in enumerate(rest)}
    known = [row for row in rows if row in own]
    if known and len(rows) > 1:
        fragile = max(known, key=lambda row: (own[row]["fragility"], -row))
        courses[fragile] = own[fragile]["otherwise"]
    elif len(rows) > 1:
        courses[rest[0]] = failed[0]
    return courses


def demo_courses(header: int) -> dict[int, Any]:
    """Return the courses that were written for demo ideas, by their row in the file."""
    return {int(row) + header: course for row, course in shipped("cases").items() if row != "_any"}


def demo_canvases(edition: str, header: int) -> dict[int, Any]:
    """Return what was written on the canvases of a demo edition, by the row of the idea in its file."""
    return {int(row) + header: canvas for row, canvas in shipped("canvases").get(edition, {}).items()}
