"""Decisions (besluiten): prepared in silence, published at once, always with a reason."""

from django.conf import settings
from django.db import models

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.screening.enums import Outcome, Round


class Decision(Public):
    """What was decided about an idea in one round (besluit), and why.

    `reason` is for the makers; `motive` says why people departed from the ranking; `prepared` means that
    the ranking proposed it and nobody changed it yet.
    """

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    round = models.CharField(max_length=10, choices=Round.choices)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    reason = models.TextField(max_length=3000)
    prepared = models.BooleanField(default=False)
    departs = models.BooleanField(default=False)
    motive = models.TextField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        """One decision per idea and round, never without a reason."""

        ordering = ["idea", "decided_at"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "round"], name="decision_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="decision_has_reason"),
        ]

    def __str__(self) -> str:
        """Return idea, round and outcome."""
        return f"{self.idea}: {self.get_round_display()} {self.get_outcome_display()}"

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with its outcome."""
        return Outcome(self.outcome).kind
