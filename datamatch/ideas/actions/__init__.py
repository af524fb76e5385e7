"""Deeds with ideas: writing, sending, withdrawing, giving energy, answering who wants to join, following."""

from datamatch.ideas.actions.again import note_earlier, try_again
from datamatch.ideas.actions.asking import answer_ask, ask_for_help
from datamatch.ideas.actions.attachments import attach_file, detach_file
from datamatch.ideas.actions.coauthors import (
    accept_invitation,
    decline_invitation,
    forget_unanswered,
    hand_over,
    invite_address,
    invite_coauthor,
    leave_idea,
    take_off,
)
from datamatch.ideas.actions.desk import change_theme, forget_view, keep_view, write_to_authors
from datamatch.ideas.actions.digests import send_digests
from datamatch.ideas.actions.discarding import discard_draft, forget_discarded, put_back_draft
from datamatch.ideas.actions.doubles import call_not_double, find_doubles, look_again_at
from datamatch.ideas.actions.energy import give_energy, take_back_energy
from datamatch.ideas.actions.findable import keep_all_findable, keep_edition_findable
from datamatch.ideas.actions.following import follow_idea, wish_mail
from datamatch.ideas.actions.importing import keep_file, take_file
from datamatch.ideas.actions.joining import answer_join, nudge_authors, remind_of_joiners
from datamatch.ideas.actions.lanes import lanes_follow
from datamatch.ideas.actions.leaving import forget_author, forget_talker
from datamatch.ideas.actions.likeness import say_alike
from datamatch.ideas.actions.merging import (
    agree_to_merge,
    answer_energy_question,
    decline_merge,
    propose_merge,
    stop_merge,
    undo_merge,
)
from datamatch.ideas.actions.moderation import add_note, complain, moderate, object_to, remove_note
from datamatch.ideas.actions.redacting import hold_comment_back, lift_redaction, lift_redactions, redact_idea
from datamatch.ideas.actions.reminding import remind_of_drafts
from datamatch.ideas.actions.restoring import restore_version
from datamatch.ideas.actions.sending import send_idea, withdraw_idea
from datamatch.ideas.actions.showing import show_makers
from datamatch.ideas.actions.talk import comment_on, edit_comment, remove_comment
from datamatch.ideas.actions.units import send_for_unit
from datamatch.ideas.actions.versions import erase_version
from datamatch.ideas.actions.wanted import seek_roles
from datamatch.ideas.actions.writing import Overtaken, change_idea, start_idea

__all__ = [
    "Overtaken",
    "accept_invitation",
    "add_note",
    "agree_to_merge",
    "answer_ask",
    "answer_energy_question",
    "answer_join",
    "ask_for_help",
    "attach_file",
    "call_not_double",
    "change_idea",
    "change_theme",
    "comment_on",
    "complain",
    "decline_invitation",
    "decline_merge",
    "detach_file",
    "discard_draft",
    "edit_comment",
    "erase_version",
    "find_doubles",
    "follow_idea",
    "forget_author",
    "forget_discarded",
    "forget_talker",
    "forget_unanswered",
    "forget_view",
    "give_energy",
    "hand_over",
    "hold_comment_back",
    "invite_address",
    "invite_coauthor",
    "keep_all_findable",
    "keep_edition_findable",
    "keep_file",
    "keep_view",
    "lanes_follow",
    "leave_idea",
    "lift_redaction",
    "lift_redactions",
    "look_again_at",
    "moderate",
    "note_earlier",
    "nudge_authors",
    "object_to",
    "propose_merge",
    "put_back_draft",
    "redact_idea",
    "remind_of_drafts",
    "remind_of_joiners",
    "remove_comment",
    "remove_note",
    "restore_version",
    "say_alike",
    "seek_roles",
    "send_digests",
    "send_for_unit",
    "send_idea",
    "show_makers",
    "start_idea",
    "stop_merge",
    "take_back_energy",
    "take_file",
    "take_off",
    "try_again",
    "undo_merge",
    "wish_mail",
    "withdraw_idea",
    "write_to_authors",
]
