"""Deeds about editions: preparing, planning, themes, questions, appointing, entering a stage."""

from datamatch.editions.actions.appointing import appoint, dismiss
from datamatch.editions.actions.extending import extend_call
from datamatch.editions.actions.moving import enter_stage
from datamatch.editions.actions.planning import plan_edition
from datamatch.editions.actions.preparing import open_programme, prepare_edition
from datamatch.editions.actions.questions import (
    add_question,
    change_question,
    explain_fields,
    move_question,
    remove_question,
    switch_question,
)
from datamatch.editions.actions.themes import add_theme, remove_theme

__all__ = [
    "add_question",
    "add_theme",
    "appoint",
    "change_question",
    "dismiss",
    "enter_stage",
    "explain_fields",
    "extend_call",
    "move_question",
    "open_programme",
    "plan_edition",
    "prepare_edition",
    "remove_question",
    "remove_theme",
    "switch_question",
]
