"""The shape of what people write: an idea, energy, an answer, and what they look for in the list."""

from datamatch.ideas.forms.attachments import AttachmentForm
from datamatch.ideas.forms.ideas import EnergyForm, IdeaForm, IdeasFilter, words_of
from datamatch.ideas.forms.joining import AnswerForm
from datamatch.ideas.forms.mail import MailWishForm

__all__ = [
    "AnswerForm",
    "AttachmentForm",
    "EnergyForm",
    "IdeaForm",
    "IdeasFilter",
    "MailWishForm",
    "words_of",
]
