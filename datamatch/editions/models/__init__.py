"""Tables of editions: programmes, editions with their stages, themes, questions, criteria and appointments."""

from datamatch.editions.models.access import AccessCode, EditionInvite, EditionMember
from datamatch.editions.models.appointment import Appointment
from datamatch.editions.models.call import Criterion, Theme
from datamatch.editions.models.edition import Edition, Programme, StageMove
from datamatch.editions.models.extension import Extension
from datamatch.editions.models.question import Question
from datamatch.editions.models.synonym import Synonym

__all__ = [
    "AccessCode",
    "Appointment",
    "Criterion",
    "Edition",
    "EditionInvite",
    "EditionMember",
    "Extension",
    "Programme",
    "Question",
    "StageMove",
    "Synonym",
    "Theme",
]
