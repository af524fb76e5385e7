"""Versions (versies) of an idea that was sent: what it said, who changed it, when."""

from django.conf import settings
from django.db import models

from datamatch.foundation.public import Public
from datamatch.ideas.models.idea import Idea


class Version(Public):
    """The words of a sent idea at one moment (versie); the first is what was sent.

    `answers` are those to the questions of the call, by slug; None in a version that was kept before answers were.
    An author can erase the words of an earlier version for good, as when a name slipped in; its place stays.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    words = models.JSONField(default=dict)
    answers = models.JSONField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    restored_from = models.PositiveIntegerField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; what was erased holds no words."""

        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=models.Q(erased_at__isnull=True) | models.Q(words={}, answers__isnull=True),
                name="version_erased_is_empty",
            ),
        ]

    def __str__(self) -> str:
        """Return which version of what it is."""
        return f"{self.idea} {self.number}"
