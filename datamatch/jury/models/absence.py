"""When somebody who is needed on pitch day is away."""

from django.conf import settings
from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public


class Absence(Public):
    """A juror or a maker is away for a part of pitch day (afwezigheid); the running order goes around it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        """In order of time; it ends after it begins."""

        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="absence_lasts")
        ]

    def __str__(self) -> str:
        """Return who is away."""
        return str(self.person)
