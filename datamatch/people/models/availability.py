"""When people have another number of hours than in their usual week."""

from django.db import models
from django.db.models import F, Q


class Availability(models.Model):
    """Hours a week in one period (beschikbaarheid); outside every period the usual week of the profile holds."""

    profile = models.ForeignKey("people.Profile", on_delete=models.CASCADE, related_name="periods")
    from_on = models.DateField()
    until_on = models.DateField()
    hours_per_week = models.PositiveSmallIntegerField()

    class Meta:
        """Earliest first; the last day is part of the period."""

        ordering = ["from_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "from_on"], name="availability_from_once"),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="availability_forward"),
            models.CheckConstraint(condition=Q(hours_per_week__lte=40), name="availability_hours_week"),
        ]

    def __str__(self) -> str:
        """Return the period and its hours."""
        return f"{self.from_on} - {self.until_on}: {self.hours_per_week}"
