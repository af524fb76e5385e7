"""Tables of the event: the day, its sessions, and who comes."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from datamatch.datadag.enums import RegistrationState, SessionKind
from datamatch.editions.models import Edition
from datamatch.foundation.public import Public
from datamatch.projects.models import Project


class DataDag(Public):
    """The day (DataDag) on which an edition shows its results."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    place = models.CharField(max_length=160)
    capacity = models.PositiveIntegerField(default=150)
    published_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return which edition shows its results."""
        return f"DataDag {self.edition}"

    def get_absolute_url(self) -> str:
        """Return the page of the day."""
        return reverse("datadag:datadag", args=[self.edition.slug])


class Session(Public):
    """A part of the programme of the day (programmaonderdeel)."""

    datadag = models.ForeignKey(DataDag, on_delete=models.CASCADE, related_name="sessions")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=SessionKind.choices)
    title = models.CharField(max_length=160)
    room = models.CharField(max_length=80, blank=True)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=30)

    class Meta:
        """In the order of the day; a project is shown once."""

        ordering = ["datadag", "starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["datadag", "project"], condition=models.Q(project__isnull=False), name="project_shown_once"
            )
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class Registration(Public):
    """A person who comes to the DataDag (aanmelding)."""

    datadag = models.ForeignKey(DataDag, on_delete=models.CASCADE, related_name="registrations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=9, choices=RegistrationState.choices)
    registered_at = models.DateTimeField()
    checked_in_at = models.DateTimeField(null=True)

    class Meta:
        """A person registers once; first come, first seated."""

        ordering = ["datadag", "registered_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["datadag", "person"], name="registration_once")]

    def __str__(self) -> str:
        """Return who comes."""
        return f"{self.person}: {self.get_state_display()}"
