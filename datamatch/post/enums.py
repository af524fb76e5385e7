"""Stored words of the post room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SendingKind(models.TextChoices):
    """Why something was given to the post."""

    FIRST = "first", _("Letter")
    AGAIN = "again", _("Letter, sent again")
    CORRECTION = "correction", _("Correction")


class Travel(models.TextChoices):
    """Where a mail is."""

    WAITING = "waiting", _("waits for the post")
    SENT = "sent", _("delivered to the mail server")
    FAILED = "failed", _("refused by the mail server")
    BOUNCED = "bounced", _("came back")

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with it."""
        return {"waiting": "", "sent": "good"}.get(self.value, "bad")
