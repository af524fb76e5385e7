"""Pitches, and what jurors note while they listen."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from datamatch.editions.models import Criterion
from datamatch.editions.models.call import LOWEST, MOST_ANCHORS
from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.jury.enums import PitchState


class Pitch(Public):
    """A shortlisted idea on stage (pitch), at its place in the running order.

    While `paused_at` is set its clock stands still; pauses that ended are in `paused_seconds`.
    """

    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    room = models.CharField(max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField(default=8)
    starts_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=PitchState.choices, default=PitchState.WAITING)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    paused_seconds = models.PositiveIntegerField(default=0)

    class Meta:
        """In running order."""

        ordering = ["starts_at", "place"]

    def __str__(self) -> str:
        """Return place and idea."""
        return f"{self.place}. {self.idea}"

    @property
    def ends_at(self) -> datetime | None:
        """Return when the time of this pitch is over, without a pause that still lasts; None before it begins."""
        if self.began_at is None:
            return None
        return self.began_at + timedelta(minutes=self.minutes, seconds=self.paused_seconds)

    def seconds_left(self, at: datetime) -> int:
        """Return how many seconds are left on the clock at this moment; below 0 is over time."""
        ends_at = self.ends_at
        return self.minutes * 60 if ends_at is None else round((ends_at - (self.paused_at or at)).total_seconds())


class Recusal(models.Model):
    """A juror steps out for one pitch (zich terugtrekken): sees no card and has no say in it."""

    pitch = models.ForeignKey(Pitch, on_delete=models.CASCADE, related_name="recusals")
    juror = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        """Stepping out is done once per pitch."""

        constraints = [models.UniqueConstraint(fields=["pitch", "juror"], name="recusal_once")]

    def __str__(self) -> str:
        """Return who steps out for what."""
        return f"{self.juror}: {self.pitch}"


class Scorecard(Public):
    """One juror's card (scorekaart) for one pitch; it counts once every criterion has its score."""

    pitch = models.ForeignKey(Pitch, on_delete=models.PROTECT, related_name="cards")
    juror = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(max_length=2000, blank=True)
    given_at = models.DateTimeField()
    is_complete = models.BooleanField(default=True)

    class Meta:
        """One card per juror and pitch."""

        constraints = [models.UniqueConstraint(fields=["pitch", "juror"], name="scorecard_once")]

    def __str__(self) -> str:
        """Return which pitch it is about."""
        return str(self.pitch)


class CardScore(models.Model):
    """One criterion on a scorecard: the number of the anchor, from 1 to the highest of its scale."""

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(validators=[MinValueValidator(LOWEST), MaxValueValidator(MOST_ANCHORS)])

    class Meta:
        """Each criterion once per card, within the scale."""

        constraints = [
            models.UniqueConstraint(fields=["card", "criterion"], name="card_score_once"),
            models.CheckConstraint(condition=models.Q(value__range=(LOWEST, MOST_ANCHORS)), name="card_score_in_scale"),
        ]

    def __str__(self) -> str:
        """Return criterion and value."""
        return f"{self.criterion}: {self.value}"
