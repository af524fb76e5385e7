"""The trail (logboek): who did what to what, when, from where; every line seals the one before."""

from django.db import models


class TrailHead(models.Model):
    """The end of the chain: one row, locked while a line is added."""

    digest = models.CharField(max_length=64)
    length = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        """Return how long the chain is."""
        return f"{self.length} lines"


class TrailEntry(models.Model):
    """One line of the trail (logboek): action, object, result, origin, actor and moment, sealed."""

    position = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    deed = models.CharField(max_length=80)
    of_type = models.CharField(max_length=80)
    of_id = models.CharField(max_length=64)
    actor_id = models.UUIDField(null=True)
    origin = models.CharField(max_length=80)
    result = models.CharField(max_length=16, default="done")
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order in which things happened."""

        ordering = ["position"]
        indexes = [models.Index(fields=["of_type", "of_id"])]

    def __str__(self) -> str:
        """Return the line as a person would note it."""
        return f"{self.at:%Y-%m-%d %H:%M} {self.deed} {self.of_type} {self.of_id}"
