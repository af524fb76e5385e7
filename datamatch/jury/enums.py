"""Stored words about pitch day: where a pitch is, and what a ballot box does."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PitchState(models.TextChoices):
    """Where a pitch is on the day."""

    WAITING = "waiting", _("To come")
    ON_STAGE = "on_stage", _("On stage")
    DONE = "done", _("Done")


class BoxState(models.TextChoices):
    """A ballot box opens once and closes once."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
