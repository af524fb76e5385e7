"""Pages of editions: the list, preparing one, its plan, themes and questions, who does what."""

from datamatch.editions.views.access import access, choose_domains, enter, invite_people, make_code, revoke_code
from datamatch.editions.views.appointments import appoint, appointments, dismiss
from datamatch.editions.views.criteria import (
    add_criterion,
    change_criterion,
    copy_criteria,
    criteria,
    move_criterion,
    remove_criterion,
)
from datamatch.editions.views.editions import clone, editions, open_programme, prepare
from datamatch.editions.views.members import invite_again, members, withdraw_invite
from datamatch.editions.views.names import names
from datamatch.editions.views.plan import add_theme, change_theme, move_theme, plan, remove_theme
from datamatch.editions.views.questions import (
    add_question,
    change_question,
    explain,
    move_question,
    preview,
    questions,
    remove_question,
    switch_question,
)
from datamatch.editions.views.synonyms import remove_synonym, synonyms

__all__ = [
    "access",
    "add_criterion",
    "add_question",
    "add_theme",
    "appoint",
    "appointments",
    "change_criterion",
    "change_question",
    "change_theme",
    "choose_domains",
    "clone",
    "copy_criteria",
    "criteria",
    "dismiss",
    "editions",
    "enter",
    "explain",
    "invite_again",
    "invite_people",
    "make_code",
    "members",
    "move_criterion",
    "move_question",
    "move_theme",
    "names",
    "open_programme",
    "plan",
    "prepare",
    "preview",
    "questions",
    "remove_criterion",
    "remove_question",
    "remove_synonym",
    "remove_theme",
    "revoke_code",
    "switch_question",
    "synonyms",
    "withdraw_invite",
]
