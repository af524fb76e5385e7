"""Ballots (stemmen): ranked, counted by Schulze, final once the box closes."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.jury.enums import BoxState
from datamatch.jury.models.pitch import Pitch


class BallotBox(Public):
    """The jury's vote (stemming) of one edition."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=6, choices=BoxState.choices, default=BoxState.OPEN)
    quorum = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict)

    def __str__(self) -> str:
        """Return which edition votes."""
        return str(self.edition)

    def get_absolute_url(self) -> str:
        """Return the page where jurors vote."""
        return reverse("jury:ballot_box", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        """Tell whether ballots are taken."""
        return self.state == BoxState.OPEN


class Ballot(Public):
    """One juror's ballot (stem): an order of the pitches, without those the juror stepped out for."""

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="ballots")
    juror = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    cast_at = models.DateTimeField()

    class Meta:
        """One ballot per juror."""

        constraints = [models.UniqueConstraint(fields=["box", "juror"], name="ballot_once")]

    def __str__(self) -> str:
        """Return which box it is in, not whose it is."""
        return str(self.box)


class BallotRank(models.Model):
    """One place on a ballot; 1 is best."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="ranks")
    pitch = models.ForeignKey(Pitch, on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        """Every pitch once, every place once."""

        ordering = ["ballot", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "pitch"], name="ballot_pitch_once"),
            models.UniqueConstraint(fields=["ballot", "rank"], name="ballot_rank_once"),
        ]

    def __str__(self) -> str:
        """Return place and pitch."""
        return f"{self.rank}: {self.pitch}"
