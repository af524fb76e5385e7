"""A call that stayed open longer than was planned."""

from django.conf import settings
from django.db import models

from datamatch.editions.models.edition import Edition


class Extension(models.Model):
    """A call that was extended (verlenging): until when, and why; everybody reads the reason."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="extensions")
    closes_at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    extended_at = models.DateTimeField()

    class Meta:
        """Last one first; every one is later than the one before."""

        ordering = ["edition", "-closes_at"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "closes_at"], name="extension_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="extension_has_reason"),
        ]

    def __str__(self) -> str:
        """Return the new moment."""
        return f"{self.edition}: {self.closes_at:%Y-%m-%d %H:%M}"
