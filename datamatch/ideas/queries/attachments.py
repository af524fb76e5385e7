"""The files with an idea."""

from django.db.models import QuerySet

from datamatch.ideas.models import Attachment, Idea


def attachments_of(idea: Idea) -> QuerySet[Attachment]:
    """Return the files with an idea, first added first."""
    return Attachment.objects.filter(idea=idea)
