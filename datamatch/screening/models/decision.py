"""Decisions (besluiten): prepared in silence, published at once, always with a reason."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.screening.enums import Outcome, Round


class Decision(Public):
    """What was decided about an idea in one round (besluit), and why.

    `reason` is for the makers; `motive` says why people departed from the ranking; `prepared` means that
    the ranking proposed it and nobody changed it yet; `composed` that the reason is made of the criteria, and so is
    made again in the language of every reader. A yes may hang on a `condition`, to be met by a day. Who is in reserve
    has a place in the order in which they move up.
    """

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    round = models.CharField(max_length=10, choices=Round.choices)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    reason = models.TextField(max_length=3000)
    prepared = models.BooleanField(default=False)
    composed = models.BooleanField(default=False)
    departs = models.BooleanField(default=False)
    motive = models.TextField(max_length=1000, blank=True)
    condition = models.TextField(max_length=1000, blank=True)
    meet_by = models.DateField(null=True)
    reserve_place = models.PositiveSmallIntegerField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        """One decision per idea and round, never without a reason."""

        ordering = ["idea", "decided_at"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "round"], name="decision_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="decision_has_reason"),
            models.CheckConstraint(
                condition=models.Q(condition="", meet_by=None)
                | (~models.Q(condition="") & models.Q(meet_by__isnull=False, outcome=Outcome.YES)),
                name="decision_condition_of_a_yes_by_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(reserve_place=None) | models.Q(outcome=Outcome.RESERVE),
                name="decision_place_in_reserve_only",
            ),
        ]

    def __str__(self) -> str:
        """Return idea, round and outcome."""
        return f"{self.idea}: {self.get_round_display()} {self.get_outcome_display()}"

    @property
    def told(self) -> str:
        """Return the outcome in words: a yes on a condition says so, a reserve says its place."""
        if self.condition:
            return _("Yes, on a condition")
        if self.reserve_place:
            return _("Reserve %(place)s") % {"place": self.reserve_place}
        return self.get_outcome_display()

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with its outcome."""
        return Outcome(self.outcome).kind
