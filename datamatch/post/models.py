"""Tables of the post room: the letter that tells a submitter what was decided and why."""

from django.conf import settings
from django.db import models

from datamatch.foundation.public import Public
from datamatch.people.enums import Language
from datamatch.screening.models import Decision


class Letter(Public):
    """The letter (brief) to one maker of an idea about one decision; written, then sent once."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    subject = models.CharField(max_length=200)
    body = models.TextField(max_length=12000)
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """One letter per decision and reader."""

        ordering = ["decision", "pk"]
        constraints = [models.UniqueConstraint(fields=["decision", "to"], name="letter_once")]

    def __str__(self) -> str:
        """Return the subject."""
        return self.subject
