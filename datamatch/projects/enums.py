"""Words about projects: how they and their reports stand, and how they ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProjectState(models.TextChoices):
    """Whether the three months are going on."""

    STARTING = "starting", _("Starting")
    RUNNING = "running", _("Under way")
    FINISHED = "finished", _("Finished")


class Ending(models.TextChoices):
    """How a project ended; what did not work is a result too."""

    WORKED = "worked", _("It worked")
    PARTLY = "partly", _("It worked in part")
    DID_NOT_WORK = "did_not_work", _("It did not work, because")


class ReportState(models.TextChoices):
    """How the report of one due week stands; told from the day, never stored."""

    GIVEN = "given", _("Given")
    DUE = "due", _("Due")
    MISSING = "missing", _("Missing")
    COMING = "coming", _("Later")
