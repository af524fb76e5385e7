"""Deeds about editions: preparing, planning, themes, questions, appointing, entering a stage."""

from datamatch.editions.actions.access import (
    choose_domains,
    enter_with_code,
    make_code,
    note_wrong_code,
    revoke_code,
    set_access,
)
from datamatch.editions.actions.appointing import appoint, dismiss
from datamatch.editions.actions.cloning import clone_edition, moved_day, words_of
from datamatch.editions.actions.criteria import (
    add_criterion,
    change_criterion,
    copy_criteria,
    move_criterion,
    remove_criterion,
)
from datamatch.editions.actions.extending import extend_call
from datamatch.editions.actions.following import follow_duties
from datamatch.editions.actions.inviting import invite_again, invite_people, withdraw_invite
from datamatch.editions.actions.moving import enter_stage
from datamatch.editions.actions.names import set_names
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
from datamatch.editions.actions.synonyms import add_synonym, remove_synonym
from datamatch.editions.actions.themes import add_theme, change_theme, move_theme, remove_theme

__all__ = [
    "add_criterion",
    "add_question",
    "add_synonym",
    "add_theme",
    "appoint",
    "change_criterion",
    "change_question",
    "change_theme",
    "choose_domains",
    "clone_edition",
    "copy_criteria",
    "dismiss",
    "enter_stage",
    "enter_with_code",
    "explain_fields",
    "extend_call",
    "follow_duties",
    "invite_again",
    "invite_people",
    "make_code",
    "move_criterion",
    "move_question",
    "move_theme",
    "moved_day",
    "note_wrong_code",
    "open_programme",
    "plan_edition",
    "prepare_edition",
    "remove_criterion",
    "remove_question",
    "remove_synonym",
    "remove_theme",
    "revoke_code",
    "set_access",
    "set_names",
    "switch_question",
    "withdraw_invite",
    "words_of",
]
