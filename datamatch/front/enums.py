"""Words of the hall that stand in addresses."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Measure(models.TextChoices):
    """What the energy map counts."""

    PEOPLE = "people", _("People")
    HOURS = "hours", _("Hours a week")
    IDEAS = "ideas", _("Ideas")
