"""Reports (meldingen), what managers do with them, and their private notes."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.ideas.enums import ComplaintReason, Ruling
from datamatch.ideas.models.comment import Comment
from datamatch.ideas.models.idea import Idea


class Moderation(Public):
    """What a manager did with an idea or a comment (ingreep), with the reason that its writer reads.

    The writer can object once; another manager answers that with a moderation of its own, `answers` points back.
    """

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="moderations")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, null=True, related_name="moderations")
    ruling = models.CharField(max_length=6, choices=Ruling.choices)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    objection = models.CharField(max_length=500, blank=True)
    objected_at = models.DateTimeField(null=True)
    answers = models.OneToOneField("self", on_delete=models.CASCADE, null=True, related_name="answered_by")

    class Meta:
        """Newest first; nothing is done without a reason, and nobody objects without words."""

        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="moderation_has_reason"),
            models.CheckConstraint(
                condition=Q(objection="", objected_at__isnull=True) | (~Q(objection="") & Q(objected_at__isnull=False)),
                name="moderation_objection_has_words",
            ),
        ]

    def __str__(self) -> str:
        """Return what was done with which idea; never why, or whose words it was."""
        return f"{self.idea}: {self.ruling}"


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    """Which complaints wait."""

    def open(self) -> Self:
        """Return the complaints that nobody settled yet."""
        return self.filter(settled_at__isnull=True)


class Complaint(Public):
    """Somebody says that an idea or a comment should not stand there (melding); without a comment it is the idea."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="complaints")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, null=True, related_name="complaints")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=9, choices=ComplaintReason.choices)
    words = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    moderation = models.ForeignKey(Moderation, on_delete=models.SET_NULL, null=True, related_name="complaints")

    objects: ClassVar[ComplaintQuerySet] = ComplaintQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """First made first; the same person complaints the same thing once as long as it waits."""

        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "by"],
                condition=Q(comment__isnull=False, settled_at__isnull=True),
                name="complaint_comment_once",
            ),
            models.UniqueConstraint(
                fields=["idea", "by"],
                condition=Q(comment__isnull=True, settled_at__isnull=True),
                name="complaint_idea_once",
            ),
        ]

    def __str__(self) -> str:
        """Return about which idea; never by whom or why."""
        return str(self.idea)


class Note(Public):
    """What managers write down about an idea for each other (notitie); nobody else reads it."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=2000)
    written_at = models.DateTimeField()

    class Meta:
        """Newest first; an empty note is none."""

        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="note_says_something")]

    def __str__(self) -> str:
        """Return about which idea; never the words."""
        return str(self.idea)
