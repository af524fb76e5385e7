"""Tables of safeguards: a gate per moment, a safeguard per aspect."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.safeguards.enums import Aspect, Moment, Verdict


class Gate(Public):
    """The moment (poort) at which the safeguards of one idea are settled."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    moment = models.CharField(max_length=8, choices=Moment.choices)
    opened_at = models.DateTimeField()

    class Meta:
        """One gate per idea and moment."""

        ordering = ["idea", "opened_at"]
        constraints = [models.UniqueConstraint(fields=["idea", "moment"], name="gate_once")]

    def __str__(self) -> str:
        """Return idea and moment."""
        return f"{self.idea}: {self.get_moment_display()}"


class Safeguard(Public):
    """One aspect of a gate (waarborg): who owns it, what the evidence is, and what was decided."""

    gate = models.ForeignKey(Gate, on_delete=models.CASCADE, related_name="safeguards")
    aspect = models.CharField(max_length=10, choices=Aspect.choices)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=6, choices=Verdict.choices, default=Verdict.OPEN)
    evidence = models.TextField(max_length=2000, blank=True)
    condition = models.TextField(max_length=1000, blank=True)
    condition_met_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    expires_on = models.DateField(null=True)

    class Meta:
        """Each aspect once per gate; a conditional go names its condition; a decision has a moment."""

        ordering = ["gate", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["gate", "aspect"], name="safeguard_once"),
            models.CheckConstraint(condition=~Q(verdict="go_if") | ~Q(condition=""), name="safeguard_condition_named"),
            models.CheckConstraint(
                condition=Q(verdict="open") | Q(decided_at__isnull=False), name="safeguard_decided_at"
            ),
        ]

    def __str__(self) -> str:
        """Return aspect and verdict."""
        return f"{self.get_aspect_display()}: {self.get_verdict_display()}"
