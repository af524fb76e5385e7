"""The lines of the files that a story starts from, once they are read and found right."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PersonLine:
    """One person as the file tells it; `row` is their row in the file, `skills` holds a level (1 to 4) per slug."""

    row: int
    name: str
    email: str
    unit: str
    discipline: str
    skills: Mapping[str, int]
    hours_per_week: int
    role: str
    languages: tuple[str, ...]
    learning: tuple[str, ...] = ()
    safeguards: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class SkillLine:
    """One skill as the file tells it."""

    slug: str
    nl: str
    en: str
    group: str
