"""The mail outbox: what must reach a mailbox, kept until it has."""

from django.db import models

from datamatch.foundation.public import Public


class Mail(Public):
    """One message to one address; the key makes sure that it exists once."""

    class State(models.TextChoices):
        """Where a message is."""

        WAITING = "waiting", "waiting"
        SENT = "sent", "sent"
        FAILED = "failed", "failed"

    key = models.CharField(max_length=160, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    language = models.CharField(max_length=2, default="nl")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    queued_at = models.DateTimeField()
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        """First queued, first sent."""

        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "due_at"])]

    def __str__(self) -> str:
        """Return the subject; never the address, which must stay out of logs."""
        return self.subject
