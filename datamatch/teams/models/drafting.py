"""What a manager weighs before anybody is asked: seats that are proposed, and people who are left out."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.teams.models.team import InRole, Team


class Suggestion(InRole):
    """A seat that is proposed and of which the person does not know yet (voorgestelde plek); for managers only."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="suggestions")
    pinned = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        """The lead first; a person is proposed once for a team."""

        ordering = ["team", "-lead", "pk"]
        constraints = [models.UniqueConstraint(fields=["team", "person"], name="suggestion_once")]

    def __str__(self) -> str:
        """Return who could do what."""
        return f"{self.person}: {self.role_name}"


class Exclusion(Public):
    """Somebody who is not proposed (uitsluiting): never for one team, or for now for none of an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, related_name="exclusions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """By moment; once for a team, and once for a whole edition."""

        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "person"], name="excluded_once_from_team"),
            models.UniqueConstraint(
                fields=["edition", "person"], condition=Q(team__isnull=True), name="excluded_once_from_edition"
            ),
        ]

    def __str__(self) -> str:
        """Return what it is about; never the name or the reason, which must stay out of logs."""
        return f"{self.team or self.edition}"
