"""Reviews that were filled in away from the site and wait for a yes."""

from django.conf import settings
from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public


class ReviewFile(Public):
    """A file of reviews that was read without a fault (beoordelingsbestand); gone once it is taken in, or after a day.

    `lines` holds a dictionary per review: which assignment, what was chosen and written, and the state of the review
    when the file left (`stamp`).
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    lines = models.JSONField()
    read_at = models.DateTimeField()

    class Meta:
        """One per screener and edition: a newer file takes the place of an older one."""

        ordering = ["read_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="review_file_once")]

    def __str__(self) -> str:
        """Return how many reviews it holds; never the words in it."""
        return f"{len(self.lines)} reviews"
