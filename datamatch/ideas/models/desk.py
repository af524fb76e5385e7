"""What a manager keeps beside the ideas: views to come back to, and files that wait for a yes."""

from django.conf import settings
from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public


class SavedView(Public):
    """A way to look at the ideas of an edition that somebody gave a name (bewaarde weergave)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500)
    kept_at = models.DateTimeField()

    class Meta:
        """By name, which is given once by a person in an edition."""

        ordering = ["edition", "name", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "person", "name"], name="saved_view_once")]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class IdeaFile(Public):
    """A file of ideas that was read without a fault and waits for the yes of who brought it (ideeënbestand)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    lines = models.JSONField()
    read_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        """Return how many ideas it holds; never the words in it."""
        return f"{len(self.lines)} ideas"
