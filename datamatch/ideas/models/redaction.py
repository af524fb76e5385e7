"""Words of an idea that are blacked out as long as its makers stay hidden."""

from django.conf import settings
from django.db import models

from datamatch.ideas.models.idea import Idea


class Redaction(models.Model):
    """The redacted copy of an idea (gelakte tekst): while it is here the idea says the copy, and `original` is kept.

    `original` holds the words that differ, by the name of their field. A file knows itself that it is held back.
    """

    idea = models.OneToOneField(Idea, on_delete=models.CASCADE, related_name="redaction")
    original = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """First made first."""

        ordering = ["at", "pk"]

    def __str__(self) -> str:
        """Return the number of the idea; never the words, which must stay out of logs."""
        return str(self.idea.number)
