"""The hall (zaal): whoever listens on pitch day, with or without an account, and votes for one pitch."""

from django.db import models
from django.urls import reverse

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.jury.enums import Mark, VoteState
from datamatch.jury.models.pitch import Pitch


class Hall(Public):
    """Where the audience (publiek) of one edition takes part, reached by the code on the wall."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=8, unique=True)
    accounts_only = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=7, choices=VoteState.choices, default=VoteState.TO_COME)
    vote_opened_at = models.DateTimeField(null=True)
    vote_closed_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return whose hall it is."""
        return str(self.edition)

    def get_absolute_url(self) -> str:
        """Return the page the code leads to."""
        return reverse("jury:hall", args=[self.code])

    @property
    def is_voting(self) -> bool:
        """Tell whether votes are taken."""
        return self.state == VoteState.OPEN

    @property
    def has_result(self) -> bool:
        """Tell whether the votes are counted."""
        return self.state == VoteState.CLOSED


class HallVoter(models.Model):
    """A mark that a person or a device voted (stemmer in de zaal), never for what.

    The key is made from an account or from a cookie by a one-way function, apart for every hall: it names nobody.
    """

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="voters")
    key = models.CharField(max_length=64)
    mark = models.CharField(max_length=7, choices=Mark.choices)

    class Meta:
        """Everybody once."""

        constraints = [models.UniqueConstraint(fields=["hall", "key"], name="hall_voter_once")]

    def __str__(self) -> str:
        """Return of which hall."""
        return str(self.hall)


class HallTally(models.Model):
    """How many votes of the hall a pitch has (telling van de zaal); who gave them is kept nowhere."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="tallies")
    pitch = models.ForeignKey(Pitch, on_delete=models.PROTECT, related_name="+")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        """Each pitch once."""

        constraints = [models.UniqueConstraint(fields=["hall", "pitch"], name="hall_tally_once")]

    def __str__(self) -> str:
        """Return the pitch and its count."""
        return f"{self.pitch}: {self.count}"
