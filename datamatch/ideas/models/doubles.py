"""Pairs of ideas that look alike (bijna-dubbele paren), and what the management said of them."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.ideas.enums import Alikeness, IdeaState
from datamatch.ideas.models.idea import Idea


class AlikePairQuerySet(models.QuerySet["AlikePair"]):
    """Which pairs somebody still has to look at."""

    def of_sent_ideas(self) -> Self:
        """Return the pairs of which both ideas take part."""
        return self.filter(first__state=IdeaState.SENT, second__state=IdeaState.SENT)

    def to_look_at(self) -> Self:
        """Return the pairs that were found and that nobody called "not a double"."""
        return self.of_sent_ideas().filter(found_at__isnull=False, not_double_at__isnull=True)

    def not_doubles(self) -> Self:
        """Return the pairs that somebody called "not a double"."""
        return self.of_sent_ideas().filter(not_double_at__isnull=False)


class AlikePair(Public):
    """Two ideas of an edition that look alike (bijna-dubbel paar), with the words that say so.

    "Not a double" is remembered, whatever a later search finds.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    first = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    level = models.CharField(max_length=7, choices=Alikeness.choices)
    why = models.JSONField(default=list)
    found_at = models.DateTimeField(null=True)
    not_double_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    not_double_at = models.DateTimeField(null=True)

    objects: ClassVar[AlikePairQuerySet] = AlikePairQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """Each pair once: the idea that was made first comes first."""

        ordering = ["level", "first__number", "second__number"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="alike_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="alike_pair_in_order"),
        ]

    def __str__(self) -> str:
        """Return which two they are."""
        return f"{self.first} / {self.second}"
