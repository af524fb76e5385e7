"""What people say about two texts that look alike; the organisation's own test set of likeness."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.ideas.enums import LikenessChoice
from datamatch.ideas.models.idea import Idea


class Likeness(models.Model):
    """One author's answer about their idea and a text like it (gelijkenis); the other may be an idea or a case."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="likenesses")
    other_kind = models.CharField(max_length=20)
    other = models.UUIDField()
    level = models.CharField(max_length=8)
    choice = models.CharField(max_length=8, choices=LikenessChoice.choices)
    because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One answer per person and pair; who says that they differ says in what."""

        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "other_kind", "other", "by"], name="likeness_once"),
            models.CheckConstraint(condition=~Q(choice="differs") | ~Q(because=""), name="likeness_differs_in_what"),
        ]

    def __str__(self) -> str:
        """Return the pair and the answer; never the words."""
        return f"{self.idea_id} {self.choice} {self.other_kind} {self.other}"
