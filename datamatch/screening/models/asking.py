"""Reviews that are begun, and questions of screeners to the makers of an idea."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.screening.models.review import Assignment


class ReviewDraft(models.Model):
    """What a screener filled in so far (conceptbeoordeling), as it was typed; gone once the review is given."""

    assignment = models.OneToOneField(Assignment, on_delete=models.CASCADE, related_name="draft")
    words = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    class Meta:
        """First kept first."""

        ordering = ["kept_at", "pk"]

    def __str__(self) -> str:
        """Return what it is about."""
        return self.assignment.idea.title


class AskBack(Public):
    """A question of a screener to the makers of an idea (wedervraag); the makers never learn who asks.

    `waits`: its screener gives the review after the answer. `held_back`: the answer tells who the makers are, and only
    who may know them reads it.
    """

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=500)
    waits = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    answer = models.TextField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    held_back = models.BooleanField(default=False)

    class Meta:
        """First asked first; one open question per screener and idea, and answered means with an answer."""

        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["idea", "asked_by"], condition=Q(answered_at=None), name="ask_back_open_once"
            ),
            models.CheckConstraint(condition=~Q(question=""), name="ask_back_has_question"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="ask_back_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is about; never who or what, which must stay out of logs."""
        return str(self.idea)
