"""Who does what in an edition."""

from django.conf import settings
from django.db import models

from datamatch.editions.enums import Duty
from datamatch.editions.models.edition import Edition


class Appointment(models.Model):
    """A person appointed (aanstelling) to a duty in one edition: programme manager, screener or juror.

    `by_sign_on` tells that it follows what the sign-in of their organisation says, and ends with it.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="appointments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    duty = models.CharField(max_length=10, choices=Duty.choices)
    appointed_at = models.DateTimeField()
    by_sign_on = models.BooleanField(default=False)

    class Meta:
        """A duty is given once to a person in an edition."""

        ordering = ["edition", "duty", "person__name"]
        constraints = [models.UniqueConstraint(fields=["edition", "person", "duty"], name="appointment_once")]

    def __str__(self) -> str:
        """Return who is what."""
        return f"{self.person}: {self.get_duty_display()}"
