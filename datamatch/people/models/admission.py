"""Who may register: everybody at certain mail domains, and whoever holds an invitation."""

from datetime import datetime

from django.db import models
from django.db.models.functions import Lower

from datamatch.foundation.public import Public
from datamatch.people.models.person import Person


class Domain(models.Model):
    """A mail domain (maildomein) at which the organisation has its addresses; written in lower case, without @."""

    name = models.CharField(max_length=253, unique=True)

    class Meta:
        """By name; one spelling per domain."""

        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=models.Q(name=Lower("name")), name="domain_lower_case")]

    def __str__(self) -> str:
        """Return the domain."""
        return self.name


class Invitation(Public):
    """A link with which one person may register (uitnodiging); only a hash of its token is kept.

    `leads_to` is the page of this site where they arrive once they have registered.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    leads_to = models.CharField(max_length=200, blank=True)

    class Meta:
        """Newest first; who used it is known exactly when it was used, and what was used is not withdrawn."""

        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(used_at__isnull=True, used_by__isnull=True)
                | models.Q(used_at__isnull=False, used_by__isnull=False, revoked_at__isnull=True),
                name="invitation_used_by_somebody",
            )
        ]

    def __str__(self) -> str:
        """Return when it was made; never the address, which must stay out of logs."""
        return f"{self.made_at:%Y-%m-%d}"

    def is_open(self, at: datetime) -> bool:
        """Tell whether it still lets somebody in."""
        return self.used_at is None and self.revoked_at is None and at < self.expires_at
