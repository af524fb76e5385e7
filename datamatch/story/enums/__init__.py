"""Stored words of the story: what columns may be called, how roles are written, and what a line holds."""

from datamatch.story.enums.columns import (
    PERSON_COLUMNS,
    PERSON_REQUIRED,
    ROLES,
    SAFEGUARDS,
    SKILL_COLUMNS,
    SKILL_REQUIRED,
)
from datamatch.story.enums.lines import PersonLine, SkillLine
from datamatch.story.enums.themes import DEMO_THEMES, EUROS_PER_PROJECT

__all__ = [
    "DEMO_THEMES", "EUROS_PER_PROJECT", "PERSON_COLUMNS", "PERSON_REQUIRED", "ROLES", "SAFEGUARDS",
    "SKILL_COLUMNS", "SKILL_REQUIRED", "PersonLine", "SkillLine",
]  # fmt: skip
