"""Who may know the makers of an idea before everybody does."""

from django.conf import settings
from django.db import models

from datamatch.ideas.models.idea import Idea


class MakersShown(models.Model):
    """That a screener who gave a review may know who made the idea (makers getoond), where the edition lets them."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        """Once per person and idea."""

        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["idea", "person"], name="makers_shown_once")]

    def __str__(self) -> str:
        """Return which idea it is about."""
        return str(self.idea)
