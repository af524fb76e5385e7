"""Work that comes back: when each was done last, and who has it in hand."""

from django.db import models


class Chore(models.Model):
    """One piece of work that comes back (vaste klus): every hour, or every day at six."""

    name = models.CharField(max_length=160, unique=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    count = models.IntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    holder = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField(null=True)

    class Meta:
        """By name."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
