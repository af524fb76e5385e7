"""Tables of projects: the three months, their reports and milestones, their ending."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from datamatch.foundation.public import Public
from datamatch.ideas.models import Idea
from datamatch.projects.enums import Ending, ProjectState


class Project(Public):
    """Three months of work on one chosen idea (traject, project)."""

    idea = models.OneToOneField(Idea, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ProjectState.choices, default=ProjectState.STARTING)
    starts_on = models.DateField()
    ends_on = models.DateField()
    ending = models.CharField(max_length=12, choices=Ending.choices, blank=True)
    because = models.TextField(max_length=2000, blank=True)
    result = models.TextField(max_length=3000, blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """What did not work says why; a finished project says how it ended."""

        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=models.F("starts_on")), name="project_ends_after_start"),
            models.CheckConstraint(condition=~Q(state="finished") | ~Q(ending=""), name="project_finished_has_ending"),
            models.CheckConstraint(condition=~Q(ending="did_not_work") | ~Q(because=""), name="project_says_because"),
        ]

    def __str__(self) -> str:
        """Return what is worked on."""
        return self.idea.title

    def get_absolute_url(self) -> str:
        """Return the page of this project."""
        return reverse("projects:project", args=[self.public_id])


class Report(Public):
    """A fortnightly report (verslag) of three lines: done, next, in the way."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="reports")
    week = models.PositiveSmallIntegerField()
    done = models.CharField(max_length=300)
    next = models.CharField(max_length=300)
    blocked = models.CharField(max_length=300, blank=True)
    progress = models.PositiveSmallIntegerField(validators=[MaxValueValidator(100)])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        """One report per due week; progress is a percentage."""

        ordering = ["project", "week"]
        constraints = [
            models.UniqueConstraint(fields=["project", "week"], name="report_once"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="report_percentage"),
        ]

    def __str__(self) -> str:
        """Return project and week."""
        return f"{self.project}: {self.week}"


class Milestone(Public):
    """Something a project wants to have reached by a day (mijlpaal)."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=160)
    due_on = models.DateField()
    reached_at = models.DateTimeField(null=True)

    class Meta:
        """In the order in which they are due."""

        ordering = ["project", "due_on", "pk"]

    def __str__(self) -> str:
        """Return the milestone."""
        return self.title
