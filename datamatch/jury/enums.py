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


class VoteState(models.TextChoices):
    """The vote of the hall opens once and closes once."""

    TO_COME = "to_come", _("Not opened yet")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class QuestionState(models.TextChoices):
    """Where a question from the hall is; in the order in which a list of them runs backwards."""

    WAITING = "waiting", _("To be read")
    SHOWN = "shown", _("Shown")
    ANSWERED = "answered", _("Answered")
    HIDDEN = "hidden", _("Hidden")


class Signatory(models.TextChoices):
    """Who signs the minutes of the jury."""

    CHAIR = "chair", _("Chair of the jury")
    SECRETARY = "secretary", _("Secretary")


class Mark(models.TextChoices):
    """What a mark in the hall stands for; a device on which somebody voted with an account is no voter of its own."""

    ACCOUNT = "account", _("Voted with an account")
    DEVICE = "device", _("Voted without an account")
    USED = "used", _("Device of somebody who voted with an account")
