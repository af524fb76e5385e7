"""What an edition asks for (themes) and what it judges on (criteria)."""

from django.db import models

from datamatch.editions.models.edition import Edition
from datamatch.foundation.bilingual import in_language

# Points, in which every criterion counts alike, and how many anchors the scale of one may have.
LOWEST, HIGHEST = 1, 5
FEWEST_ANCHORS, MOST_ANCHORS = 4, 6


class Theme(models.Model):
    """A theme of the call (thema van de oproep)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="themes")
    slug = models.SlugField(max_length=60)
    name_nl = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    question_nl = models.CharField(max_length=300, blank=True)
    question_en = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the order of the call."""

        ordering = ["edition", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "slug"], name="theme_once")]

    def __str__(self) -> str:
        """Return the name in the reader's language."""
        return in_language(self.name_nl, self.name_en)

    @property
    def question(self) -> str:
        """Return the question of this theme in the reader's language."""
        return in_language(self.question_nl, self.question_en)

    @property
    def tint(self) -> int:
        """Return which of the four theme colours it wears (1 to 4)."""
        return self.position % 4 + 1

    @property
    def tag(self) -> str:
        """Return the kind of tag it is shown as."""
        return f"theme-{self.tint}"


class Criterion(models.Model):
    """A criterion (criterium) with a weight and four to six labelled anchors; fixed by the first review.

    A score is the number of an anchor. With four or six of them it counts on the same scale of points as with five.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="criteria")
    slug = models.SlugField(max_length=60)
    name_nl = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    question_nl = models.CharField(max_length=300)
    question_en = models.CharField(max_length=300)
    anchors_nl = models.JSONField(default=list)
    anchors_en = models.JSONField(default=list)
    weight = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the order of the form."""

        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "slug"], name="criterion_once"),
            models.CheckConstraint(condition=models.Q(weight__gte=1), name="criterion_weight_positive"),
        ]

    def __str__(self) -> str:
        """Return the name in the reader's language."""
        return in_language(self.name_nl, self.name_en)

    @property
    def question(self) -> str:
        """Return what is asked, in the reader's language."""
        return in_language(self.question_nl, self.question_en)

    @property
    def anchors(self) -> list[tuple[int, str]]:
        """Return the scale from 1 (lowest) to the highest with its labels in the reader's language."""
        labels: list[str] = in_language(self.anchors_nl, self.anchors_en)
        return list(enumerate(labels, start=LOWEST))

    @property
    def top(self) -> int:
        """Return the number of the highest anchor."""
        return len(self.anchors_nl)

    @property
    def good(self) -> int:
        """Return the number of the anchor from which on a label reads as praise: the last but one."""
        return self.top - 1

    def points(self, number: float) -> float:
        """Return what a number on this scale, or a mean of them, is in points from 1 to 5."""
        return LOWEST + (number - LOWEST) * (HIGHEST - LOWEST) / (self.top - LOWEST)

    def number_at(self, points: float) -> int:
        """Return the number of the anchor that lies nearest to these points."""
        return round(LOWEST + (points - LOWEST) * (self.top - LOWEST) / (HIGHEST - LOWEST))
