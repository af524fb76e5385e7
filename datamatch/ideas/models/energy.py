"""Energy (energie): what people say they will do for an idea."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from datamatch.ideas.enums import EnergyKind, JoinAnswer
from datamatch.ideas.models.idea import Idea
from datamatch.people.enums import discipline_name


class EnergyQuerySet(models.QuerySet["Energy"]):
    """Which energy counts."""

    def not_refused(self) -> Self:
        """Return the energy without that of who wants to join and was told "not now"."""
        return self.exclude(kind=EnergyKind.JOIN, request__answer=JoinAnswer.NOT_NOW)


class Energy(models.Model):
    """One person's stated will for one idea (energie): support, join, advise, or the same problem."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="energy")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=EnergyKind.choices)
    role = models.CharField(max_length=40, blank=True)
    hours_per_week = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=300, blank=True)
    stated_at = models.DateTimeField()

    objects: ClassVar[EnergyQuerySet] = EnergyQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        """Each kind once per person and idea; joining names a role and hours."""

        ordering = ["stated_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "person", "kind"], name="energy_once"),
            models.CheckConstraint(
                condition=~Q(kind="join") | (Q(hours_per_week__gte=1) & ~Q(role="")), name="energy_join_says_what"
            ),
        ]

    def __str__(self) -> str:
        """Return who wants what."""
        return f"{self.person}: {self.get_kind_display()}"

    @property
    def role_name(self) -> str:
        """Return the role in the reader's language, or an empty word."""
        return discipline_name(self.role) if self.role else ""
