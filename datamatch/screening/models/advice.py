"""Which review more would tell most about the edge of the shortlist."""

from django.conf import settings
from django.db import models

from datamatch.ideas.models import Idea
from datamatch.screening.models.ranking import Calibration


class Advice(models.Model):
    """One review (advies) that would help most now: of which idea, and which screener has room for it.

    `gain` is the points by which the shortlist is expected to get better; empty where the idea has fewer reviews
    than the least. The first is the most telling.
    """

    calibration = models.ForeignKey(Calibration, on_delete=models.CASCADE, related_name="advice")
    place = models.PositiveSmallIntegerField()
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    screener = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    gain = models.FloatField(null=True)

    class Meta:
        """The most telling first; nobody is advised twice for one idea."""

        ordering = ["calibration", "place"]
        constraints = [
            models.UniqueConstraint(fields=["calibration", "place"], name="advice_place_once"),
            models.UniqueConstraint(fields=["calibration", "idea", "screener"], name="advice_once"),
        ]

    def __str__(self) -> str:
        """Return place and idea."""
        return f"{self.place}. {self.idea}"
