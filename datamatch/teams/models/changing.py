"""Changes that are asked of somebody in a team."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.foundation.public import Public
from datamatch.people.enums import discipline_name
from datamatch.teams.enums import ChangeState
from datamatch.teams.models.team import Member


class SeatChange(Public):
    """Another role or other hours that are asked of a member (wijziging van een plek); nothing changes before a yes."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="changes")
    role = models.CharField(max_length=40)
    hours_per_week = models.PositiveSmallIntegerField()
    role_before = models.CharField(max_length=40)
    hours_before = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=ChangeState.choices, default=ChangeState.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; one open question per seat."""

        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(state="asked"), name="one_change_asked"),
        ]

    def __str__(self) -> str:
        """Return what is asked; never of whom."""
        return f"{self.role_name}, {self.hours_per_week}"

    @property
    def role_name(self) -> str:
        """Return the asked role in the reader's language."""
        return discipline_name(self.role)

    @property
    def role_name_before(self) -> str:
        """Return the role as it was, in the reader's language."""
        return discipline_name(self.role_before)

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for an answer."""
        return self.state == ChangeState.ASKED
