"""Ballots (stemmen): ranked, counted by Schulze, final once the box closes."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.jury.enums import BoxState
from datamatch.jury.models.pitch import Pitch


class BallotRules(models.Model):
    """How the jury of an edition votes (stemregels), chosen beforehand; the box takes them over when it opens."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    secret = models.BooleanField(default=True)
    quorum = models.PositiveSmallIntegerField()
    pass_share = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(100)])

    class Meta:
        """A share is a percentage."""

        constraints = [
            models.CheckConstraint(condition=models.Q(pass_share__lte=100), name="ballot_rules_pass_share"),
            models.CheckConstraint(condition=models.Q(quorum__gte=1), name="ballot_rules_quorum"),
        ]

    def __str__(self) -> str:
        """Return whose rules they are."""
        return str(self.edition)


class BallotBox(Public):
    """The jury's vote (stemming) of one edition; how it votes never changes once the box is there.

    With a `pass_share` (percent) jurors also draw a line: what stands below it need not be carried out.
    """

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=6, choices=BoxState.choices, default=BoxState.OPEN)
    secret = models.BooleanField(default=False)
    quorum = models.PositiveSmallIntegerField()
    pass_share = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(100)])
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


class Voter(models.Model):
    """Who may vote in a box (stemgerechtigde), and whether they did; complete once the box closes, and then fixed.

    Without a moment, so that it says nothing about which ballot came when.
    """

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="voters")
    juror = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    has_voted = models.BooleanField()

    class Meta:
        """Everybody once."""

        constraints = [models.UniqueConstraint(fields=["box", "juror"], name="voter_once")]

    def __str__(self) -> str:
        """Return of which box."""
        return str(self.box)


class PairTally(models.Model):
    """In a secret box (telling per paar): how many ballots put one pitch above another.

    A secret ballot is not kept as a whole. Whoever stepped out for a pitch could be known by the ballot without it;
    cut into its comparisons and added to those of the others, it belongs to nobody.
    """

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="pairs")
    above = models.ForeignKey(Pitch, on_delete=models.PROTECT, related_name="+")
    below = models.ForeignKey(Pitch, on_delete=models.PROTECT, related_name="+")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        """Each pair once."""

        constraints = [models.UniqueConstraint(fields=["box", "above", "below"], name="pair_tally_once")]

    def __str__(self) -> str:
        """Return the pair and its count."""
        return f"{self.above} > {self.below}: {self.count}"


class LineTally(models.Model):
    """In a secret box (telling van de streep): how many ballots put a pitch above the line, and how many below it."""

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="lines")
    pitch = models.ForeignKey(Pitch, on_delete=models.PROTECT, related_name="+")
    above = models.PositiveIntegerField(default=0)
    below = models.PositiveIntegerField(default=0)

    class Meta:
        """Each pitch once."""

        constraints = [models.UniqueConstraint(fields=["box", "pitch"], name="line_tally_once")]

    def __str__(self) -> str:
        """Return the pitch and its counts."""
        return f"{self.pitch}: {self.above}/{self.below}"


class Ballot(Public):
    """One juror's ballot (stem) in a named box: an order of the pitches, without those the juror stepped out for.

    The first `approved` of them stand above the line.
    """

    box = models.ForeignKey(BallotBox, on_delete=models.PROTECT, related_name="ballots")
    juror = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    cast_at = models.DateTimeField()
    approved = models.PositiveSmallIntegerField(default=0)

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
