"""What an edition asks for (themes) and what it judges on (criteria)."""

from django.db import models

from datamatch.editions.models.edition import Edition
from datamatch.foundation.bilingual import in_language

LOWEST, HIGHEST = 1, 5


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
    """A criterion (criterium) with a weight and five labelled anchors; fixed before the first review."""

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
        """Return the scale from 1 (lowest) to 5 (highest) with its labels in the reader's language."""
        labels: list[str] = in_language(self.anchors_nl, self.anchors_en)
        return list(enumerate(labels, start=LOWEST))
