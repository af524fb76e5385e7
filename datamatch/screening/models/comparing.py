"""Comparing close calls: which ideas lie too close together, and which of two comes first, one pair at a time."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.screening.enums import Preference


class Comparing(Public):
    """The comparing (vergelijkronde) of the close calls of one edition: open until a manager closes it.

    `each` is how many pairs are asked of every screener at most. Opened again it is about the close calls of then
    and asks a few pairs more; answers about others are kept, and do not count.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="+")
    each = models.PositiveSmallIntegerField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """One per edition."""

        ordering = ["edition"]

    def __str__(self) -> str:
        """Return the edition."""
        return str(self.edition)


class CloseCall(models.Model):
    """An idea that is compared (twijfelgeval), with its score and how unsure that was (sd, points) at the opening."""

    comparing = models.ForeignKey(Comparing, on_delete=models.CASCADE, related_name="close_calls")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    score = models.FloatField()
    sd = models.FloatField()

    class Meta:
        """By idea; each once."""

        ordering = ["comparing", "idea"]
        constraints = [models.UniqueConstraint(fields=["comparing", "idea"], name="close_call_once")]

    def __str__(self) -> str:
        """Return the idea."""
        return str(self.idea)


class Comparison(Public):
    """Which of two ideas one screener puts first (vergelijking); without a preference it was taken back.

    `first` is the idea with the lower row number; it stood at the right or below when `mirrored`.
    """

    comparing = models.ForeignKey(Comparing, on_delete=models.CASCADE, related_name="comparisons")
    screener = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    first = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    mirrored = models.BooleanField(default=False)
    preference = models.CharField(max_length=6, choices=Preference.choices, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        """In the order in which they were given; a screener compares two ideas once."""

        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["comparing", "screener", "first", "second"], name="comparison_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="comparison_in_order"),
        ]

    def __str__(self) -> str:
        """Return what was compared, not by whom."""
        return f"{self.first} / {self.second}"
