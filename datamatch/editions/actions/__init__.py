"""Deeds about editions: preparing, planning, themes, appointing, entering a stage."""

from datamatch.editions.actions.appointing import appoint, dismiss
from datamatch.editions.actions.moving import enter_stage
from datamatch.editions.actions.planning import plan_edition
from datamatch.editions.actions.preparing import open_programme, prepare_edition
from datamatch.editions.actions.themes import add_theme, remove_theme

__all__ = [
    "add_theme", "appoint", "dismiss", "enter_stage", "open_programme", "plan_edition", "prepare_edition",
    "remove_theme",
]  # fmt: skip
