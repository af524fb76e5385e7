"""Programmes and their editions."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models

from datamatch.editions.enums import Stage, has_come
from datamatch.foundation.public import Public


class Programme(Public):
    """A data programme (dataprogramma) of one or more organisations; it lives on while editions come and go."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    purpose = models.TextField(max_length=1000, blank=True)

    class Meta:
        """By name."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Edition(Public):
    """One round (editie): from the call for ideas to the cases; its stage owns the permissions."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="editions")
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    number = models.PositiveSmallIntegerField(default=1)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.PREPARING)
    call_opens_on = models.DateField(null=True, blank=True)
    call_closes_on = models.DateField(null=True, blank=True)
    pitch_on = models.DateField(null=True, blank=True)
    delivery_starts_on = models.DateField(null=True, blank=True)
    datadag_on = models.DateField(null=True, blank=True)
    delivery_weeks = models.PositiveSmallIntegerField(default=13)
    reviews_per_idea = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(2)])
    shortlist_size = models.PositiveSmallIntegerField(default=10, validators=[MinValueValidator(1)])
    chosen_count = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(1)])
    means_euros = models.PositiveIntegerField(default=0)
    means_hours = models.PositiveIntegerField(default=0)
    quorum = models.PositiveSmallIntegerField(default=3)
    seed = models.PositiveIntegerField(default=111)

    class Meta:
        """Newest first."""

        ordering = ["programme", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="edition_number_once"),
            models.CheckConstraint(condition=models.Q(reviews_per_idea__gte=2), name="edition_two_reviews"),
            models.CheckConstraint(
                condition=models.Q(chosen_count__lte=models.F("shortlist_size")), name="edition_chosen_of_shortlist"
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def has_come(self, stage: Stage) -> bool:
        """Tell whether this edition is at or past a stage."""
        return has_come(self.stage, stage)


class StageMove(models.Model):
    """The moment an edition went from one stage (fase) to the next."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="moves")
    left = models.CharField(max_length=12, choices=Stage.choices)
    entered = models.CharField(max_length=12, choices=Stage.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """A stage is entered once in an edition."""

        ordering = ["edition", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "entered"], name="stage_entered_once")]

    def __str__(self) -> str:
        """Return the move."""
        return f"{self.edition}: {self.left} > {self.entered}"
