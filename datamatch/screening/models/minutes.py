"""What was said at the table when the shortlist was chosen, beside what is known already."""

from django.conf import settings
from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public


class ScreeningNote(Public):
    """Who was present when the shortlist was chosen, and what should be remembered (aantekening bij de voorselectie).

    It stands in the minutes of the screening, which write themselves; it is fixed once the decisions are published.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="+")
    met_on = models.DateField(null=True)
    present = models.TextField(max_length=1000, blank=True)
    remarks = models.TextField(max_length=3000, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        """One per edition."""

        ordering = ["edition"]

    def __str__(self) -> str:
        """Return the edition; never who was there."""
        return str(self.edition)
