"""Merging ideas (samenvoegen): what is proposed, who says yes, and whether energy goes along."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.ideas.enums import MergeAnswer, MergeState
from datamatch.ideas.models.idea import Idea

UNDO_WITHIN = timedelta(days=14)


class Merge(Public):
    """A proposal to make one new idea of two or more (samenvoeging); the originals stay readable.

    Nothing happens before every submitter said yes. `words` are those of the new idea; `answers` were chosen where the
    originals answer a question of the call differently.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    words = models.JSONField()
    answers = models.JSONField(default=dict, blank=True)
    lead = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, null=True, related_name="made_by_merge")
    state = models.CharField(max_length=8, choices=MergeState.choices, default=MergeState.ASKED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """Newest first; only what was carried out made an idea."""

        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["done", "undone"], idea__isnull=False)
                | Q(state__in=["asked", "declined"], idea__isnull=True),
                name="merge_done_made_an_idea",
            ),
        ]

    def __str__(self) -> str:
        """Return what the new idea is called."""
        return str(self.words.get("title", ""))

    def get_absolute_url(self) -> str:
        """Return the page of this proposal."""
        return reverse("ideas:merge", args=[self.public_id])

    @property
    def new_words(self) -> dict[str, Any]:
        """Return the words of the new idea under the names that the partial of an idea reads."""
        return dict(self.words)


class MergePart(models.Model):
    """One original of a merge (samen te voegen idee), with the answer of its submitter."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="parts")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="merge_parts")
    answer = models.CharField(max_length=8, choices=MergeAnswer.choices, default=MergeAnswer.WAITING)
    answered_at = models.DateTimeField(null=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        """By number; an idea is asked about once at a time."""

        ordering = ["idea__number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["merge", "idea"], name="merge_part_once"),
            models.UniqueConstraint(fields=["idea"], condition=Q(is_open=True), name="merge_part_open_once"),
        ]

    def __str__(self) -> str:
        """Return which idea it is."""
        return str(self.idea)


class EnergyQuestion(models.Model):
    """Whether somebody's energy goes along to the new idea (energievraag); without a yes it stays where it is."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="questions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=MergeAnswer.choices, default=MergeAnswer.WAITING)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """Everybody is asked once."""

        constraints = [models.UniqueConstraint(fields=["merge", "person"], name="energy_question_once")]

    def __str__(self) -> str:
        """Return the answer; never whose."""
        return self.get_answer_display()
