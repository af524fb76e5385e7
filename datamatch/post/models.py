"""Tables of the post room: the letter that tells a submitter what was decided and why, and how it travelled."""

from django.conf import settings
from django.db import models

from datamatch.foundation.public import Public
from datamatch.people.enums import Language
from datamatch.post.enums import SendingKind
from datamatch.screening.enums import Outcome
from datamatch.screening.models import Decision


class Letter(Public):
    """The letter (brief) to one maker of an idea about one decision; written, then sent once.

    `outcome` is what it tells: who moves up from the reserve later gets a second letter about the same decision.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    subject = models.CharField(max_length=200)
    body = models.TextField(max_length=12000)
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """One letter per decision, outcome and reader."""

        ordering = ["decision", "pk"]
        constraints = [models.UniqueConstraint(fields=["decision", "to", "outcome"], name="letter_once")]

    def __str__(self) -> str:
        """Return the subject."""
        return self.subject


class Correction(Public):
    """What was put right in a letter after it was sent (rectificatie); the letter itself stays as it was."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField(max_length=4000)
    corrected_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """First to last, never empty."""

        ordering = ["corrected_at", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="correction_has_text")]

    def __str__(self) -> str:
        """Return the subject of the letter."""
        return self.letter.subject


class Sending(Public):
    """One time that a letter or its correction was given to the post (verzending), and whether it came back."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="sendings")
    kind = models.CharField(max_length=10, choices=SendingKind.choices)
    key = models.CharField(max_length=160, unique=True)
    sent_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    bounced_at = models.DateTimeField(null=True)
    bounce_note = models.CharField(max_length=300, blank=True)

    class Meta:
        """First to last; what came back says how."""

        ordering = ["sent_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(bounced_at=None, bounce_note="")
                | (models.Q(bounced_at__isnull=False) & ~models.Q(bounce_note="")),
                name="sending_bounced_with_note",
            )
        ]

    def __str__(self) -> str:
        """Return what kind it was; never to whom."""
        return self.get_kind_display()
