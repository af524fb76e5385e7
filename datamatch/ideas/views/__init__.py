"""Pages of ideas: finding, writing, sending, reading, giving energy, joining and following."""

from datamatch.ideas.views.again import again
from datamatch.ideas.views.alike import alike, alike_of
from datamatch.ideas.views.attachments import attachment, attachments, detach
from datamatch.ideas.views.coauthors import coauthors, hand_over, invite, leave, take_off
from datamatch.ideas.views.desk import bulk, desk, export, forget_view, keep_view
from datamatch.ideas.views.doubles import doubles, find_doubles, judge_double
from datamatch.ideas.views.drafts import discard, drafts, put_back
from datamatch.ideas.views.energy import energy, givers, take_back
from datamatch.ideas.views.finding import ideas
from datamatch.ideas.views.following import follow, mail_wishes
from datamatch.ideas.views.helping import ask, ask_for_help, asks, helpers
from datamatch.ideas.views.importing import bring, look
from datamatch.ideas.views.invitations import invitation
from datamatch.ideas.views.joining import answer_join, nudge, waiting
from datamatch.ideas.views.keeping import begin, keep
from datamatch.ideas.views.likenesses import export_likenesses, likenesses
from datamatch.ideas.views.merging import answer_merge, energy_along, merge, propose_merge, undo_merge
from datamatch.ideas.views.moderation import complain, complaints, moderate, object_to
from datamatch.ideas.views.notes import note, remove_note
from datamatch.ideas.views.reading import idea
from datamatch.ideas.views.redacting import hold_comment_back, redact, unredact
from datamatch.ideas.views.sending import send, sent, withdraw
from datamatch.ideas.views.talk import comment, edit_comment, mentionable, remove_comment
from datamatch.ideas.views.units import for_unit
from datamatch.ideas.views.versions import erase, restore, versions
from datamatch.ideas.views.wanted import seek
from datamatch.ideas.views.writing import change, start, write

__all__ = [
    "again",
    "alike",
    "alike_of",
    "answer_join",
    "answer_merge",
    "ask",
    "ask_for_help",
    "asks",
    "attachment",
    "attachments",
    "begin",
    "bring",
    "bulk",
    "change",
    "coauthors",
    "comment",
    "complain",
    "complaints",
    "desk",
    "detach",
    "discard",
    "doubles",
    "drafts",
    "edit_comment",
    "energy",
    "energy_along",
    "erase",
    "export",
    "export_likenesses",
    "find_doubles",
    "follow",
    "for_unit",
    "forget_view",
    "givers",
    "hand_over",
    "helpers",
    "hold_comment_back",
    "idea",
    "ideas",
    "invitation",
    "invite",
    "judge_double",
    "keep",
    "keep_view",
    "leave",
    "likenesses",
    "look",
    "mail_wishes",
    "mentionable",
    "merge",
    "moderate",
    "note",
    "nudge",
    "object_to",
    "propose_merge",
    "put_back",
    "redact",
    "remove_comment",
    "remove_note",
    "restore",
    "seek",
    "send",
    "sent",
    "start",
    "take_back",
    "take_off",
    "undo_merge",
    "unredact",
    "versions",
    "waiting",
    "withdraw",
    "write",
]
