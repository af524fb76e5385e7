"""Heavy work that was asked for: how far it is and what came of it."""

from hashlib import blake2s
from typing import ClassVar

from django.db import models

from datamatch.foundation.public import Public


class Job(Public):
    """One piece of work (klus) that is done outside the page that asked for it; its words are in `language`."""

    class State(models.TextChoices):
        """How far a job is."""

        WAITING = "waiting", "waiting"
        RUNNING = "running", "running"
        DONE = "done", "done"
        REFUSED = "refused", "refused"
        FAILED = "failed", "failed"

    UNFINISHED: ClassVar = (State.WAITING, State.RUNNING)

    kind = models.CharField(max_length=120)
    subject = models.UUIDField()
    asked_by = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    language = models.CharField(max_length=2, default="nl")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    share = models.PositiveSmallIntegerField(default=0)
    saying = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    holder = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField(null=True)
    ticket = models.UUIDField(null=True)

    class Meta:
        """Newest first; of one kind about one subject at most one is unfinished."""

        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["kind", "subject", "-asked_at"]), models.Index(fields=["state", "held_until"])]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="job_unfinished_once",
            ),
            models.CheckConstraint(condition=models.Q(share__lte=100), name="job_share_is_a_percentage"),
        ]

    def __str__(self) -> str:
        """Return kind and state; never the words, which are for the reader."""
        return f"{self.kind} {self.state}"

    @property
    def unfinished(self) -> bool:
        """Tell whether there is still something to wait for."""
        return self.state in self.UNFINISHED

    @property
    def mark(self) -> str:
        """Return a word that changes whenever the reader would see something else."""
        said = f"{self.state} {self.attempts} {self.share} {self.saying}"
        return blake2s(said.encode(), digest_size=6).hexdigest()
