"""The minutes as they were signed: fixed from the first signature on, and added to afterwards."""

from django.conf import settings
from django.db import models

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.jury.enums import Signatory


class Minutes(Public):
    """The minutes (notulen) of one jury as they stood at the first signature, in both languages, with their seal."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    lines = models.JSONField()
    digest = models.CharField(max_length=64)
    fixed_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return whose minutes they are."""
        return str(self.edition)


class Signature(models.Model):
    """Somebody agreed to the minutes (handtekening), as chair or as secretary."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="signatures")
    role = models.CharField(max_length=9, choices=Signatory.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Each role once, and two people."""

        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "role"], name="signature_role_once"),
            models.UniqueConstraint(fields=["minutes", "by"], name="signature_person_once"),
        ]

    def __str__(self) -> str:
        """Return who signed as what."""
        return f"{self.get_role_display()}: {self.by}"


class Addendum(models.Model):
    """What is put right in signed minutes (aanvulling); the minutes themselves stay as they were."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="addenda")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """In the order of writing; never empty."""

        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="addendum_text")]

    def __str__(self) -> str:
        """Return the text."""
        return self.text
