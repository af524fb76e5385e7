"""Tables of ideas: what is proposed and answered, by whom, who puts energy into it, and who follows it."""

from datamatch.ideas.models.answer import IdeaAnswer
from datamatch.ideas.models.ask import Ask
from datamatch.ideas.models.attachment import Attachment
from datamatch.ideas.models.coauthor import CoAuthor
from datamatch.ideas.models.comment import Comment, Mention
from datamatch.ideas.models.desk import IdeaFile, SavedView
from datamatch.ideas.models.doubles import AlikePair
from datamatch.ideas.models.energy import Energy
from datamatch.ideas.models.following import DigestRound, Follow, MailWish
from datamatch.ideas.models.idea import Idea
from datamatch.ideas.models.joining import JoinRequest
from datamatch.ideas.models.likeness import Likeness
from datamatch.ideas.models.merge import EnergyQuestion, Merge, MergePart
from datamatch.ideas.models.moderation import Complaint, Moderation, Note
from datamatch.ideas.models.redaction import Redaction
from datamatch.ideas.models.showing import MakersShown
from datamatch.ideas.models.version import Version
from datamatch.ideas.models.wanted import RoleWanted

__all__ = [
    "AlikePair",
    "Ask",
    "Attachment",
    "CoAuthor",
    "Comment",
    "Complaint",
    "DigestRound",
    "Energy",
    "EnergyQuestion",
    "Follow",
    "Idea",
    "IdeaAnswer",
    "IdeaFile",
    "JoinRequest",
    "Likeness",
    "MailWish",
    "MakersShown",
    "Mention",
    "Merge",
    "MergePart",
    "Moderation",
    "Note",
    "Redaction",
    "RoleWanted",
    "SavedView",
    "Version",
]
