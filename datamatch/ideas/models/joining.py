"""Requests to join (verzoeken om mee te doen), which wait for an answer."""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.ideas.enums import IdeaState, JoinAnswer
from datamatch.ideas.models.energy import Energy


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    """Which requests wait."""

    def of_sent_ideas(self) -> Self:
        """Return the requests to ideas that take part."""
        return self.filter(energy__idea__state=IdeaState.SENT)

    def waiting(self, *, at: datetime) -> Self:
        """Return the requests whose turn it is: no answer yet, or "later" and it is later by now; longest first."""
        due = Q(answer=JoinAnswer.WAITING) | Q(answer=JoinAnswer.LATER, waits_since__lte=at)
        return self.filter(due).order_by("waits_since", "pk")


class JoinRequest(Public):
    """Somebody asks the authors of an idea to join them (verzoek om mee te doen); it belongs to their energy.

    `waits_since` is when the authors' turn begins: when it was asked, or asked anew with another role or other hours;
    after the answer "later" some time in the future. `nudged_at` is when a manager last reminded the authors of it.
    """

    energy = models.OneToOneField(Energy, on_delete=models.CASCADE, related_name="request")
    waits_since = models.DateTimeField()
    answer = models.CharField(max_length=8, choices=JoinAnswer.choices, default=JoinAnswer.WAITING)
    word = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    nudged_at = models.DateTimeField(null=True)

    objects: ClassVar[JoinRequestQuerySet] = JoinRequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """An answer has its moment; a no has its word."""

        ordering = ["waits_since", "pk"]
        indexes = [models.Index(fields=["answer", "waits_since"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="waiting", answered_at__isnull=True)
                | (~Q(answer="waiting") & Q(answered_at__isnull=False)),
                name="join_answer_has_moment",
            ),
            models.CheckConstraint(condition=~Q(answer="not_now") | ~Q(word=""), name="join_no_says_why"),
        ]

    def __str__(self) -> str:
        """Return how far it is; never who asked."""
        return self.get_answer_display()

    @property
    def waits(self) -> bool:
        """Tell whether nobody answered yet."""
        return self.answer == JoinAnswer.WAITING
