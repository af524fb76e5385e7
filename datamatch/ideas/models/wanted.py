"""Whom the authors of an idea look for."""

from django.db import models

from datamatch.ideas.models.idea import Idea
from datamatch.people.enums import discipline_name


class RoleWanted(models.Model):
    """A role the authors look for (gezochte rol): somebody with this discipline would help the idea on."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="wanted")
    role = models.CharField(max_length=40)

    class Meta:
        """A role is looked for once per idea."""

        ordering = ["idea", "pk"]
        constraints = [models.UniqueConstraint(fields=["idea", "role"], name="role_wanted_once")]

    def __str__(self) -> str:
        """Return the role in the reader's language."""
        return discipline_name(self.role)
