"""What line managers said about the hours that people offer."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from datamatch.foundation.public import Public
from datamatch.people.enums import STANDING, ConsentEnd, ConsentState
from datamatch.people.models.person import Person

ANSWER_WITHIN = timedelta(days=21)
CHANGE_WITHIN = timedelta(days=14)
HOLDS_FOR = timedelta(days=365)


class LineManager(Public):
    """Somebody who agrees to the hours of others (leidinggevende), known by an address only; needs no account."""

    email = models.EmailField(unique=True)
    language = models.CharField(max_length=2, default="nl")
    overview_key = models.UUIDField(null=True, unique=True)
    overview_until = models.DateTimeField(null=True)

    class Meta:
        """One spelling per mailbox."""

        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(email=Lower("email")), name="line_manager_lower_case")]

    def __str__(self) -> str:
        """Return the identity; never the address, which must stay out of logs."""
        return str(self.public_id)


class HoursConsent(Public):
    """One question to a line manager and its answer (akkoord van leidinggevende): may this person give these hours?"""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    line_manager = models.ForeignKey(LineManager, on_delete=models.SET_NULL, null=True, related_name="consents")
    hours_asked = models.PositiveSmallIntegerField()
    hours_granted = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=10, choices=ConsentState.choices, default=ConsentState.ASKED)
    reason = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    first_answered_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=10, choices=ConsentEnd.choices, blank=True)

    class Meta:
        """Newest first; a person has one open question and one standing answer, and hours fit the answer."""

        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["state", "asked_at"])]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(state="asked"), name="consent_asked_once"),
            models.UniqueConstraint(fields=["person"], condition=Q(state__in=STANDING), name="consent_stands_once"),
            models.CheckConstraint(
                condition=Q(hours_asked__gte=1, hours_asked__lte=40), name="consent_asks_hours_of_a_week"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=STANDING)
                | Q(state="agreed", hours_granted=F("hours_asked"))
                | Q(state="fewer", hours_granted__gte=1, hours_granted__lt=F("hours_asked"))
                | Q(state="refused", hours_granted=0),
                name="consent_grants_what_it_says",
            ),
        ]

    def __str__(self) -> str:
        """Return state and hours; never names or reasons."""
        return f"{self.state}: {self.hours_asked}"

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for an answer."""
        return self.state == ConsentState.ASKED

    @property
    def stands(self) -> bool:
        """Tell whether it was answered and the answer holds."""
        return self.state in STANDING

    @property
    def answer_until(self) -> datetime:
        """Return the moment until which the question can be answered."""
        return self.asked_at + ANSWER_WITHIN

    @property
    def change_until(self) -> datetime:
        """Return the moment until which an answer can be changed."""
        return (self.first_answered_at or self.asked_at) + CHANGE_WITHIN

    @property
    def holds_until(self) -> datetime:
        """Return the moment until which an answer holds."""
        return (self.answered_at or self.asked_at) + HOLDS_FOR
