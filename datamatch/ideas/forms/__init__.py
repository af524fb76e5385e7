"""The shape of what people write: an idea, energy, an answer, and what they look for in the list."""

from datamatch.ideas.forms.again import AgainForm
from datamatch.ideas.forms.attachments import AttachmentForm
from datamatch.ideas.forms.ideas import EnergyForm, IdeaForm, IdeasFilter, words_of
from datamatch.ideas.forms.joining import AnswerForm
from datamatch.ideas.forms.likeness import AlikeForm, DifferenceForm
from datamatch.ideas.forms.mail import MailWishForm
from datamatch.ideas.forms.merging import MergeForm, MergeNoForm
from datamatch.ideas.forms.moderation import ComplaintForm, NoteForm, ObjectionForm, RulingForm
from datamatch.ideas.forms.redacting import RedactionForm
from datamatch.ideas.forms.sheet import Asked, Sheet
from datamatch.ideas.forms.talk import CommentForm, FindForm

__all__ = [
    "AgainForm",
    "AlikeForm",
    "AnswerForm",
    "Asked",
    "AttachmentForm",
    "CommentForm",
    "ComplaintForm",
    "DifferenceForm",
    "EnergyForm",
    "FindForm",
    "IdeaForm",
    "IdeasFilter",
    "MailWishForm",
    "MergeForm",
    "MergeNoForm",
    "NoteForm",
    "ObjectionForm",
    "RedactionForm",
    "RulingForm",
    "Sheet",
    "words_of",
]
