"""Stored words about the event: kinds of session, states of a registration."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SessionKind(models.TextChoices):
    """What a part of the programme is."""

    OPENING = "opening", _("Opening")
    RESULT = "result", _("Result of a project")
    WORKSHOP = "workshop", _("Workshop")
    BREAK = "break", _("Break")
    CLOSING = "closing", _("Closing")


class RegistrationState(models.TextChoices):
    """Whether a registered person has a seat."""

    SEATED = "seated", _("Registered")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", _("Cancelled")
