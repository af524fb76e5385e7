"""The verdict: what the jury decided, and why where it departed from its own ballot."""

from django.conf import settings
from django.db import models

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.jury.models.ballot import BallotBox


class Verdict(Public):
    """The jury's choice (uitspraak) with its motive; the minutes keep both.

    `proposed` is the best set that the engine found at that moment (rekenvoorstel), empty when it found none;
    `input_digest` tells on what.
    """

    box = models.OneToOneField(BallotBox, on_delete=models.PROTECT, related_name="verdict")
    chosen = models.ManyToManyField(Idea, related_name="+")
    motive = models.TextField(max_length=3000, blank=True)
    departs = models.BooleanField(default=False)
    proposed = models.ManyToManyField(Idea, related_name="+")
    departs_from_proposed = models.BooleanField(default=False)
    input_digest = models.CharField(max_length=64, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta:
        """Departing from the ballot or from the best set asks for a motive."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(departs=False, departs_from_proposed=False) | ~models.Q(motive=""),
                name="verdict_motive",
            )
        ]

    def __str__(self) -> str:
        """Return which vote it settles."""
        return str(self.box)
