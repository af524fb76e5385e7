"""How much a screener takes on."""

from django.conf import settings
from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public


class ReviewLimit(Public):
    """How many reviews a screener gives at most in an edition (leesgrens), or that they take no part any more."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    screener = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    most = models.PositiveSmallIntegerField(null=True)
    is_out = models.BooleanField(default=False)
    set_at = models.DateTimeField()

    class Meta:
        """One per screener and edition."""

        ordering = ["edition", "screener"]
        constraints = [models.UniqueConstraint(fields=["edition", "screener"], name="review_limit_once")]

    def __str__(self) -> str:
        """Return how many at most."""
        return "0" if self.is_out else str(self.most or "")
