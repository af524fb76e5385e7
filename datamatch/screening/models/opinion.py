"""What a screener says of the review of a colleague."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.screening.enums import Finding, Stance
from datamatch.screening.models.review import Review


class Opinion(Public):
    """What a screener says of another's review of the same idea (mening over een beoordeling).

    `stance` is about the judgement, and may be left open; `findings` are about the words that the makers will read.
    It is about a review and never about who gave it: nobody reads a name beside it.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="opinions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=8, choices=Stance.choices, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    findings = models.JSONField(default=list, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        """One per person and review, in an order that tells nothing; who disagrees says why."""

        ordering = ["public_id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "by"], name="opinion_once"),
            models.CheckConstraint(
                condition=Q(stance=Stance.DISAGREE) & ~Q(reason="") | ~Q(stance=Stance.DISAGREE) & Q(reason=""),
                name="opinion_disagrees_with_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is about; never who or what, which must stay out of logs."""
        return str(self.review)

    @property
    def is_behind(self) -> bool:
        """Tell whether the review was changed after this was said."""
        return self.said_at < self.review.given_at

    @property
    def found(self) -> list[Finding]:
        """Return what is found of the words, as words of this house."""
        return [Finding(finding) for finding in self.findings]
