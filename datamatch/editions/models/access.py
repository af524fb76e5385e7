"""Who was let into an edition that is not open to everybody."""

from datetime import datetime

from django.conf import settings
from django.db import models

from datamatch.editions.models.edition import Edition
from datamatch.foundation.public import Public
from datamatch.people.models import Invitation


class AccessCode(Public):
    """A code with which people enter a closed edition (toegangscode): for how many, and until when."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="codes")
    code = models.CharField(max_length=20, unique=True)
    note = models.CharField(max_length=80, blank=True)
    most_uses = models.PositiveIntegerField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; never used more often than was said."""

        ordering = ["edition", "-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(most_uses=None) | models.Q(used__lte=models.F("most_uses")),
                name="access_code_used_at_most",
            )
        ]

    def __str__(self) -> str:
        """Return what it is for; never the code, which must stay out of logs."""
        return self.note or f"{self.made_at:%Y-%m-%d}"

    def is_valid(self, at: datetime) -> bool:
        """Tell whether it still lets somebody in."""
        is_late = self.expires_at is not None and self.expires_at <= at
        is_full = self.most_uses is not None and self.used >= self.most_uses
        return self.revoked_at is None and not is_late and not is_full


class EditionMember(models.Model):
    """A person who entered a closed edition (genodigde), and is remembered."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    code = models.ForeignKey(AccessCode, on_delete=models.PROTECT, null=True, related_name="members")
    joined_at = models.DateTimeField()

    class Meta:
        """Once per person and edition."""

        ordering = ["edition", "joined_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="edition_member_once")]

    def __str__(self) -> str:
        """Return who entered what."""
        return f"{self.person}: {self.edition}"


class EditionInvite(models.Model):
    """An invitation to register that also lets somebody into an edition (uitnodiging voor een editie)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="invites")
    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Oldest first."""

        ordering = ["edition", "pk"]

    def __str__(self) -> str:
        """Return to what; never the address, which must stay out of logs."""
        return f"{self.edition}"
