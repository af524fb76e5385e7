"""The calibrated ranking: what the engine makes of the reviews, kept with the moment it was made."""

from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.screening.enums import FLOOR, Agreement, Zone, chance_in_words, of_ten_draws


class Calibration(Public):
    """One calculation of the ranking (kalibratie): on which reviews, with which variances and seed.

    `by_clock` says that it was made by itself after reviews changed; the next one takes its place.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    review_count = models.PositiveIntegerField()
    screener_count = models.PositiveIntegerField()
    seed = models.PositiveIntegerField()
    input_digest = models.CharField(max_length=64)
    variances = models.JSONField(default=dict)
    identifiable = models.BooleanField(default=True)
    claimed_overlap = models.FloatField(default=0)
    by_clock = models.BooleanField(default=False)

    class Meta:
        """Newest first."""

        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        """Return edition and moment."""
        return f"{self.edition} {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def expected_right(self) -> int:
        """Return how many of the first on the list are expected to belong there."""
        return round(self.claimed_overlap * min(self.edition.shortlist_size, self.standings.count()))


class Standing(models.Model):
    """Where one idea stands in one calculation; scores on the 1-5 scale, chances between 0 and 1."""

    calibration = models.ForeignKey(Calibration, on_delete=models.CASCADE, related_name="standings")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    raw_place = models.PositiveIntegerField()
    review_count = models.PositiveSmallIntegerField()
    raw = models.FloatField(null=True)
    score = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    chance = models.FloatField()
    expected_rank = models.FloatField()
    spread = models.FloatField(null=True)
    zone = models.CharField(max_length=8, choices=Zone.choices)

    class Meta:
        """Best first."""

        ordering = ["calibration", "place"]
        constraints = [
            models.UniqueConstraint(fields=["calibration", "idea"], name="standing_once"),
            models.UniqueConstraint(fields=["calibration", "place"], name="standing_place_once"),
        ]

    def __str__(self) -> str:
        """Return place and idea."""
        return f"{self.place}. {self.idea}"

    @property
    def chance_words(self) -> str:
        """Return the chance to belong to the shortlist as people say it."""
        return chance_in_words(self.chance)

    @property
    def draws(self) -> str:
        """Return the chance to belong to the shortlist as a number of ten draws."""
        return of_ten_draws(self.chance)

    @property
    def is_thin(self) -> bool:
        """Tell whether there are too few reviews to say where it stands."""
        return self.review_count < FLOOR

    @property
    def agreement(self) -> Agreement:
        """Return how far its screeners agree."""
        return Agreement.of(self.spread)

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with its zone."""
        return Zone(self.zone).kind
