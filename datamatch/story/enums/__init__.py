"""Stored words of the story: what columns may be called, how roles are written, and what a line holds."""

from datamatch.story.enums.columns import (
    IDEA_COLUMNS,
    IDEA_REQUIRED,
    LANGUAGES,
    PERSON_COLUMNS,
    PERSON_REQUIRED,
    ROLES,
    SKILL_COLUMNS,
    SKILL_REQUIRED,
)
from datamatch.story.enums.lines import IdeaLine, PersonLine, SkillLine
from datamatch.story.enums.themes import DEMO_THEMES

__all__ = [
    "DEMO_THEMES", "IDEA_COLUMNS", "IDEA_REQUIRED", "LANGUAGES", "PERSON_COLUMNS", "PERSON_REQUIRED", "ROLES",
    "SKILL_COLUMNS", "SKILL_REQUIRED", "IdeaLine", "PersonLine", "SkillLine",
]  # fmt: skip
