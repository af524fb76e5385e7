"""Asking somebody to help with an idea."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.ideas.enums import AskAnswer
from datamatch.ideas.models.idea import Idea


class AskQuerySet(models.QuerySet["Ask"]):
    """Which asks wait for an answer."""

    def waiting(self) -> Self:
        """Return what was not answered yet, or answered with "maybe later"."""
        return self.filter(answer__in=[AskAnswer.WAITING, AskAnswer.LATER])


class Ask(Public):
    """Somebody is asked to help with an idea (hulpvraag): once, whoever asks.

    `by_author` is kept as it was when the question was asked: who writes an idea may not be told by who asks for it.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="asks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_author = models.BooleanField()
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=8, choices=AskAnswer.choices, default=AskAnswer.WAITING)
    answered_at = models.DateTimeField(null=True)

    objects: ClassVar[AskQuerySet] = AskQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """Nobody is asked twice for one idea; an answer has its moment."""

        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "person"], name="ask_once"),
            models.CheckConstraint(
                condition=Q(answer="waiting", answered_at__isnull=True)
                | (~Q(answer="waiting") & Q(answered_at__isnull=False)),
                name="ask_answer_has_moment",
            ),
        ]
        indexes = [models.Index(fields=["asked_by", "asked_at"])]

    def __str__(self) -> str:
        """Return who is asked for what."""
        return f"{self.person}: {self.idea}"

    @property
    def is_open(self) -> bool:
        """Tell whether an answer can still be given or changed."""
        return self.answer in {AskAnswer.WAITING, AskAnswer.LATER}
