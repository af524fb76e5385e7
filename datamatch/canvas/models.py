"""Tables of the canvas: vraag, haalbaarheid, resultaat, and the roles an idea needs."""

from django.db import models

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.people.enums import discipline_name


class Canvas(Public):
    """The canvas of one idea: demand (vraag), feasibility (haalbaarheid) and result (resultaat)."""

    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="+")
    demand = models.TextField(max_length=3000, blank=True)
    owner_of_demand = models.CharField(max_length=120, blank=True)
    feasibility = models.TextField(max_length=3000, blank=True)
    sources = models.TextField(max_length=2000, blank=True)
    result = models.TextField(max_length=3000, blank=True)
    measure = models.TextField(max_length=1000, blank=True)
    weeks = models.PositiveSmallIntegerField(default=13)
    euros = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return whose canvas it is."""
        return self.idea.title


class RoleNeed(models.Model):
    """A role (rol) an idea needs: how many hours a week, and whether it is a must."""

    canvas = models.ForeignKey(Canvas, on_delete=models.CASCADE, related_name="needs")
    role = models.CharField(max_length=40)
    hours_per_week = models.PositiveSmallIntegerField(default=4)
    must = models.BooleanField(default=True)

    class Meta:
        """A role is named once on a canvas; musts come first."""

        ordering = ["-must", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["canvas", "role"], name="role_need_once"),
            models.CheckConstraint(condition=models.Q(hours_per_week__gte=1), name="role_need_hours"),
        ]

    def __str__(self) -> str:
        """Return role and hours."""
        return f"{self.role_name}: {self.hours_per_week}"

    @property
    def role_name(self) -> str:
        """Return the role in the reader's language."""
        return discipline_name(self.role)
